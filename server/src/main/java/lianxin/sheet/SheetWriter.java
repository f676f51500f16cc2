package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lianxin.platform.Words;
import lianxin.workbook.Format;
import org.jspecify.annotations.Nullable;

/**
 * Writes a roster that {@link Sheets} reads back to the same values. Rows go out as they come; a workbook goes on in another sheet with the
 * same header when one is full.
 */
public final class SheetWriter implements AutoCloseable {

    private final Book book;
    private final Columns columns;
    private final Words words;
    private int row;
    private int part;

    /** Writes the header in the reader's language. The stream is not closed. */
    public SheetWriter(OutputStream out, Format format, Columns columns, Words words) throws IOException {
        this.book = Book.to(out, format);
        this.columns = columns;
        this.words = words;
        beginSheet();
    }

    /** Writes a template to be filled in: header, notes, drop-downs and a sheet of instructions; in CSV the header alone. */
    public static void template(OutputStream out, Format format, Columns columns, Words words) throws IOException {
        switch (format) {
            case Format.Xlsx() -> Template.write(out, columns, words);
            case Format.Csv _ -> new SheetWriter(out, format, columns, words).close();
        }
    }

    /** Writes one row: a value for each column in its order, as {@link Line#get} gives them; null for a blank cell. */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (values.size() != columns.all().size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for " + columns.all().size() + " columns");
        }
        if (row == book.rows()) {
            beginSheet();
        }
        List<@Nullable Object> cells = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            cells.add(value == null ? null : cell(columns.all().get(i).kind(), value));
        }
        book.put(++row, cells);
    }

    private void beginSheet() throws IOException {
        book.sheet(++part == 1 ? columns.name(words) : columns.name(words) + " " + part);
        row = 1;
        book.header(row, columns.headers(words));
    }

    private Object cell(Kind<?> kind, Object value) {
        return switch (kind) {
            case Kind.Whole _, Kind.Day _ ->
                value instanceof LocalDate || value instanceof Number ? value : value.toString();
            case Kind.YesNo _ -> words.t(Boolean.TRUE.equals(value) ? "sheet.yes" : "sheet.no");
            case Kind.Choice<?> choice -> choice.word(value, words.chinese());
            case Kind.Many<?> many ->
                ((List<?>) value)
                        .stream()
                                .map(one -> cell(many.each(), one).toString())
                                .collect(Collectors.joining(words.chinese() ? "、" : "; "));
            case Kind.Text _, Kind.Code _, Kind.Phone _ -> value.toString();
        };
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
