package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import lianxin.platform.Words;
import lianxin.workbook.Row;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a file with one column more: why a row was not taken. The column stands right of the header's last; a copy that is mended and
 * sent in again gets its new reasons in the same column.
 */
final class ReasonCopy {

    private final HeaderMatch match;
    private final Function<Row, @Nullable String> reason;
    private final int at;
    private final String title;

    private ReasonCopy(HeaderMatch match, Function<Row, @Nullable String> reason, Words words) {
        this.match = match;
        this.reason = reason;
        int again = Math.max(match.headers().indexOf("原因"), match.headers().indexOf("Reason"));
        this.at = again >= 0 ? again : match.headers().size();
        this.title = again >= 0 ? match.headers().get(again) : words.t("sheet.reason");
    }

    static void write(
            Sheets sheets, HeaderMatch match, Function<Row, @Nullable String> reason, Words words, OutputStream out)
            throws IOException {
        var copy = new ReasonCopy(match, reason, words);
        try (var book = Book.to(out, sheets.format())) {
            var meter = sheets.meter();
            for (var name : sheets.names()) {
                book.sheet(name);
                copy.sheet(sheets.iterator(name, meter), book);
            }
        }
    }

    private void sheet(Iterator<Row> rows, Book book) throws IOException {
        boolean below = false;
        int seen = 0;
        while (rows.hasNext()) {
            var row = rows.next();
            if (match.isHeader(row) && (below || seen < HeaderSearch.ROWS)) {
                var cells = with(row, title).stream().map(Object::toString).toList();
                if (below) {
                    book.put(row.number(), cells);
                } else {
                    book.header(row.number(), cells);
                }
                below = true;
            } else if (below) {
                var why = reason.apply(row);
                book.put(row.number(), with(row, why == null ? "" : why));
            } else {
                book.put(row.number(), row.cells());
            }
            seen++;
        }
    }

    /** The row's cells with the reason among them; what stands right of the header's last column moves on by one. */
    private List<String> with(Row row, String why) {
        List<String> cells = new ArrayList<>(row.cells());
        if (at < match.headers().size()) {
            while (cells.size() <= at) {
                cells.add("");
            }
            cells.set(at, why);
            return cells;
        }
        while (cells.size() < at) {
            cells.add("");
        }
        cells.add(at, why);
        return cells;
    }
}
