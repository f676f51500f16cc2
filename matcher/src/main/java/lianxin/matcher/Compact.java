package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An assignment in which a cadre goes to few villages only. To find the cheapest such one is NP-hard (it is a fixed-charge problem); this is a good
 * one, together with a proof of how far from the cheapest it can be at most.
 *
 * <p>The cheapest assignment of all is a bound: no compact one can be cheaper. Whoever goes to too many villages in it keeps those where he has
 * most families and may go nowhere else: it is as if he were a unit by himself. Then the search goes on from where it is, until nobody goes to too many.
 * Where that leaves families without a place, those who could have taken them are let off.
 *
 * @param free the cheapest assignment of all
 * @param cadreOf the contact of each household; {@code price} what it costs
 * @param beyond cadres who still go to more villages, since pins or scarcity want it, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
public record Compact(Matched free, int[] cadreOf, long price, int[] beyond) {

    /**
     * A good assignment with at most so many villages for each cadre; empty if it was called off.
     *
     * @param free the answer to the problem, as {@link Matcher} gives it
     * @throws BadProblem if {@code villages} is not positive or the answer does not fit the problem
     */
    public static Optional<Compact> of(Problem problem, Matched free, int villages, Watch watch) {
        if (villages < 1) {
            throw new BadProblem("villages of a cadre", villages + " is too few");
        }
        Given.check(problem, free.cadreOf(), free.cadrePrice());
        var search = new Search(problem, villages);
        var answer = free;
        while (search.gather(answer)) {
            switch (Matcher.resume(search.gathered(), answer.cadreOf(), answer.cadrePrice(), watch)) {
                case Matched next -> answer = next;
                case Infeasible no -> search.letOff(no);
                case Cancelled _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(
                new Compact(free, answer.cadreOf(), problem.price(answer.cadreOf()), search.beyond(answer.cadreOf())));
    }

    /** What nobody can undercut by more, in metres: the price of being compact at most, and the distance from the best compact one at most. */
    public long gap() {
        return price - free.price();
    }

    /** Counts anew: {@link Verdict#price} of this assignment, {@link Verdict#bound} of all. Any fault but {@code NOT_PROVEN} refutes it. */
    public Verdict check(Problem problem) {
        return Certificate.check(problem, new Matched(cadreOf, price, free.cadrePrice()));
    }

    /**
     * Whether an assignment keeps every rule, costs what it says, and lets no cadre go to more than so many villages;
     * what it may be above the best is {@link Verdict#price} less {@link Verdict#bound} of {@link Certificate#check}.
     */
    public static boolean holds(Problem problem, Matched compact, int villages) {
        return Certificate.check(problem, compact).faults().stream().allMatch(f -> f.kind() == Fault.Kind.NOT_PROVEN)
                && beyond(problem, compact.cadreOf(), villages).length == 0;
    }

    /** The cadres who go to more than so many villages, ascending. */
    public static int[] beyond(Problem problem, int[] cadreOf, int villages) {
        Given.contacts(problem, cadreOf);
        return new Search(problem, villages).beyond(cadreOf);
    }

    /** Who may go where by now. */
    private static final class Search {

        private final Problem p;
        private final int most;
        /** The villages of those who were told where to go. */
        private final Map<Integer, int[]> only = new TreeMap<>();

        private final BitSet letOff = new BitSet();

        Search(Problem p, int most) {
            this.p = p;
            this.most = most;
        }

        /** Tells everybody who goes to too many villages where to go. Says whether there was somebody. */
        boolean gather(Matched answer) {
            boolean some = false;
            for (var his : villages(answer.cadreOf()).entrySet()) {
                int c = his.getKey();
                if (his.getValue().size() > most && !letOff.get(c)) {
                    some |= tell(c, his.getValue());
                }
            }
            return some;
        }

        /** Pinned villages first, then where he has most families, then the nearest. */
        private boolean tell(int c, Map<Integer, int[]> count) {
            if (only.containsKey(c)) {
                return true; // told already, but not yet gone
            }
            var order = count.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<Integer, int[]> v) -> -v.getValue()[1])
                            .thenComparingInt(v -> -v.getValue()[0])
                            .thenComparingInt(v -> p.distance(v.getKey(), c))
                            .thenComparingInt(Map.Entry::getKey))
                    .toList();
            if (order.get(most).getValue()[1] > 0) {
                letOff.set(c);
                return false;
            }
            only.put(c, order.stream().limit(most).mapToInt(Map.Entry::getKey).toArray());
            return true;
        }

