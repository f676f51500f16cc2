package lianxin.matcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Why there is no assignment: what the searches could not leave.
 *
 * <p>A search for a place that finds none has walked through all places its households could have and all households that
 * sit there: these households outnumber these places (Hall 1935; the source side of a minimum cut, Ford and Fulkerson
 * 1956). A search for households that finds none has likewise walked through all that could come. What overlaps is united.
 */
final class Shortfall {

    private final Plan plan;
    private final Problem problem;
    private final Seats seats;
    private final Groups groups;
    private final Placing placing;
    private final Filling filling;

    Shortfall(Plan plan, Placing placing, Filling filling) {
        this.plan = plan;
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
        this.placing = placing;
        this.filling = filling;
    }

    boolean pinnedTooMany() {
        return Arrays.stream(pinned()).anyMatch(over -> over > 0);
    }

    Infeasible explain() {
        var found = bottlenecks();
        if (found.stream().anyMatch(b -> b.kind() == Bottleneck.Kind.NOBODY_ELIGIBLE)) {
            return new Infeasible(found, Infeasible.Lift.NONE, Infeasible.Lift.NONE);
        }
        lift();
        var over = pinned();
        return new Infeasible(
                found,
                moved(c -> Math.max(0, over[c]) + Math.max(0, load(c) - seats.upper[seats.seatOf[c]])),
                moved(c -> seats.lower[seats.seatOf[c]] - load(c)));
    }

    private int load(int cadre) {
        return plan.load[seats.seatOf[cadre]];
    }

    private Infeasible.Lift moved(IntUnaryOperator by) {
        var cadre = IntStream.range(0, problem.cadres)
                .filter(c -> by.applyAsInt(c) > 0)
                .toArray();
        return new Infeasible.Lift(cadre, Arrays.stream(cadre).map(by).toArray());
    }

    List<Bottleneck> bottlenecks() {
        var found = new ArrayList<Bottleneck>();
        nobody(found);
        pins(found);
        parts(found, Bottleneck.Kind.TOO_FEW_PLACES, placing.seatReached.closed, placing.groupReached.closed);
        parts(found, Bottleneck.Kind.TOO_FEW_HOUSEHOLDS, filling.seatReached.closed, filling.groupReached.closed);
        return List.copyOf(found);
    }

    /** How many more are pinned to each cadre than he may take. */
    private int[] pinned() {
        var over = new int[problem.cadres];
        for (int c = 0; c < problem.cadres; c++) {
            over[c] = -problem.upper[c];
        }
        for (int c : problem.pin) {
            if (c >= 0) {
                over[c]++;
            }
        }
        return over;
    }

    private void pins(List<Bottleneck> found) {
        var over = pinned();
        for (int c = 0; c < over.length; c++) {
            if (over[c] > 0) {
                int cadre = c;
                var households = IntStream.range(0, problem.households)
                        .filter(h -> problem.pinOf(h) == cadre)
                        .toArray();
                found.add(new Bottleneck(
                        Bottleneck.Kind.TOO_FEW_PLACES,
                        new int[0],
                        new int[] {problem.unitOf[c]},
                        new int[] {c},
                        households,
                        households.length,
                        problem.upper[c]));
            }
        }
    }

    private void nobody(List<Bottleneck> found) {
        for (int v = 0; v < problem.villages; v++) {
            var named = IntStream.builder();
            for (int g = groups.first(v); g >= 0; g = groups.next(g)) {
                if (plan.loose[g] > 0 && hasNobody(g)) {
                    Arrays.stream(groups.member, groups.memberStart[g], groups.memberStart[g] + groups.size[g])
                            .forEach(named::add);
                }
            }
            var households = named.build().sorted().toArray();
            if (households.length > 0) {
                found.add(new Bottleneck(
                        Bottleneck.Kind.NOBODY_ELIGIBLE,
                        new int[] {v},
                        new int[0],
                        new int[0],
                        households,
                        households.length,
                        0));
            }
        }
    }

