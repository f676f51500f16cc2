package lianxin.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.coverage.NightlyCheck;
import lianxin.overview.Sight.Part;
import lianxin.overview.Sight.Tile;
import lianxin.overview.Sight.Todo;
import lianxin.platform.CountyTime;
import lianxin.proposal.Proposals;
import lianxin.proposal.RunState;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.scheme.Grounds;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what a level sees. */
@Service
class Sights {

    /** An exemption that ends within so many days needs somebody to think about it. */
    private static final int SOON = 30;

    private final Figures figures;
    private final Divisions divisions;
    private final Units units;
    private final Grounds grounds;
    private final Proposals proposals;
    private final NightlyCheck check;
    private final CountyTime time;

    Sights(
            Figures figures,
            Divisions divisions,
            Units units,
            Grounds grounds,
            Proposals proposals,
            NightlyCheck check,
            CountyTime time) {
        this.figures = figures;
        this.divisions = divisions;
        this.units = units;
        this.grounds = grounds;
        this.proposals = proposals;
        this.check = check;
        this.time = time;
    }

    /** A city, county or township. */
    Sight at(Division place, LocalDate day, Caller caller) {
        var villages = figures.villages(place, day, caller);
        var parts = parts(place, day, villages);
        var loads = figures.loads(place, day, caller);
        var today = day.equals(time.today());
        return new Sight(
                place,
                Coverage.of(villages),
                parts,
                loads,
                unserved(place, day, villages),
                today ? todos(place, parts, loads, caller) : List.of(),
                today ? figures.age(place) : null,
                today ? check.latest(place.code().ground()).orElse(null) : null);
    }

    /** Units of a place that serve no village, and its villages no unit serves. */
    Unserved unserved(Division place, LocalDate day, List<VillageFigure> villages) {
        var served = grounds.on(Ground.EVERYWHERE, day);
        var serving = served.stream().map(Grounds.UnitGround::unit).collect(Collectors.toSet());
        var stretches = joined(served);
        return new Unserved(
                units.on(place.code().ground()).stream()
                        .filter(unit -> exists(unit, day) && !serving.contains(unit.id()))
                        .toList(),
                villages.stream()
                        .filter(village -> village.households() > 0
                                && !within(stretches.floorEntry(village.place()), village.place()))
                        .toList());
    }

    /** Where any unit serves, as stretches apart from each other: from where, to where. */
    private static NavigableMap<Long, Long> joined(List<Grounds.UnitGround> byPlace) {
        var stretches = new TreeMap<Long, Long>();
        for (var next : byPlace) {
            var last = stretches.lastEntry();
            if (last != null && next.ground().lo() <= last.getValue()) {
                stretches.put(
                        last.getKey(), Math.max(last.getValue(), next.ground().hi()));
            } else {
                stretches.put(next.ground().lo(), next.ground().hi());
            }
        }
        return stretches;
    }

    private static boolean within(Map.@Nullable Entry<Long, Long> stretch, long place) {
        return stretch != null && place < stretch.getValue();
    }

    private static boolean exists(Unit unit, LocalDate day) {
        return !day.isBefore(unit.since()) && (unit.until() == null || day.isBefore(unit.until()));
    }

    private List<Part> parts(Division place, LocalDate day, List<VillageFigure> villages) {
        var names = place.level() == Level.COUNTY || place.level() == Level.TOWNSHIP
                ? divisions.on(place.code().ground(), Level.VILLAGE, day).stream()
                        .collect(Collectors.toMap(Division::id, Function.identity()))
                : Map.<UUID, Division>of();
        return divisions.children(place, day).stream()
                .map(child -> {
                    var ground = child.code().ground();
                    var under = villages.stream()
                            .filter(village -> ground.contains(village.place()))
                            .toList();
                    return new Part(
                            child,
                            Coverage.of(under),
                            under.stream()
                                    .filter(village -> names.containsKey(village.village()))
                                    .map(village -> tile(village, names))
                                    .toList());
                })
                .toList();
    }

    private static Tile tile(VillageFigure figure, Map<UUID, Division> names) {
        var village = names.get(figure.village());
        return new Tile(
                String.valueOf(figure.place()),
                village == null ? "" : village.name(),
                figure.households(),
                figure.gap());
    }

    /** At most three things, the heaviest first. */
    private List<Todo> todos(Division place, List<Part> parts, Loads loads, Caller caller) {
        var todos = new ArrayList<Todo>();
        var code = place.code();
        var gap = parts.stream().mapToLong(part -> part.coverage().gap()).sum();
        if (gap > 0) {
            var repairs = caller.holds(Right.PAIRING_REPAIR) && place.level().compareTo(Level.COUNTY) >= 0;
            todos.add(new Todo(
                    "gap",
                    "seal",
                    gap,
                    parts.stream()
                            .filter(part -> part.coverage().gap() > 0)
                            .sorted(Comparator.comparingLong(
                                            (Part part) -> part.coverage().gap())
                                    .reversed())
                            .limit(3)
                            .toList(),
                    repairs ? "/repairs/place/" + code : "/overview/gaps?place=" + code));
        }
        if (caller.holds(Right.PAIRING_PROPOSE)) {
            var waiting = proposals.latest(code, caller).stream()
                    .filter(run -> run.state() == RunState.PROPOSED)
                    .toList();
            if (!waiting.isEmpty()) {
                todos.add(new Todo(
                        "run",
                        "",
                        waiting.size(),
                        List.of(),
                        "/proposals/" + waiting.getFirst().id()));
            }
        }
        if (loads.idle() > 0) {
            todos.add(new Todo("idle", "amber", loads.idle(), List.of(), "/overview/idle?place=" + code));
        }
        var ending = figures.exemptionsEnding(place, SOON, caller);
        if (ending > 0) {
            todos.add(new Todo("exempt", "", ending, List.of(), "/pairing?place=" + code + "#exemptions"));
        }
        return todos.stream().limit(3).toList();
    }
}
