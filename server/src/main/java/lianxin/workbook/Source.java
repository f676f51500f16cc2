package lianxin.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lianxin.platform.Refusal;

/** An opened file, whatever its format. */
public sealed interface Source extends AutoCloseable permits XlsxFile, CsvFile {

    /** Opens a file, told by its content; the name does not matter, and the file is neither changed nor moved. */
    static Source open(Path file, Limits limits) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw empty();
        } else if (size > limits.fileBytes()) {
            throw WorkbookRefusal.TOO_LARGE.because(limits.fileBytes() >> 20);
        }
        byte[] first;
        try (var bytes = Files.newInputStream(file)) {
            first = bytes.readNBytes(8);
        }
        if (CsvFile.starts(first, 'P', 'K')) {
            return XlsxFile.open(file, limits);
        } else if (CsvFile.starts(first, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw OldOffice.refusal(file);
        }
        return CsvFile.open(file, limits);
    }

    /** The refusal of a file in which nothing is written. */
    static Refusal empty() {
        return WorkbookRefusal.EMPTY.because();
    }

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
