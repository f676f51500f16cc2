package lianxin.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.region.Suggestion.Why;

/** What names say about two drawings: never who is who, only what to suggest, and when to doubt. */
final class Names {

    private static final int ENOUGH = 6;

    private final Map<String, List<Division>> before;
    private final Map<String, List<DivisionRow>> after;
    private final List<DivisionRow> rows;
    private final Map<DivisionCode, String> nameBefore;
    private final Map<DivisionCode, String> nameAfter;
    private final Map<UUID, Fate> fates;

    Names(List<Division> standing, List<DivisionRow> rows, Map<UUID, Fate> fates) {
        this.before = standing.stream().collect(Collectors.groupingBy(Division::name));
        this.after = rows.stream().collect(Collectors.groupingBy(DivisionRow::name));
        this.rows = rows;
        this.nameBefore = standing.stream().collect(Collectors.toMap(Division::code, Division::name));
        this.nameAfter = rows.stream().collect(Collectors.toMap(DivisionRow::code, DivisionRow::name));
        this.fates = fates;
    }

    /**
     * Whether codes may have been exchanged: the place's code bears another name now, and either its own name stands elsewhere in the
     * township, or the new name stood elsewhere in the township and no longer does there.
     */
    boolean exchanged(Division place, DivisionRow row) {
        if (place.name().equals(row.name())) {
            return false;
        }
        var township = around(place, Level.TOWNSHIP);
        return named(place, township).anyMatch(this::isNew)
                || before.getOrDefault(row.name(), List.of()).stream()
                        .filter(d -> d.level() == place.level() && township.contains(d.code()))
                        .anyMatch(d -> !d.name().equals(nameAfter.get(d.code())));
    }

    /** What may have become of a place the file does not explain, the best first. */
    List<Suggestion> suggest(Division place) {
        var found = new ArrayList<Suggestion>();
        only(place, around(place, Level.TOWNSHIP)).forEach(r -> found.add(keeps(r, Why.SAME_NAME_SAME_TOWNSHIP)));
        successor(place)
                .flatMap(ground -> only(place, ground))
                .forEach(r -> found.add(keeps(r, Why.SAME_NAME_SUCCEEDING_TOWNSHIP)));
        only(place, around(place, Level.COUNTY)).forEach(r -> found.add(keeps(r, Why.SAME_NAME_SAME_COUNTY)));
        near(place, r -> isNew(r) && shares(place.name(), r.name())).forEach(r -> found.add(merged(r, Why.NEW_NEARBY)));
        near(place, _ -> true).forEach(r -> found.add(merged(r, Why.NEXT_BY_CODE)));
        return found.stream()
                .collect(Collectors.toMap(
                        s -> s.target().code(), Function.identity(), (first, _) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(ENOUGH)
                .toList();
    }

    /** The one new bearer of the place's name on {@code ground}, if the name was unique around the place and is unique there. */
    private Stream<DivisionRow> only(Division place, Ground ground) {
        var bearers = named(place, ground).toList();
        var township = around(place, Level.TOWNSHIP);
        var were = before.getOrDefault(place.name(), List.of()).stream()
                .filter(d -> d.level() == place.level() && (ground.contains(d.code()) || township.contains(d.code())))
                .count();
        return were == 1 && bearers.size() == 1 && isNew(bearers.getFirst()) ? bearers.stream() : Stream.empty();
    }

    private Stream<DivisionRow> named(Division place, Ground ground) {
        return after.getOrDefault(place.name(), List.of()).stream()
                .filter(r -> r.code().level() == place.level()
                        && ground.contains(r.code())
                        && !r.code().equals(place.code()));
    }

    /** The ground of what the place's parent became, once somebody decided that. */
    private Stream<Ground> successor(Division place) {
        var fate = place.parent() == null ? null : fates.get(place.parent());
        return fate == null ? Stream.empty() : fate.codes().stream().limit(1).map(DivisionCode::ground);
    }

    private Stream<DivisionRow> near(Division place, Predicate<DivisionRow> which) {
        var township = around(place, Level.TOWNSHIP);
        return Stream.concat(Stream.of(township), successor(place))
                .flatMap(ground -> rows.stream().filter(r -> ground.contains(r.code())))
                .filter(r -> r.code().level() == place.level() && !r.code().equals(place.code()))
                .filter(which)
                .sorted(Comparator.comparingLong(
                        r -> Math.abs(r.code().value() - place.code().value())))
                .limit(3);
    }

    /** Whether the row is not simply a place that stands: its code is new, or bears another name. */
    private boolean isNew(DivisionRow row) {
        return !row.name().equals(nameBefore.get(row.code()));
    }

    /** The ground of the place's ancestor of {@code level}, or of the one right above when it is itself not below that level. */
    private static Ground around(Division place, Level level) {
        var above = level.compareTo(place.level()) < 0 ? level : place.level().above();
        var lo = place.code().value() / above.width * above.width;
        return new Ground(lo, lo + above.width);
    }

    private static boolean shares(String one, String other) {
        return stem(one).chars().anyMatch(c -> stem(other).indexOf(c) >= 0);
    }

    /** The name without what every name has. */
    private static String stem(String name) {
        return name.replaceAll("(村民委员会|居民委员会|村委会|居委会|委员会|社区|街道|新村|村|庄|镇|乡)", "");
    }

    private static Suggestion keeps(DivisionRow row, Why why) {
        return new Suggestion(new Fate.Keeps(row.code()), row, why);
    }

    private static Suggestion merged(DivisionRow row, Why why) {
        return new Suggestion(new Fate.Merged(row.code()), row, why);
    }
}
