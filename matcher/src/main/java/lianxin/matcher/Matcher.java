package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the cheapest assignment of every household to exactly one cadre within everyone's limits, and proves it.
 *
 * <p>The same problem gives the same answer on every machine. Never approximate: either {@link Matched} with a proof that
 * {@link Certificate} accepts, or {@link Infeasible} with the reason. {@link Problem} has an example.
 */
public final class Matcher {

    /** Raised whenever prices of an older engine stand for something else: what was kept of a plan is taken up by the same engine only. */
    public static final int VERSION = 1;

    private static final int ONE_IN = 8;
    /** How rough a sample may be: to one in so many of what its first household above a target costs. */
    private static final int ROUGH = 16;

    private Matcher() {}

    /** Solves the problem, on all processors where it falls apart; calls {@code watch} on this thread. */
    public static Outcome solve(Problem problem, Watch watch) {
        return Parts.worthIt(problem) ? Piecing.solve(problem, new Parts(problem), watch) : whole(problem, watch);
    }

    static Outcome whole(Problem problem, Watch watch) {
        watch.at(Stage.GROUPING, 0, problem.households());
        var seats = new Seats(problem);
        var groups = Groups.of(problem, seats);
        var plan = new Plan(problem, seats, groups);
        plan.beginAt(guess(problem, seats, groups, watch));
        return finish(problem, plan, new BitSet(), watch);
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
        return finish(problem, Resuming.plan(problem, cadreOf, cadrePrice, apart, 0), apart, watch);
    }

    /** Prices that are about right: those of a sample, placed roughly, which has its own from a smaller one. */
    private static long[] guess(Problem problem, Seats seats, Groups groups, Watch watch) {
        if (households(groups) <= 4 * (long) seats.count) {
            return new long[seats.count];
        }
        var smaller = seats.sample(ONE_IN);
        var fewer = groups.sample(ONE_IN);
        var sample = new Plan(problem, smaller, fewer, smaller.meanOverload() / ROUGH);
        sample.beginAt(guess(problem, smaller, fewer, watch));
        new Settling(sample, watch, true).settle();
        return sample.price;
    }

    private static long households(Groups groups) {
        return Arrays.stream(groups.size).asLongStream().sum();
    }

    /**
     * Settles a plan begun anyhow and names the households. Where a group does not come apart into names, because its exclusions
     * clash, those households are set apart and the plan goes on from where it is.
     */
    static Outcome finish(Problem problem, Plan begun, BitSet apart, Watch watch) {
        var plan = begun;
        while (true) {
            var settling = new Settling(plan, watch, false);
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
            plan = plan.setting(apart);
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
