package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import lianxin.workbook.Format;
import org.jspecify.annotations.Nullable;

/** A file being written, sheet after sheet and row after row, downwards. */
sealed interface Book extends AutoCloseable permits XlsxBook, CsvBook {

    /** Rows a sheet can hold. */
    int rows();

    /** Begins a sheet; in a CSV file there is only one. */
    void sheet(String name) throws IOException;

    /** Writes a header: it stays in sight, and a column is as wide as its header needs. */
    void header(int row, List<String> headers) throws IOException;

    /** Writes the row with this number, from 1; texts, whole numbers and days. Rows left out stay blank. */
    void put(int row, List<? extends @Nullable Object> cells) throws IOException;

    /** Ends the file; the stream is left open. */
    @Override
    void close() throws IOException;

    static Book to(OutputStream out, Format format) throws IOException {
        return switch (format) {
            case Format.Xlsx() -> new XlsxBook(out);
            case Format.Csv csv -> new CsvBook(out, csv);
        };
    }
}
