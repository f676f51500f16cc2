package lianxin.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lianxin.matcher.Bottleneck;
import lianxin.matcher.Cancelled;
import lianxin.matcher.Certificate;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Problem;
import lianxin.matcher.Watch;

/**
 * Finds which unit serves which villages (ADR 0030).
 *
 * <p>How many families of each village each unit looks after is a transportation problem, which the matcher solves exactly and proves. That
 * a village has few units is a fixed charge on top, for which no fast exact method is known: shares are closed one after the other, the smallest
 * first, each time with the exact optimum of what is left, and kept closed when the whole becomes cheaper. So every plan is a proven best one for
 * its relations, and what it may lie above the best of all is known.
 */
final class Search {

    private final Roll roll;
    private final Steps steps;
    private final Pool pool;
    private final BitSet[] allowed;

    private Search(Roll roll, Steps steps) {
        this.roll = roll;
        this.steps = steps;
        pool = new Pool(roll);
        allowed = roll.allowed();
    }

    /** Who hears how far the search is, and may call it off. */
    interface Steps extends Watch {

        /** So many of all shares have been tried without. */
        void closing(int done, int total);
    }

    static Found of(Roll roll, Steps steps) {
        return new Search(roll, steps).find();
    }

    /** Whether the families could still be shared out if each village had these units only. */
    static boolean holds(Roll roll, BitSet[] relations) {
        return Matcher.solve(new Pool(roll).bare(relations), Watch.none()) instanceof Matched;
    }

    private Found find() {
        var problem = pool.priced(allowed);
        return switch (Matcher.solve(problem, steps)) {
            case Matched free -> closed(problem, free);
            case Infeasible _ -> stuck();
            case Cancelled() -> new Found.CalledOff();
        };
    }

    private Found closed(Problem problem, Matched free) {
        prove(problem, free);
        var best = plan(free, free.price() + furtherPrice() * leastFurther());
        var tried = new BitSet();
        int done = 0;
        for (var next = smallest(best, tried); next >= 0; next = smallest(best, tried)) {
            if (steps.cancelled()) {
                return new Found.CalledOff();
            }
            steps.closing(done++, done + open(best, tried));
            tried.set(next);
            int v = next / roll.units().size();
            int u = next % roll.units().size();
            allowed[v].clear(u);
            var without = pool.priced(allowed);
            if (Matcher.solve(without, steps) instanceof Matched m && cost(m) < best.price()) {
                prove(without, m);
                best = plan(m, best.bound());
            } else {
                allowed[v].set(u);
            }
        }
        return steps.cancelled() ? new Found.CalledOff() : best;
    }

    private static void prove(Problem problem, Matched answer) {
        if (!Certificate.check(problem, answer).accepted()) {
            throw new IllegalStateException("the matcher's proof does not hold");
        }
    }

    private Found.Plan plan(Matched m, long bound) {
        var shares = untangled(m);
        return new Found.Plan(shares, m.cadrePrice(), m.price() + furtherPrice() * further(shares), bound);
    }

    private long cost(Matched m) {
        return m.price() + furtherPrice() * further(untangled(m));
    }

    private int[][] untangled(Matched m) {
        var shares = pool.shares(m.cadreOf());
        Untangling.untangle(shares, roll.units().size());
        return shares;
    }

    private long furtherPrice() {
        return (long) Roll.FINE * roll.scheme().matching().furtherUnit();
    }

    /** Units beyond each village's first. */
    static int further(int[][] shares) {
        return Arrays.stream(shares)
                .mapToInt(units -> (int) Arrays.stream(units).filter(s -> s > 0).count() - 1)
                .sum();
    }

    /** How many units beyond a village's first there must be in any plan: villages larger than the strongest units, or more units than villages. */
    private int leastFurther() {
        int byVillages = 0;
        for (int v = 0; v < allowed.length; v++) {
            var rooms = allowed[v].stream()
                    .map(roll::room)
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            int left = roll.villages().get(v).size();
            int units = 0;
            while (left > 0 && units < rooms.size()) {
                left -= rooms.get(units++);
            }
            byVillages += units - 1;
        }
        int busy = (int) roll.units().stream().filter(u -> u.low() > 0).count();
        return Math.max(byVillages, busy - allowed.length);
    }

    /** The smallest share of a village that has others and was not tried without it; -1 when there is none. */
    private int smallest(Found.Plan plan, BitSet tried) {
        return candidates(plan, tried)
                .boxed()
                .min(Comparator.comparingInt((Integer at) -> share(plan, at)).thenComparing(at -> at))
                .orElse(-1);
    }

    private int open(Found.Plan plan, BitSet tried) {
        return (int) candidates(plan, tried).count();
    }

    private IntStream candidates(Found.Plan plan, BitSet tried) {
        int units = roll.units().size();
        return IntStream.range(0, plan.shares().length)
                .filter(v -> Arrays.stream(plan.shares()[v]).filter(s -> s > 0).count() > 1)
                .flatMap(v -> IntStream.range(0, units)
                        .filter(u -> plan.shares()[v][u] > 0 && !roll.fixed(v, u))
                        .map(u -> v * units + u))
                .filter(at -> !tried.get(at));
    }

    private int share(Found.Plan plan, int at) {
        int units = roll.units().size();
        return plan.shares()[at / units][at % units];
    }

    private Found stuck() {
        return switch (Matcher.solve(pool.bare(allowed), steps)) {
            case Infeasible why ->
                new Found.Stuck(why.bottlenecks().stream().map(Search::shortage).toList(), lifts(why.lift()));
            case Cancelled() -> new Found.CalledOff();
            case Matched _ -> throw new IllegalStateException("prices cannot make a match impossible");
        };
    }

    private static Found.Shortage shortage(Bottleneck b) {
        return new Found.Shortage(b.kind().name(), list(b.villages()), list(b.cadres()), b.need(), b.room());
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static List<Found.Lift> lifts(Infeasible.Lift lift) {
        var lifts = new ArrayList<Found.Lift>();
        for (int i = 0; i < lift.cadre().length; i++) {
            lifts.add(new Found.Lift(lift.cadre()[i], lift.by()[i]));
        }
        return lifts;
    }
}
