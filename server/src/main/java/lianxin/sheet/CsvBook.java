package lianxin.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import lianxin.workbook.Format;
import lianxin.workbook.Formulas;
import org.jspecify.annotations.Nullable;

/** Writes a CSV file as Excel does: lines end with CR LF, and a cell with a separator, a quote or a line break stands in quotes. */
final class CsvBook implements Book {

    private final Writer out;
    private final char delimiter;
    private int written;

    CsvBook(OutputStream out, Format.Csv format) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, format.charset()), 1 << 16);
        this.delimiter = format.delimiter();
        if (format.bom()) {
            this.out.write('\ufeff');
        }
    }

    @Override
    public int rows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void sheet(String name) {
        if (written > 0) {
            throw new IllegalStateException("A CSV file has one sheet");
        }
    }

    @Override
    public void header(int row, List<String> headers) throws IOException {
        put(row, headers);
    }

    @Override
    public void put(int row, List<? extends @Nullable Object> cells) throws IOException {
        for (; written < row - 1; written++) {
            out.write("\r\n");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            var cell = cells.get(i);
            out.write(
                    cell instanceof String text
                            ? quoted(Formulas.disarmed(text))
                            : cell == null ? "" : cell.toString());
        }
        out.write("\r\n");
        written++;
    }

    private String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r' || c == ',' || c == ';' || c == '\t') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
