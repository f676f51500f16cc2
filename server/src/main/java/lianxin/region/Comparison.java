package lianxin.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A new drawing beside the one that holds: what would change, place by place, before anything does.
 *
 * @param changes what differs, by code
 * @param unchanged how many places stay as they are
 */
public record Comparison(List<Change> changes, int unchanged) {

    /** Ways in which a place may differ. */
    public enum What {
        NEW,
        RENAMED,
        RECODED,
        MOVED,
        MERGED,
        SPLIT,
        ENDED,
        /** The file does not say what became of it; somebody must. */
        UNDECIDED
    }

    /**
     * One place that differs.
     *
     * @param before the place as it stands; null when it is new
     * @param after the place as the file draws it; null when it is not in the file
     * @param fate what became of it; null when new or undecided
     */
    public record Change(
            @Nullable Division before,
            @Nullable DivisionRow after,
            Set<What> what,
            @Nullable Fate fate,
            List<Suggestion> suggestions) {}

    /** How many places differ in each way; a place both renamed and moved counts in both. */
    public Map<What, Integer> counts() {
        var counts = new EnumMap<What, Integer>(What.class);
        changes.forEach(change -> change.what().forEach(what -> counts.merge(what, 1, Integer::sum)));
        return counts;
    }

    /** Places about which somebody must decide first. */
    public List<Change> undecided() {
        return changes.stream().filter(c -> c.what().contains(What.UNDECIDED)).toList();
    }

    /**
     * Compares what stands with {@code rows}, as decided in {@code fates}. A place whose code is in the file under the same name is the same
     * place; one whose name differs is, too, unless its old name stands elsewhere in the township, when the codes may have been exchanged
     * and somebody must decide. Everything else is decided by a person.
     */
    static Comparison of(List<Division> standing, List<DivisionRow> rows, Map<UUID, Fate> fates) {
        var names = new Names(standing, rows, fates);
        var byCode = rows.stream().collect(Collectors.toMap(DivisionRow::code, Function.identity()));
        var identity = new HashMap<DivisionCode, UUID>(); // who stands under a code of the new drawing
        var settled = new HashMap<UUID, Fate>();
        for (var place : standing) {
            var fate = fates.get(place.id());
            if (fate == null && byCode.containsKey(place.code()) && !names.exchanged(place, byCode.get(place.code()))) {
                fate = new Fate.Keeps(place.code());
            }
            if (fate == null) {
                continue;
            }
            settled.put(place.id(), fate);
            checked(place, fate, byCode);
            if (fate instanceof Fate.Keeps(var code) && identity.put(code, place.id()) != null) {
                throw RegionRefusal.CODE_CLAIMED_TWICE.because(code);
            }
        }
        return compared(standing, rows, byCode, identity, settled, names);
    }

    private static Comparison compared(
            List<Division> standing,
            List<DivisionRow> rows,
            Map<DivisionCode, DivisionRow> byCode,
            Map<DivisionCode, UUID> identity,
            Map<UUID, Fate> settled,
            Names names) {
        var parents = standing.stream().collect(Collectors.toMap(Division::id, Division::code));
        var changes = new ArrayList<Change>();
        var same = 0;
        for (var place : standing) {
            var fate = settled.get(place.id());
            if (fate instanceof Fate.Keeps(var code)) {
                var row = Objects.requireNonNull(byCode.get(code));
                var what = differences(place, row, identity, parents);
                if (what.isEmpty()) {
                    same++;
                } else {
                    changes.add(new Change(place, row, what, fate, List.of()));
                }
            } else {
                changes.add(new Change(
                        place, null, EnumSet.of(what(fate)), fate, fate == null ? names.suggest(place) : List.of()));
            }
        }
        for (var row : rows) {
            if (!identity.containsKey(row.code())) {
                changes.add(new Change(null, row, EnumSet.of(What.NEW), null, List.of()));
            }
        }
        changes.sort(Comparator.comparing(Comparison::order));
        return new Comparison(List.copyOf(changes), same);
    }

    private static DivisionCode order(Change change) {
        return change.before() != null
                ? change.before().code()
                : Objects.requireNonNull(change.after()).code();
    }

    private static What what(@Nullable Fate fate) {
        return switch (fate) {
            case null -> What.UNDECIDED;
            case Fate.Keeps _ -> What.RECODED;
            case Fate.Merged _ -> What.MERGED;
            case Fate.Split _ -> What.SPLIT;
            case Fate.Ended _ -> What.ENDED;
        };
    }

    private static Set<What> differences(
            Division place, DivisionRow row, Map<DivisionCode, UUID> identity, Map<UUID, DivisionCode> parents) {
        var what = EnumSet.noneOf(What.class);
        if (!place.name().equals(row.name())) {
            what.add(What.RENAMED);
        }
        if (!place.code().equals(row.code()) || !place.kind().equals(row.kind())) {
            what.add(What.RECODED);
        }
        // The root's own parent lies outside the file and says nothing.
        if (place.parent() != null
                && parents.containsKey(place.parent())
                && !place.parent().equals(row.parent() == null ? null : identity.get(row.parent()))) {
            what.add(What.MOVED);
        }
        return what;
    }

    private static void checked(Division place, Fate fate, Map<DivisionCode, DivisionRow> byCode) {
        for (var code : new HashSet<>(fate.codes())) {
            if (!byCode.containsKey(code) || code.level() != place.level()) {
                throw RegionRefusal.FATE_LEADS_NOWHERE.because(place.name(), code);
            }
        }
    }
}