    private boolean hasNobody(int group) {
        int v = groups.village[group];
        int cadres = 0;
        for (int i = problem.villageUnitStart[v]; i < problem.villageUnitStart[v + 1]; i++) {
            int u = problem.villageUnit[i];
            cadres += seats.start[u + 1] - seats.start[u];
        }
        for (int k = groups.knotStart[group]; k < groups.knotStart[group + 1]; k++) {
            if (groups.knotRoom[k] == 0) {
                cadres--;
            }
        }
        return cadres == 0;
    }

    /** One bottleneck for each part of what is closed that hangs together. */
    private void parts(List<Bottleneck> found, Bottleneck.Kind kind, boolean[] closedSeat, boolean[] closedGroup) {
        var union = new Union(seats.count + groups.count);
        for (int g = 0; g < groups.count; g++) {
            if (closedGroup[g]) {
                unite(union, g, closedSeat);
            }
        }
        var parts = new TreeMap<Integer, Part>();
        for (int s = 0; s < seats.count; s++) {
            if (closedSeat[s]) {
                parts.computeIfAbsent(union.root(s), _ -> new Part()).seats.add(s);
            }
        }
        for (int g = 0; g < groups.count; g++) {
            if (closedGroup[g] && !hasNobody(g)) {
                parts.computeIfAbsent(union.root(seats.count + g), _ -> new Part())
                        .groups
                        .add(g);
            }
        }
        for (var part : parts.values()) {
            found.add(part.bottleneck(kind));
        }
    }

    private void unite(Union union, int group, boolean[] closedSeat) {
        int v = groups.village[group];
        for (int i = problem.villageUnitStart[v]; i < problem.villageUnitStart[v + 1]; i++) {
            int u = problem.villageUnit[i];
            for (int s = seats.start[u]; s < seats.start[u + 1]; s++) {
                if (closedSeat[s]) {
                    int knot = groups.knot(group, s);
                    if (knot == Groups.NO_KNOT || groups.knotRoom[knot] > 0) {
                        union.unite(s, seats.count + group);
                    }
                }
            }
        }
    }

    private final class Part {

        private final List<Integer> seats = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();

        Bottleneck bottleneck(Bottleneck.Kind kind) {
            var all = Shortfall.this.groups;
            var limit =
                    kind == Bottleneck.Kind.TOO_FEW_PLACES ? Shortfall.this.seats.upper : Shortfall.this.seats.lower;
            long families = groups.stream().mapToLong(g -> all.size[g]).sum();
            long places = seats.stream().mapToLong(s -> limit[s]).sum();
            var villages = groups.stream()
                    .filter(g -> !alone(g))
                    .mapToInt(g -> all.village[g])
                    .distinct()
                    .sorted()
                    .toArray();
            var households = groups.stream()
                    .filter(g -> alone(g) && Arrays.binarySearch(villages, all.village[g]) < 0)
                    .mapToInt(g -> all.member[all.memberStart[g]])
                    .sorted()
                    .toArray();
            var cadres = seats.stream()
                    .mapToInt(s -> Shortfall.this.seats.cadreAt[s])
                    .sorted()
                    .toArray();
            var units = Arrays.stream(cadres)
                    .map(c -> problem.unitOf[c])
                    .distinct()
                    .sorted()
                    .toArray();
            boolean places_ = kind == Bottleneck.Kind.TOO_FEW_PLACES;
            return new Bottleneck(
                    kind,
                    villages,
                    units,
                    cadres,
                    households,
                    places_ ? families : places,
                    places_ ? places : families);
        }

        /** One household that some cadre may not have. */
        private boolean alone(int group) {
            var all = Shortfall.this.groups;
            for (int k = all.knotStart[group]; k < all.knotStart[group + 1]; k++) {
                if (all.knotRoom[k] == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Finishes the plan beyond the limits: a place too many and a household too few are worth any detour. */
    private void lift() {
        var lifting = new Placing(plan, true);
        for (int g = 0; g < groups.count; g++) {
            lifting.place(g);
        }
        for (int s = 0; s < seats.count; s++) {
            lifting.relieve(s);
        }
        var letting = new Filling(plan, true);
        for (int s = 0; s < seats.count; s++) {
            letting.fill(s);
        }
    }
}
