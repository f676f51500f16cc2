package lianxin.workbook;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a text file (RFC 4180, and what offices make of it): cells in quotes may hold separators, doubled quotes and line
 * breaks; lines end with CR, LF or both; a quote inside an unquoted cell is a quote.
 */
final class CsvRows implements Rows {

    private final Reader reader;
    private final Meter meter;
    private final char delimiter;
    private final Limits limits;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int end;
    private int number;
    private boolean over;

    CsvRows(Reader reader, Meter meter, char delimiter, Limits limits) {
        this.reader = reader;
        this.meter = meter;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    public @Nullable Row next() {
        while (!over) {
            number++;
            var cells = row();
            boolean hint = number == 1 && cells.size() == 1 && cells.getFirst().regionMatches(true, 0, "sep=", 0, 4);
            if (!cells.isEmpty() && !hint) {
                return new Row("", number, cells);
            }
        }
        return null;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        for (int column = 0; ; column++) {
            int stop = cell(column);
            put(cells, column);
            if (stop != delimiter) {
                over = stop < 0;
                return cells;
            }
        }
    }

    private void put(List<String> cells, int column) {
        var said = Formulas.meant(Plain.trimmed(cell));
        if (said.isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw WorkbookRefusal.TOO_MANY_COLUMNS.because(Row.letters(column) + number, limits.columns());
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(said);
    }

    /** Reads a cell; answers what it stopped at: the delimiter, a line's end, or -1 for the end of the file. */
    private int cell(int column) {
        cell.setLength(0);
        int c = read();
        if (c == '"') {
            quoted(column);
            c = read();
        }
        for (; c != delimiter && c != '\n' && c != '\r' && c >= 0; c = read()) {
            append(c, column);
        }
        if (c == '\r' && peek() == '\n') {
            read();
        }
        return c == '\r' ? '\n' : c;
    }

    private void quoted(int column) {
        while (true) {
            int c = read();
            if (c < 0) {
                throw WorkbookRefusal.OPEN_QUOTE.because(Row.letters(column) + number);
            } else if (c != '"') {
                append(c, column);
            } else if (peek() == '"') {
                append(read(), column);
            } else {
                return;
            }
        }
    }

    private void append(int c, int column) {
        if (cell.length() >= limits.cellChars()) {
            throw WorkbookRefusal.CELL_TOO_LONG.because(Row.letters(column) + number, limits.cellChars());
        }
        cell.append((char) c);
    }

    private int read() {
        int c = peek();
        at++;
        return c;
    }

    private int peek() {
        if (at >= end && !fill()) {
            return -1;
        }
        return buffer[at];
    }

    private boolean fill() {
        try {
            meter.nextEvent();
            end = reader.read(buffer);
            at = 0;
            return end > 0;
        } catch (CharacterCodingException | CharConversionException broken) {
            throw WorkbookRefusal.MIXED_ENCODING.because(String.valueOf(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
