package lianxin.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lianxin.sheet.HeaderMatch.Found;
import lianxin.sheet.HeaderMatch.Sureness;
import org.jspecify.annotations.Nullable;

/** Finds out which row of a sheet is its header, and which column of it is which of ours. */
final class HeaderSearch {

    /** Offices put a title, a date and who filled it in above the header. */
    static final int ROWS = 10;

    private static final double ALIKE = 0.6;
    private static final int NAMED = 8;

    private final Columns columns;
    private final @Nullable HeaderMatch before;
    private @Nullable HeaderMatch best;

    HeaderSearch(Columns columns, @Nullable HeaderMatch before) {
        this.columns = columns;
        this.before = before;
    }

    /** Looks at the first rows of one more sheet. */
    void in(List<Row> first) {
        for (var row : first) {
            var match = found(row);
            if (weight(match) > (best == null ? 0 : weight(best))) {
                best = match;
            }
        }
    }

    /** The row that says most of what we expect, the first of several. */
    HeaderMatch best() {
        if (best == null) {
            throw SheetRefusal.NO_HEADER.because(String.join(
                    "、", columns.all().stream().limit(NAMED).map(Column::chinese).toList()));
        }
        return withoutDoubles(best);
    }

    private static double weight(HeaderMatch match) {
        return match.found().stream()
                .mapToDouble(one -> one.at() < 0 ? 0 : one.sureness().sure() ? 1 : 0.5 * one.confidence())
                .sum();
    }

    private HeaderMatch found(Row row) {
        if (before != null
                && before.isHeader(row)
                && before.found().stream().map(Found::column).toList().equals(keys())) {
            return new HeaderMatch(row.sheet(), row.number(), row.cells(), before.found());
        }
        var keys = row.cells().stream().map(Plain::key).toList();
        List<Found> found = new ArrayList<>(
                columns.all().stream().map(column -> sure(column, row, keys)).toList());
        doubtShared(found);
        resemble(found, keys);
        return new HeaderMatch(row.sheet(), row.number(), row.cells(), found);
    }

    private List<String> keys() {
        return columns.all().stream().<String>map(Column::key).toList();
    }

    private Found sure(Column<?> column, Row row, List<String> keys) {
        int chosen = before == null ? -1 : chosen(before, column, row);
        if (chosen >= 0) {
            return found(column, chosen, Sureness.CHOSEN, 1);
        }
        var own = at(
                keys,
                key -> !key.isEmpty()
                        && (key.equals(Plain.key(column.chinese()))
                                || key.equals(Plain.key(column.english()))
                                || key.equals(Plain.key(column.key()))));
        if (!own.isEmpty()) {
            return found(column, own.getFirst(), own.size() == 1 ? Sureness.EXACT : Sureness.AMBIGUOUS, 1);
        }
        var same = at(
                keys,
                key -> !key.isEmpty()
                        && column.synonyms().stream().anyMatch(synonym -> key.equals(Plain.key(synonym))));
        return same.isEmpty()
                ? found(column, -1, Sureness.ABSENT, 0)
                : found(column, same.getFirst(), same.size() == 1 ? Sureness.SYNONYM : Sureness.AMBIGUOUS, 0.95);
    }

    /** What somebody said of a header of the same words in an earlier file. */
    private static int chosen(HeaderMatch before, Column<?> column, Row row) {
        return before.found().stream()
                .filter(one -> one.column().equals(column.key()) && one.sureness() == Sureness.CHOSEN)
                .mapToInt(one -> row.cells().indexOf(before.headers().get(one.at())))
                .findFirst()
                .orElse(-1);
    }

    private static List<Integer> at(List<String> keys, Predicate<String> fits) {
        return IntStream.range(0, keys.size())
                .filter(i -> fits.test(keys.get(i)))
                .boxed()
                .toList();
    }

    /** One header that two of our columns claim belongs to the one whose own name it is, or it must be asked. */
    private static void doubtShared(List<Found> found) {
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i);
            var rivals = found.stream()
                    .filter(other -> other != one && other.at() == one.at())
                    .toList();
            if (one.at() < 0
                    || rivals.isEmpty()
                    || one.sureness() == Sureness.EXACT
                    || one.sureness() == Sureness.CHOSEN) {
                continue;
            }
            boolean taken = rivals.stream()
                    .anyMatch(other -> other.sureness() == Sureness.EXACT || other.sureness() == Sureness.CHOSEN);
            found.set(
                    i,
                    taken
                            ? new Found(one.column(), -1, Sureness.ABSENT, 0, one.required())
                            : new Found(one.column(), one.at(), Sureness.AMBIGUOUS, one.confidence(), one.required()));
        }
    }

    private record Pair(int ours, int theirs, double likeness) {}

    /** Gives headers nobody claims to the columns without one, the most alike first. */
    private void resemble(List<Found> found, List<String> keys) {
        List<Pair> pairs = new ArrayList<>();
        for (int ours = 0; ours < found.size(); ours++) {
            for (int theirs = 0; theirs < keys.size() && found.get(ours).at() < 0; theirs++) {
                double likeness = likeness(columns.all().get(ours), keys.get(theirs));
                if (likeness >= ALIKE) {
                    pairs.add(new Pair(ours, theirs, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (var pair : pairs) {
            if (found.get(pair.ours).at() < 0 && found.stream().noneMatch(one -> one.at() == pair.theirs)) {
                found.set(pair.ours, found(columns.all().get(pair.ours), pair.theirs, Sureness.SIMILAR, pair.likeness));
            }
        }
    }

    private static double likeness(Column<?> column, String key) {
        double best =
                Math.max(Likeness.of(Plain.key(column.chinese()), key), Likeness.of(Plain.key(column.english()), key));
        for (var synonym : column.synonyms()) {
            best = Math.max(best, Likeness.of(Plain.key(synonym), key));
        }
        return Math.min(best, 0.9); // never as sure as the same words
    }

    /** Two columns under the same words cannot be told apart by anybody, so there is nothing to ask. */
    private HeaderMatch withoutDoubles(HeaderMatch match) {
        var keys = match.headers().stream().map(Plain::key).toList();
        for (var one : match.found()) {
            if (one.at() >= 0
                    && one.sureness() != Sureness.CHOSEN
                    && keys.indexOf(keys.get(one.at())) != keys.lastIndexOf(keys.get(one.at()))) {
                int other = keys.indexOf(keys.get(one.at())) == one.at()
                        ? keys.lastIndexOf(keys.get(one.at()))
                        : keys.indexOf(keys.get(one.at()));
                throw SheetRefusal.DUPLICATE_HEADER.because(
                        match.headers().get(one.at()),
                        Row.letters(one.at()) + match.row(),
                        Row.letters(other) + match.row());
            }
        }
        return match;
    }

    private static Found found(Column<?> column, int at, Sureness sureness, double confidence) {
        return new Found(column.key(), at, sureness, confidence, column.mandatory());
    }
}
