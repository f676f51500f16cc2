package lianxin.sheet;

import java.io.IOException;
import java.util.List;

/** An opened file, whatever its format. */
sealed interface Source extends AutoCloseable permits XlsxFile, CsvFile {

    Format format();

    /** Names of the sheets a person would see, in their order. */
    List<String> sheets();

    /** Begins to count what one reading of the file costs; a reading may go over several sheets. */
    Meter meter();

    /** The rows of one sheet from its beginning. */
    Rows rows(String sheet, Meter meter);

    /** Bytes there are to read in a sheet, as far as the file's own word goes. */
    long size(String sheet);

    @Override
    void close() throws IOException;
}
