package lianxin.sheet;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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
    private final long total;
    private @Nullable Rows rows;
    private long before;
    private long count;

    Lines(Sheets sheets, Source source, Columns columns, HeaderMatch match, Limits limits, Progress progress) {
        this.sheets = sheets;
        this.columns = columns;
        this.match = match;
        this.limits = limits;
        this.progress = progress;
        var names = source.sheets();
        int first = names.indexOf(match.sheet());
        this.waiting = new ArrayDeque<>(first < 0 ? List.of(match.sheet()) : names.subList(first, names.size()));
        this.total = waiting.stream().mapToLong(source::size).sum();
    }

    @Override
    @Nullable Line advance() {
        while (rows != null || nextSheet()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (!match.isHeader(row)) {
                    return counted(new Line(row, columns, match));
                }
            }
            close();
        }
        tell(before);
        return null;
    }

    private Line counted(Line line) {
        if (++count > limits.rows()) {
            throw SheetRefusal.TOO_MANY_ROWS.because(limits.rows());
        }
        if (count % TOLD_EVERY == 0) {
            tell(before + rows.bytesRead());
        }
        return line;
    }

    private void tell(long read) {
        progress.at(count, read, Math.max(read, total));
    }

    private void close() {
        before += rows.bytesRead();
        sheets.done(rows);
        rows = null;
    }

    /** Opens the next sheet and goes to below its header; the sheets of a roster may have others between them. */
    private boolean nextSheet() {
        for (var name = waiting.poll(); name != null; name = waiting.poll()) {
            rows = sheets.opened(name);
            for (int i = 0; i < HeaderSearch.ROWS; i++) {
                var row = rows.next();
                if (row != null && match.isHeader(row)) {
                    return true;
                }
            }
            if (name.equals(match.sheet())) {
                throw SheetRefusal.OTHER_HEADER.because(match.sheet());
            }
            close();
        }
        return false;
    }
}
