package lianxin.matcher;

/**
 * Finds the cheapest assignment of every household to exactly one cadre within everyone's limits, and proves it.
 *
 * <p>The same problem gives the same answer on every machine. Never approximate: either {@link Matched} with a proof that
 * {@link Certificate} accepts, or {@link Infeasible} with the reason.
 */
public final class Matcher {

    private static final int BREATH = 127;

    private Matcher() {}

    /** Solves the problem; calls {@code watch} on this thread. */
    public static Outcome solve(Problem problem, Watch watch) {
        watch.at(Stage.GROUPING, 0, problem.households());
        var seats = new Seats(problem);
        var plan = new Plan(problem, seats, new Groups(problem, seats));
        for (int s = 0; s < seats.count; s++) {
            plan.load[s] = seats.lower[s];
        }
        return finish(problem, plan, watch);
    }

    /** Brings a plan to its end: everybody placed, nobody over or under his limits. */
    static Outcome finish(Problem problem, Plan plan, Watch watch) {
        int groups = plan.groups.count;
        int seats = plan.seats.count;
        var placing = new Placing(plan);
        boolean all = true;
        for (int g = 0; g < groups; g++) {
            if ((g & BREATH) == 0) {
                watch.at(Stage.PLACING, g, groups);
                if (watch.cancelled()) {
                    return new Cancelled();
                }
            }
            all &= placing.place(g);
        }
        for (int s = 0; s < seats; s++) {
            if ((s & BREATH) == 0 && watch.cancelled()) {
                return new Cancelled();
            }
            all &= placing.relieve(s);
        }
        var filling = new Filling(plan);
        for (int s = 0; s < seats; s++) {
            if ((s & BREATH) == 0) {
                watch.at(Stage.FILLING, s, seats);
                if (watch.cancelled()) {
                    return new Cancelled();
                }
            }
            all &= filling.fill(s);
        }
        var shortfall = new Shortfall(plan, placing, filling);
        if (!all || shortfall.pinnedTooMany()) {
            return shortfall.explain();
        }
        watch.at(Stage.NAMING, 0, problem.households());
        var cadreOf = new Naming(plan).names();
        var cadrePrice = new long[seats];
        for (int s = 0; s < seats; s++) {
            cadrePrice[plan.seats.cadreAt[s]] = plan.price[s];
        }
        watch.at(Stage.NAMING, problem.households(), problem.households());
        return new Matched(cadreOf, price(problem, cadreOf), cadrePrice);
    }

    /** All pairs and all loads together. */
    static long price(Problem problem, int[] cadreOf) {
        var load = new int[problem.cadres()];
        long sum = 0;
        for (int h = 0; h < cadreOf.length; h++) {
            sum += problem.price(h, cadreOf[h]);
            load[cadreOf[h]]++;
        }
        for (int c = 0; c < load.length; c++) {
            sum += problem.loadPrice(c, load[c]);
        }
        return sum;
    }
}
