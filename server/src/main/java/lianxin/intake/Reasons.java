package lianxin.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lianxin.platform.Words;
import lianxin.region.Ground;
import lianxin.sheet.HeaderMatch;
import lianxin.sheet.Line;
import lianxin.sheet.Sheets;
import lianxin.workbook.Progress;
import lianxin.workbook.Row;
import org.jspecify.annotations.Nullable;

/**
 * Why rows of a file cannot be taken, asked row after row in the file's order. It reads the file along with whoever asks, so it holds one row
 * however many are bad.
 */
final class Reasons implements Function<Row, @Nullable String> {

    private final List<String> names;
    private final Reading reading;
    private final Map<Long, String> known;
    private final Words words;
    private final Iterator<Line> lines;
    private @Nullable Line next;

    /** {@code known} are those the registry found, by line. */
    Reasons(Sheets sheets, HeaderMatch match, RosterFile roster, Ground ground, Map<Long, String> known, Words words) {
        this.names = sheets.names();
        this.reading = roster.reading(ground);
        this.known = known;
        this.words = words;
        this.lines = sheets.lines(roster.columns(), match, Progress.UNSEEN).iterator();
        this.next = lines.hasNext() ? lines.next() : null;
    }

    @Override
    public @Nullable String apply(Row row) {
        var line = next;
        if (line == null
                || line.row().number() != row.number()
                || !line.row().sheet().equals(row.sheet())) {
            return null;
        }
        next = lines.hasNext() ? lines.next() : null;
        var number = ImportRun.number(names, row);
        reading.row(line, number);
        var why = new ArrayList<String>();
        line.faults().forEach(fault -> why.add(fault.say(words)));
        var found = known.get(number);
        if (found != null) {
            why.add(words.t("roster.row." + found));
        }
        return why.isEmpty() ? null : String.join(words.chinese() ? "；" : "; ", why);
    }
}
