package lianxin.sheet;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import lianxin.workbook.Limits;
import lianxin.workbook.Meter;
import lianxin.workbook.Progress;
import lianxin.workbook.RowIterator;
import lianxin.workbook.Rows;
import lianxin.workbook.Source;
import org.jspecify.annotations.Nullable;

/** Walks over the sheets that carry one header, and hands out the rows below it. */
final class Lines extends RowIterator<Line> {

    private static final int TOLD_EVERY = 1_000;

    private final Sheets sheets;
    private final Columns columns;
    private final HeaderMatch match;
    private final Limits limits;
    private final Progress progress;
    private final Queue<String> waiting;
    private final Meter meter;
    private final long total;
    private @Nullable Rows rows;
    private long count;

    Lines(Sheets sheets, Source source, Columns columns, HeaderMatch match, Limits limits, Progress progress) {
        this.sheets = sheets;
        this.columns = columns;
        this.match = match;
        this.limits = limits;
        this.progress = progress;
        this.meter = source.meter();
        var names = source.sheets();
        int first = names.indexOf(match.sheet());
        this.waiting = new ArrayDeque<>(first < 0 ? List.of(match.sheet()) : names.subList(first, names.size()));
        this.total = waiting.stream().mapToLong(source::size).sum();
    }

    @Override
    @Nullable
    protected Line advance() {
        for (var sheet = rows == null ? nextSheet() : rows; sheet != null; sheet = nextSheet()) {
            for (var row = sheet.next(); row != null; row = sheet.next()) {
                if (!match.isHeader(row)) {
                    count();
                    return new Line(row, columns, match);
                }
            }
            close(sheet);
        }
        tell();
        return null;
    }

    private void count() {
        if (++count > limits.rows()) {
            throw SheetRefusal.TOO_MANY_ROWS.because(limits.rows());
        }
        if (count % TOLD_EVERY == 0) {
            tell();
        }
    }

    private void tell() {
        progress.at(count, meter.unpacked(), Math.max(meter.unpacked(), total));
    }

    private void close(Rows sheet) {
        sheets.done(sheet);
        rows = null;
    }

    /** Opens the next sheet with our header and goes to below it; the sheets of a roster may have others between them. */
    private @Nullable Rows nextSheet() {
        for (var name = waiting.poll(); name != null; name = waiting.poll()) {
            var sheet = sheets.opened(name, meter);
            if (goneBelowHeader(sheet)) {
                rows = sheet;
                return sheet;
            } else if (name.equals(match.sheet())) {
                throw SheetRefusal.OTHER_HEADER.because(match.sheet());
            }
            close(sheet);
        }
        return null;
    }

    private boolean goneBelowHeader(Rows sheet) {
        for (int i = 0; i < HeaderSearch.ROWS; i++) {
            var row = sheet.next();
            if (row == null || match.isHeader(row)) {
                return row != null;
            }
        }
        return false;
    }
}
