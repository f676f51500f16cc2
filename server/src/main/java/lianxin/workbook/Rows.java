package lianxin.workbook;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet, one after the other; rows without any text are passed over. */
public sealed interface Rows extends AutoCloseable permits XlsxRows, CsvRows {

    /** The next row, or null when there are no more. */
    @Nullable
    Row next();

    @Override
    void close();
}