        /** For each cadre the villages where he has families: how many, and how many of them pinned. */
        private Map<Integer, Map<Integer, int[]>> villages(int[] cadreOf) {
            var all = new TreeMap<Integer, Map<Integer, int[]>>();
            for (int h = 0; h < cadreOf.length; h++) {
                var count = all.computeIfAbsent(cadreOf[h], _ -> new TreeMap<>())
                        .computeIfAbsent(p.villageOf(h), _ -> new int[2]);
                count[0]++;
                count[1] += p.pinOf(h) >= 0 ? 1 : 0;
            }
            return all;
        }

        void letOff(Infeasible no) {
            int before = only.size();
            for (var group : no.bottlenecks()) {
                for (int c : group.cadres()) {
                    if (only.remove(c) != null) {
                        letOff.set(c);
                    }
                }
            }
            for (var group : no.bottlenecks()) {
                for (int v : group.villages()) {
                    only.keySet().stream().filter(c -> p.serves(c, v)).toList().forEach(c -> {
                        only.remove(c);
                        letOff.set(c);
                    });
                }
            }
            if (only.size() == before) {
                only.keySet().forEach(letOff::set);
                only.clear();
            }
        }

        int[] beyond(int[] cadreOf) {
            return villages(cadreOf).entrySet().stream()
                    .filter(his -> his.getValue().size() > most)
                    .mapToInt(Map.Entry::getKey)
                    .toArray();
        }

        /** The same problem where those who were told are units by themselves. */
        Problem gathered() {
            var b = Problem.builder(p.villages, p.classes, p.profiles, p.units + only.size(), p.cadres, p.households);
            for (int v = 0; v < p.villages; v++) {
                b.village(v, p.villageX[v], p.villageY[v]);
            }
            for (int k = 0; k < p.classes; k++) {
                b.needClass(k, p.weight[k], p.changePrice[k]);
                for (int i = 0; i < p.profiles; i++) {
                    b.skillPenalty(k, i, p.skill[k * p.profiles + i]);
                }
            }
            var served = new Villages(p);
            for (int u = 0; u < p.units; u++) {
                b.unit(u, Arrays.copyOfRange(served.village, served.start[u], served.start[u + 1]));
            }
            var unitOf = p.unitOf.clone();
            int own = p.units;
            for (var told : only.entrySet()) {
                unitOf[told.getKey()] = own;
                b.unit(
                        own++,
                        Arrays.stream(told.getValue())
                                .filter(v -> p.serves(told.getKey(), v))
                                .toArray());
            }
            for (int c = 0; c < p.cadres; c++) {
                b.cadre(
                        c,
                        unitOf[c],
                        p.profileOf[c],
                        p.cadreX[c],
                        p.cadreY[c],
                        p.lower[c],
                        p.target[c],
                        p.upper[c],
                        p.overload[c]);
            }
            for (int h = 0; h < p.households; h++) {
                b.household(h, p.villageOf[h], p.classOf[h], p.last[h]);
                if (p.pinOf(h) >= 0) {
                    b.pin(h, p.pinOf(h));
                }
            }
            for (int i = 0; i < p.excluded.count(); i++) {
                b.exclude(p.excluded.household(i), p.excluded.cadre(i));
            }
            return b.build();
        }
    }
}
