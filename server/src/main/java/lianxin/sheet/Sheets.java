package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import lianxin.platform.Words;
import lianxin.workbook.Format;
import lianxin.workbook.Limits;
import lianxin.workbook.Meter;
import lianxin.workbook.Progress;
import lianxin.workbook.Row;
import lianxin.workbook.RowIterator;
import lianxin.workbook.Rows;
import lianxin.workbook.Source;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of one file an office sent: a workbook or a CSV file, told apart by content.
 *
 * <p>Reading streams: one row is held at a time, whatever the size of the file, and a file can be read several times while it is open.
 * Whatever is wrong with the file as a whole is a {@link lianxin.platform.Refusal}, at the latest when the broken place is reached; a
 * caller who applies rows must therefore apply all or nothing. What is wrong with a single cell is a {@link Fault} of its {@link Line}.
 * For one thread at a time.
 */
public final class Sheets implements AutoCloseable {

    private final Source source;
    private final Limits limits;
    private final List<Rows> open = new ArrayList<>();

    private Sheets(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Opens a file; the name does not matter, and the file is neither changed nor moved. */
    public static Sheets open(Path file, Limits limits) {
        try {
            return new Sheets(Source.open(file, limits), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Format format() {
        return source.format();
    }

    /** Names of the sheets a person sees, in their order; one empty name for a CSV file. */
    public List<String> names() {
        return source.sheets();
    }

    /** Finds the header: the row that says most of what we expect, among the first ten rows with text of every sheet. */
    public HeaderMatch match(Columns columns) {
        return match(columns, source.sheets(), null);
    }

    /** As {@link #match(Columns)}, in one sheet. */
    public HeaderMatch match(Columns columns, String sheet) {
        return match(columns, List.of(sheet), null);
    }

    /** As {@link #match(Columns)}, taking what somebody said of the same headers before as certain. */
    public HeaderMatch match(Columns columns, HeaderMatch before) {
        return match(columns, source.sheets(), before);
    }

    private HeaderMatch match(Columns columns, List<String> sheets, @Nullable HeaderMatch before) {
        var search = new HeaderSearch(columns, before);
        boolean empty = true;
        var meter = source.meter();
        for (var sheet : sheets) {
            var first = first(sheet, meter);
            search.in(first);
            empty &= first.isEmpty();
        }
        if (empty) {
            throw Source.empty();
        }
        return search.best();
    }

    private List<Row> first(String sheet, Meter meter) {
        List<Row> first = new ArrayList<>();
        try (var rows = source.rows(sheet, meter)) {
            for (var row = rows.next(); row != null && first.size() < HeaderSearch.ROWS; row = rows.next()) {
                first.add(row);
            }
        }
        return first;
    }

    /** All rows of a sheet that hold any text, titles and header too. */
    public Iterable<Row> rows(String sheet) {
        return () -> iterator(sheet, source.meter());
    }

    /** As {@link #rows}, as part of a longer reading. */
    Iterator<Row> iterator(String sheet, Meter meter) {
        var rows = opened(sheet, meter);
        return new RowIterator<>() {
            @Override
            @Nullable
            protected Row advance() {
                return rows.next();
            }
        };
    }

    Meter meter() {
        return source.meter();
    }

    /**
     * The rows under the header, understood, from its sheet and from every later sheet with the same header (a sheet holds 1,048,576 rows).
     * A header repeated for printing is passed over.
     */
    public Iterable<Line> lines(Columns columns, HeaderMatch match, Progress progress) {
        if (!match.settled()) {
            throw match.unsettled(columns);
        }
        return () -> new Lines(this, source, columns, match, limits, progress);
    }

    /**
     * Writes the file again, in its own format, with a reason beside every row that has one; title rows, headers, row numbers and sheets
     * stay where they were. Values only: formulas, colours and drop-downs are not copied, because a copy must carry nothing but data.
     *
     * @param reason what is wrong with a row under the header, or null
     */
    public void copyWithReasons(
            HeaderMatch match, Function<Row, @Nullable String> reason, Words words, OutputStream out)
            throws IOException {
        ReasonCopy.write(this, match, reason, words, out);
    }

    Rows opened(String sheet, Meter meter) {
        var rows = source.rows(sheet, meter);
        open.add(rows);
        return rows;
    }

    void done(Rows rows) {
        rows.close();
        open.remove(rows);
    }

    @Override
    public void close() {
        open.forEach(Rows::close);
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
