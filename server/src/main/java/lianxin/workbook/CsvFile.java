package lianxin.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A text file with one row a line. It has one sheet, without a name. */
public record CsvFile(Path file, Limits limits, Format.Csv format, int mark) implements Source {

    private static final int LOOKED_AT = 1 << 16;

    /** {@code mark} is the length of its byte order mark. */
    private record Marked(Charset charset, int mark) {}

    static CsvFile open(Path file, Limits limits) throws IOException {
        var marked = marked(file);
        var head = head(file, marked);
        if (head.isBlank()) {
            throw WorkbookRefusal.EMPTY.because();
        }
        var start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<") || start.startsWith("%pdf") || start.startsWith("{\\rtf")) {
            throw WorkbookRefusal.NOT_A_SHEET.because(); // web pages and XML under the name of a sheet are common
        }
        return new CsvFile(
                file, limits, new Format.Csv(marked.charset, Delimiter.of(head), marked.mark > 0), marked.mark);
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public Meter meter() {
        return new Meter(limits, size(""));
    }

    @Override
    public Rows rows(String sheet, Meter meter) {
        if (!sheet.isEmpty()) {
            throw WorkbookRefusal.NO_SUCH_SHEET.because(sheet);
        }
        try {
            var bytes = meter.over(Files.newInputStream(file), () -> "CSV");
            bytes.skipNBytes(mark);
            return new CsvRows(strictly(bytes, format.charset()), meter, format.delimiter(), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size(String sheet) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Every reading opens the file for itself.
    }

    private static InputStreamReader strictly(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Marked marked(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bytes.mark(4);
            var first = bytes.readNBytes(4);
            bytes.reset();
            if (starts(first, 0xef, 0xbb, 0xbf)) {
                bytes.skipNBytes(3);
                if (!Encoding.of(bytes).equals(StandardCharsets.UTF_8)) {
                    throw WorkbookRefusal.MIXED_ENCODING.because("1");
                }
                return new Marked(StandardCharsets.UTF_8, 3);
            } else if (starts(first, 0xff, 0xfe, 0, 0)) {
                throw WorkbookRefusal.NOT_A_SHEET.because(); // UTF-32 is written by nobody's office
            } else if (starts(first, 0xff, 0xfe)) {
                return new Marked(StandardCharsets.UTF_16LE, 2);
            } else if (starts(first, 0xfe, 0xff)) {
                return new Marked(StandardCharsets.UTF_16BE, 2);
            }
            bytes.mark(LOOKED_AT);
            for (byte b : bytes.readNBytes(LOOKED_AT)) {
                if (b == 0) {
                    throw WorkbookRefusal.NOT_A_SHEET.because();
                }
            }
            bytes.reset();
            return new Marked(Encoding.of(bytes), 0);
        }
    }

    static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static String head(Path file, Marked marked) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(marked.mark);
            var head = new String(bytes.readNBytes(LOOKED_AT), marked.charset);
            if (head.indexOf('\0') >= 0) {
                throw WorkbookRefusal.NOT_A_SHEET.because();
            }
            return head;
        }
    }
}
