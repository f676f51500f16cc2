package lianxin.region;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lianxin.region.Comparison.What;
import org.jspecify.annotations.Nullable;

/** When a drawing may take the place of another. */
final class DrawingRules {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 200;

    private DrawingRules() {}

    /** Where a drawing comes from must be said. */
    static String source(String words) {
        if (words.isBlank() || words.length() > LONGEST_SOURCE) {
            throw RegionRefusal.NO_SOURCE.because(LONGEST_SOURCE);
        }
        return words.strip();
    }

    /** Every parent but the root's is in the file, above its child by level and by code; no code comes twice. */
    static List<DivisionRow> inOneTree(List<DivisionRow> rows) {
        var byCode = new LinkedHashMap<DivisionCode, DivisionRow>();
        for (var row : rows) {
            named(row);
            var twin = byCode.put(row.code(), row);
            if (twin != null) {
                throw RegionRefusal.ROW_TWICE.because(row.line(), row.code(), twin.line());
            }
        }
        @Nullable DivisionRow root = null;
        for (var row : rows) {
            if (hangs(row, byCode)) {
                continue;
            }
            if (root != null) {
                throw RegionRefusal.ROW_PARENT.because(row.line(), row.code(), String.valueOf(row.parent()));
            }
            root = row;
        }
        return List.copyOf(rows);
    }

    private static boolean hangs(DivisionRow row, Map<DivisionCode, DivisionRow> byCode) {
        var parent = row.parent();
        return parent != null
                && byCode.containsKey(parent)
                && parent.level().compareTo(row.code().level()) < 0
                && parent.ground().contains(row.code());
    }

    private static void named(DivisionRow row) {
        var name = row.name();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw RegionRefusal.ROW_NAME.because(row.line(), row.code(), LONGEST_NAME);
        }
    }

    /**
     * Everything is decided, it begins no later than today (what hangs on places is where it is today), nothing on the ground was drawn
     * for a later day, and no place ends on the day it began.
     */
    static void drawable(Comparison comparison, Optional<LocalDate> latest, LocalDate day, LocalDate today) {
        var undecided = comparison.undecided();
        if (!undecided.isEmpty()) {
            throw RegionRefusal.UNDECIDED.because(
                    undecided.size(),
                    Objects.requireNonNull(undecided.getFirst().before()).name());
        }
        if (comparison.changes().isEmpty()) {
            throw RegionRefusal.NOTHING_CHANGES.because();
        }
        if (day.isAfter(today)) {
            throw RegionRefusal.NOT_YET.because(day, today);
        }
        latest.filter(day::isBefore).ifPresent(last -> {
            throw RegionRefusal.TOO_EARLY.because(day, last);
        });
        comparison.changes().stream()
                .filter(c -> c.after() == null && !c.what().contains(What.UNDECIDED))
                .map(c -> Objects.requireNonNull(c.before()))
                .filter(place -> place.since().equals(day))
                .findFirst()
                .ifPresent(place -> {
                    throw RegionRefusal.ENDS_AS_IT_BEGINS.because(place.name(), day);
                });
    }
}
