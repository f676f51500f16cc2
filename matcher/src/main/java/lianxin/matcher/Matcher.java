package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the cheapest assignment of every household to exactly one cadre within everyone's limits, and proves it.
 *
 * <p>The same problem gives the same answer on every machine. Never approximate: either {@link Matched} with a proof that
 * {@link Certificate} accepts, or {@link Infeasible} with the reason.
 */
public final class Matcher {

    private static final int ONE_IN = 8;

    private Matcher() {}

    /** Solves the problem; calls {@code watch} on this thread. */
    public static Outcome solve(Problem problem, Watch watch) {
        watch.at(Stage.GROUPING, 0, problem.households());
        var seats = new Seats(problem);
        var groups = Groups.of(problem, seats);
        return finish(problem, begin(problem, seats, groups, watch), new BitSet(), watch);
    }

    /**
     * Solves the problem beginning with an earlier answer, to this or a similar problem: the better it fits, the faster. Exact whatever
     * it is; only among equally cheap assignments the choice may be another than that of {@link #solve(Problem, Watch)}.
     *
     * @param cadreOf the contact of each household, or -1
     * @param cadrePrice the price of a place with each cadre; any numbers will do
     * @throws BadProblem if a cadre is unknown, a size is wrong, or a price is beyond {@link Problem#DEAREST}
     */
    public static Outcome resume(Problem problem, int[] cadreOf, long[] cadrePrice, Watch watch) {
        Given.check(problem, cadreOf, cadrePrice);
        watch.at(Stage.GROUPING, 0, problem.households());
        var apart = new BitSet();
        var plan = Resuming.plan(problem, cadreOf, cadrePrice, apart, 0);
        return finish(problem, new Settling(plan, watch, false), apart, watch);
    }

    /** A small problem begins with nothing, a large one with what is right in a rough plan. */
    private static Settling begin(Problem problem, Seats seats, Groups groups, Watch watch) {
        if (small(seats, groups)) {
            var plan = new Plan(problem, seats, groups);
            plan.beginAt(new long[seats.count]);
            return new Settling(plan, watch, false);
        }
        return Honing.of(rough(problem, seats, groups, seats.meanOverload() / 4, watch), watch);
    }

    /** All placed roughly, beginning with the prices of a sample, which was placed likewise. */
    private static Plan rough(Problem problem, Seats seats, Groups groups, long slack, Watch watch) {
        var plan = new Plan(problem, seats, groups, slack);
        if (small(seats, groups)) {
            plan.beginAt(new long[seats.count]);
        } else {
            var fewer = seats.sample(ONE_IN);
            plan.beginAt(rough(problem, fewer, groups.sample(ONE_IN), fewer.meanOverload() / 2, watch).price);
        }
        new Settling(plan, watch, true).settle();
        return plan;
    }

    private static boolean small(Seats seats, Groups groups) {
        return households(groups) <= 4 * (long) seats.count;
    }

    private static long households(Groups groups) {
        return Arrays.stream(groups.size).asLongStream().sum();
    }

    /**
     * Settles a plan begun anyhow and names the households. Where a group does not come apart into names, because its exclusions
     * clash, those households are set apart and the plan goes on from where it is.
     */
    static Outcome finish(Problem problem, Settling begun, BitSet apart, Watch watch) {
        var settling = begun;
        while (true) {
            var plan = settling.plan;
            boolean whole = settling.settle();
            if (watch.cancelled()) {
                return new Cancelled();
            }
            watch.at(Stage.NAMING, 0, problem.households());
            var naming = new Naming(plan);
            int clashing = whole ? naming.nameAll(apart) : settling.stuck(apart);
            if (clashing == 0) {
                var shortfall = new Shortfall(plan, settling.placing, settling.filling);
                return whole && !shortfall.pinnedTooMany() ? named(problem, plan, naming, watch) : shortfall.explain();
            }
            settling = new Settling(plan.setting(apart), watch, false);
        }
    }

    private static Matched named(Problem problem, Plan plan, Naming naming, Watch watch) {
        var cadrePrice = new long[plan.seats.count];
        for (int s = 0; s < cadrePrice.length; s++) {
            cadrePrice[plan.seats.cadreAt[s]] = plan.price[s];
        }
        watch.at(Stage.NAMING, problem.households(), problem.households());
        return new Matched(naming.cadreOf, problem.price(naming.cadreOf), cadrePrice);
    }
}
