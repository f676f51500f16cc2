package lianxin.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.sheet.HeaderMatch.Found;
import lianxin.sheet.HeaderMatch.Sureness;
import lianxin.workbook.Plain;
import lianxin.workbook.Row;
import org.jspecify.annotations.Nullable;

/** Finds out which row of a sheet is its header, and which column of it is which of ours. */
final class HeaderSearch {

    /** Offices put a title, a date and who filled it in above the header. */
    static final int ROWS = 10;

    private static final double ALIKE = 0.6;

    /** However alike: never as sure as the same words. */
    private static final double ALMOST = 0.9;

    private static final int NAMED = 8;

    /** One of our columns, and what its headers come down to. */
    private record Ours(Column<?> column, Set<String> names, Set<String> synonyms) {

        static Ours of(Column<?> column) {
            return new Ours(
                    column,
                    keys(Stream.of(column.chinese(), column.english(), column.key())),
                    keys(column.synonyms().stream()));
        }

        private static Set<String> keys(Stream<String> headers) {
            return headers.map(Plain::key).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        }

        double likeness(String key) {
            return Stream.concat(names.stream(), synonyms.stream())
                    .mapToDouble(name -> Likeness.of(name, key))
                    .reduce(0, Math::max);
        }

        Found found(int at, Sureness sureness, double confidence) {
            return new Found(column.key(), at, sureness, confidence, column.mandatory());
        }
    }

    private final Columns columns;
    private final List<Ours> ours;
    private final @Nullable HeaderMatch before;
    private @Nullable HeaderMatch best;

    HeaderSearch(Columns columns, @Nullable HeaderMatch before) {
        this.columns = columns;
        this.ours = columns.all().stream().<Ours>map(Ours::of).toList();
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
            throw SheetRefusal.NO_HEADER.because(columns.names(
                    IntStream.range(0, Math.min(NAMED, ours.size())).boxed().toList()));
        }
        return withoutDoubles(best);
    }

    private static double weight(HeaderMatch match) {
        return match.found().stream()
                .mapToDouble(one -> one.at() < 0 ? 0 : one.sureness().sure() ? 1 : 0.5 * one.confidence())
                .sum();
    }

    private HeaderMatch found(Row row) {
        if (before != null && before.isHeader(row) && isOfOurs(before)) {
            return new HeaderMatch(row.sheet(), row.number(), row.cells(), before.found());
        }
        var keys = row.cells().stream().map(Plain::key).toList();
        List<Found> found = new ArrayList<>();
        ours.forEach(one -> found.add(sure(one, row, keys)));
        List<Found> settled = new ArrayList<>();
        found.forEach(one -> settled.add(withoutRivals(one, found)));
        resemble(settled, keys);
        return new HeaderMatch(row.sheet(), row.number(), row.cells(), settled);
    }

    private boolean isOfOurs(HeaderMatch match) {
        return match.found().stream()
                .map(Found::column)
                .toList()
                .equals(ours.stream().map(one -> one.column.key()).toList());
    }

    private Found sure(Ours one, Row row, List<String> keys) {
        int chosen = before == null ? -1 : chosen(before, one.column, row);
        if (chosen >= 0) {
            return one.found(chosen, Sureness.CHOSEN, 1);
        }
        var own = at(keys, one.names::contains);
        if (!own.isEmpty()) {
            return one.found(own.getFirst(), own.size() == 1 ? Sureness.EXACT : Sureness.AMBIGUOUS, 1);
        }
        var same = at(keys, one.synonyms::contains);
        return same.isEmpty()
                ? one.found(-1, Sureness.ABSENT, 0)
                : one.found(same.getFirst(), same.size() == 1 ? Sureness.SYNONYM : Sureness.AMBIGUOUS, 0.95);
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

    /** A header that two of our columns claim belongs to the one with the better claim; between equals a person decides. */
    private static Found withoutRivals(Found one, List<Found> all) {
        int best = all.stream()
                .filter(other -> !other.column().equals(one.column()) && other.at() == one.at())
                .mapToInt(other -> claim(other.sureness()))
                .max()
                .orElse(-1);
        if (one.at() < 0 || best < claim(one.sureness())) {
            return one;
        }
        return best > claim(one.sureness())
                ? new Found(one.column(), -1, Sureness.ABSENT, 0, one.required())
                : new Found(one.column(), one.at(), Sureness.AMBIGUOUS, one.confidence(), one.required());
    }

    private static int claim(Sureness sureness) {
        return switch (sureness) {
            case CHOSEN -> 3;
            case EXACT -> 2;
            case SYNONYM -> 1;
            case SIMILAR, AMBIGUOUS, ABSENT -> 0;
        };
    }

    private record Pair(int ours, int theirs, double likeness) {}

    /** Gives headers nobody claims to the columns without one, the most alike first. */
    private void resemble(List<Found> found, List<String> keys) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < keys.size() && found.get(i).at() < 0; j++) {
                double likeness = Math.min(ours.get(i).likeness(keys.get(j)), ALMOST);
                if (likeness >= ALIKE) {
                    pairs.add(new Pair(i, j, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (var pair : pairs) {
            if (found.get(pair.ours).at() < 0 && found.stream().noneMatch(one -> one.at() == pair.theirs)) {
                found.set(pair.ours, ours.get(pair.ours).found(pair.theirs, Sureness.SIMILAR, pair.likeness));
            }
        }
    }

    /** Two columns under the same words cannot be told apart by anybody, so there is nothing to ask. */
    private static HeaderMatch withoutDoubles(HeaderMatch match) {
        var keys = match.headers().stream().map(Plain::key).toList();
        for (var one : match.found()) {
            if (one.at() < 0 || one.sureness() == Sureness.CHOSEN) {
                continue;
            }
            int first = keys.indexOf(keys.get(one.at()));
            int last = keys.lastIndexOf(keys.get(one.at()));
            if (first != last) {
                throw SheetRefusal.DUPLICATE_HEADER.because(
                        match.headers().get(first), Row.letters(first) + match.row(), Row.letters(last) + match.row());
            }
        }
        return match;
    }
}
