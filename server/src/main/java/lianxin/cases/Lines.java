package lianxin.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names that belong to cases: village, household, desk, category. For those who may read the cases; a department sees no households otherwise. */
@Component
public class Lines {

    private final Divisions divisions;
    private final Households households;
    private final Units units;
    private final Terms terms;
    private final Standing standing;

    Lines(Divisions divisions, Households households, Units units, Terms terms, Standing standing) {
        this.divisions = divisions;
        this.households = households;
        this.units = units;
        this.terms = terms;
        this.standing = standing;
    }

    /** The cases, in the same order, with their names. */
    @Transactional(readOnly = true)
    List<CaseLine> of(List<Case> cases, LocalDate today) {
        return cases.isEmpty() ? List.of() : of(cases, categories(today));
    }

    /** As {@link #of(List, LocalDate)}, for whoever has asked what cases are about already. */
    List<CaseLine> of(List<Case> cases, Map<String, Terms.Category> categories) {
        if (cases.isEmpty()) {
            return List.of();
        }
        return standing.house(() -> {
            var homes = households.byId(cases.stream()
                    .flatMap(c -> Stream.ofNullable(c.household()))
                    .collect(Collectors.toSet()));
            var desks = units(cases.stream().map(Case::desk).toList());
            var names = names(cases.stream().flatMap(c -> Stream.of(c.place(), seat(c.desk(), c.place()))));
            return cases.stream()
                    .map(one -> new CaseLine(
                            one,
                            name(one.place(), names),
                            one.household() == null ? null : homes.get(one.household()),
                            desk(one.desk(), one.place(), desks, names),
                            categories.get(one.category())))
                    .toList();
        });
    }

    /** The rows of a list that waits, in the same order, with their names. */
    List<ListRow> rows(List<CaseList.Looked> rows, LocalDate today) {
        var categories = categories(today);
        return standing.house(() -> {
            var homes = households.byId(rows.stream()
                    .flatMap(row -> Stream.ofNullable(row.entry().household()))
                    .collect(Collectors.toSet()));
            var names = names(rows.stream().map(row -> row.entry().place()));
            return rows.stream()
                    .map(row -> new ListRow(
                            row,
                            name(row.entry().place(), names),
                            row.entry().household() == null
                                    ? null
                                    : homes.get(row.entry().household()),
                            categories.get(row.entry().category())))
                    .toList();
        });
    }

    /** What the desks of a case’s history are called, in the order of the steps. */
    List<String> desks(List<Step> steps, long place) {
        var desks = steps.stream().map(s -> new Desk(s.level(), s.unit())).toList();
        return standing.house(() -> {
            var known = units(desks);
            var names = names(desks.stream().map(desk -> seat(desk, place)));
            return desks.stream().map(desk -> desk(desk, place, known, names)).toList();
        });
    }

    /** To whom a case at a place may be given: the desks of the levels, and the county’s and city’s own units. */
    List<Choice> choices(long place, LocalDate today) {
        var at = new DivisionCode(place);
        var levels = Stream.of(Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY)
                .map(level -> new Desk(level, null))
                .toList();
        var names = names(levels.stream().filter(desk -> !inParts(desk, at)).map(desk -> seat(desk, place)));
        var own =
                levels.stream().map(desk -> new Choice(desk, inParts(desk, at) ? "" : name(seat(desk, place), names)));
        var county = seat(Desk.COUNTY, place);
        var theirs = units.at(List.of(county, seat(Desk.CITY, place))).stream()
                .filter(unit -> !unit.since().isAfter(today)
                        && (unit.until() == null || unit.until().isAfter(today)))
                .sorted(Comparator.comparing(unit -> unit.place() != county)) // the county’s first, each by key
                .map(unit -> new Choice(
                        new Desk(unit.place() == county ? Level.COUNTY : Level.CITY, unit.id()), unit.name()));
        return Stream.concat(own, theirs).toList();
    }

    /** Whether each part of a division has such a desk of its own. */
    private static boolean inParts(Desk desk, DivisionCode place) {
        return desk.unit() == null && desk.level().compareTo(place.level()) > 0;
    }

    /** What a desk is called for cases of a division; empty where each part of it has its own. */
    String desk(Desk desk, DivisionCode place) {
        return inParts(desk, place)
                ? ""
                : standing.house(() ->
                        desk(desk, place.value(), units(List.of(desk)), names(Stream.of(seat(desk, place.value())))));
    }

    String place(DivisionCode place) {
        return name(place.value(), standing.house(() -> names(Stream.of(place.value()))));
    }

    /** What cases are about, by code. */
    Map<String, Terms.Category> categories(LocalDate day) {
        return Terms.byCode(terms.categories(day));
    }

    private Map<UUID, Unit> units(Collection<Desk> desks) {
        return units.byId(
                desks.stream().flatMap(d -> Stream.ofNullable(d.unit())).collect(Collectors.toSet()));
    }

    private String desk(Desk desk, long place, Map<UUID, Unit> units, Map<Long, String> names) {
        var unit = desk.unit() == null ? null : units.get(desk.unit());
        return unit == null ? name(seat(desk, place), names) : unit.name();
    }

    private static long seat(Desk desk, long place) {
        return desk.division(place).value();
    }

    /** All at once: a city’s list is from two hundred villages. */
    private Map<Long, String> names(Stream<Long> places) {
        return divisions.names(places.collect(Collectors.toSet()), LocalDate.now(CountyTime.ZONE));
    }

    private static String name(long place, Map<Long, String> names) {
        return names.getOrDefault(place, Long.toString(place));
    }

    /** A desk one may give a case to, and what it is called. */
    public record Choice(Desk desk, String name) {

        /** How a form names it. */
        public String value() {
            return value(desk);
        }

        /** As {@link #value()}, of any desk. */
        public static String value(Desk desk) {
            var unit = desk.unit();
            return desk.level().name() + (unit == null ? "" : ":" + unit);
        }

        /** Reads what {@link #value} wrote; refused when it is none. */
        static Desk desk(String value) {
            try {
                var parts = value.split(":", 2);
                return new Desk(Level.valueOf(parts[0]), parts.length == 1 ? null : UUID.fromString(parts[1]));
            } catch (IllegalArgumentException e) {
                throw CaseRefusal.NO_SUCH_DESK.because();
            }
        }
    }

    /** A row that is no case yet, as its list shows it; {@code category} is null where nobody can say. */
    public record ListRow(
            CaseList.Looked looked,
            String village,
            @Nullable Household household,
            Terms.@Nullable Category category) {}

    /** A case as a list shows it. */
    public record CaseLine(
            Case one, String village, @Nullable Household household, String desk, Terms.@Nullable Category category) {}
}
