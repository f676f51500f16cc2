package lianxin.matcher;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Changes a plan in the middle of the year so that few families get a new face.
 *
 * <p>Each household that could keep its contact but does not pays a price besides. If that is more than all detours together, the changes are
 * the {@link #fewestChanges fewest possible}, and among those ways it is the cheapest; if it is 0, the plan is the cheapest of all and many
 * move who need not. Between them lies the {@link #curve}.
 */
public final class Repair {

    private Repair() {}

    /**
     * The assignment with the fewest changes, then the least price.
     *
     * @param current who holds each household now; -1, or a cadre no longer allowed, means that it must change
     * @return {@link Matched} whose price is that of {@code problem} and whose cadre prices prove the fewest changes
     *     ({@link #check}); or why there is none
     * @throws BadProblem if {@code current} names an unknown cadre or has not one entry for each household
     */
    public static Outcome fewestChanges(Problem problem, int[] current, Watch watch) {
        watch.at(Stage.GROUPING, 0, problem.households());
        var keeping = keeping(problem, current, Ceiling.of(problem) + 1);
        var seats = new Seats(keeping);
        var plan = new Plan(keeping, seats, Groups.of(keeping, seats));
        asItIs(plan);
        return priced(problem, Matcher.finish(keeping, plan, new BitSet(), watch));
    }

    /**
     * The cheapest assignment if each family that could keep its contact, but does not, costs {@code perChange} besides.
     *
     * @param cadrePrice prices to begin with, such as those of the adopted plan
     * @return {@link Matched} whose price is that of {@code problem}; its proof is of the price with the changes ({@link #check})
     * @throws BadProblem as {@link #fewestChanges}, or if {@code perChange} is negative or too large
     */
    public static Outcome at(Problem problem, int[] current, long[] cadrePrice, long perChange, Watch watch) {
        var keeping = keeping(problem, current, perChange);
        return priced(problem, Matcher.resume(keeping, current, cadrePrice, watch));
    }

    private static Outcome priced(Problem problem, Outcome outcome) {
        return outcome instanceof Matched m
                ? new Matched(m.cadreOf(), problem.price(m.cadreOf()), m.cadrePrice())
                : outcome;
    }

    /**
     * What fewer changes cost: one point for each price of a change, ending early where there is no assignment or nobody waits any more.
     *
     * @param perChange ascending, so that each answer helps to find the next
     */
    public static List<Point> curve(Problem problem, int[] current, long[] cadrePrice, long[] perChange, Watch watch) {
        var points = new ArrayList<Point>();
        var prices = cadrePrice;
        for (long each : perChange) {
            if (!(at(problem, current, prices, each, watch) instanceof Matched m)) {
                break;
            }
            points.add(new Point(each, changes(problem, current, m.cadreOf()), m.price()));
            prices = m.cadrePrice();
        }
        return List.copyOf(points);
    }

    /**
     * A price of a change, what it leads to, and what the assignment costs then (the changes themselves apart).
     */
    public record Point(long perChange, Changes changes, long price) {}

    /** Whether this is provably the assignment with the fewest changes and then the least price. */
    public static Verdict check(Problem problem, int[] current, Matched repaired) {
        return check(keeping(problem, current, Ceiling.of(problem) + 1), problem, repaired);
    }

    /** Whether this is provably the cheapest at this price of a change. */
    public static Verdict check(Problem problem, int[] current, long perChange, Matched repaired) {
        return check(keeping(problem, current, perChange), problem, repaired);
    }

    private static Verdict check(Problem keeping, Problem problem, Matched repaired) {
        boolean whole = repaired.cadreOf().length == problem.households;
        for (int c : repaired.cadreOf()) {
            whole &= c >= 0 && c < problem.cadres;
        }
        boolean honest = whole && problem.price(repaired.cadreOf()) == repaired.price();
        long price = honest ? keeping.price(repaired.cadreOf()) : -1;
        return Certificate.check(keeping, new Matched(repaired.cadreOf(), price, repaired.cadrePrice()));
    }

    /** How many families kept, had to change, or changed so that others could. */
    public static Changes changes(Problem problem, int[] current, int[] cadreOf) {
        int kept = 0;
        int forced = 0;
        int moved = 0;
        for (int h = 0; h < cadreOf.length; h++) {
            if (current[h] < 0 || !problem.allows(h, current[h])) {
                forced++;
            } else if (current[h] == cadreOf[h]) {
                kept++;
            } else {
                moved++;
            }
        }
        return new Changes(kept, forced, moved);
    }

    /**
     * What a repair does to the families.
     *
     * @param kept they keep their contact
     * @param forced they had none, or one who is no longer allowed
     * @param moved they could have kept theirs, but give way
     */
    public record Changes(int kept, int forced, int moved) {}

    private static Problem keeping(Problem problem, int[] current, long perChange) {
        Given.contacts(problem, current);
        if (perChange < 0 || perChange > Long.MAX_VALUE / 2 / Math.max(1, problem.households)) {
            throw new BadProblem("price of a change", perChange + " is negative or too large");
        }
        var still = new int[current.length];
        for (int h = 0; h < still.length; h++) {
            still[h] = current[h] >= 0 && problem.allows(h, current[h]) ? current[h] : -1;
        }
        return problem.keeping(still, perChange);
    }

    /** Everyone who may keeps his contact, and each load has the price it has. */
    private static void asItIs(Plan plan) {
        var p = plan.problem;
        var seats = plan.seats;
        var groups = plan.groups;
        for (int g = 0; g < groups.count; g++) {
            for (int i = groups.memberStart[g]; i < groups.memberStart[g] + groups.size[g]; i++) {
                int c = p.current[groups.member[i]];
                if (c >= 0) {
                    plan.add(g, seats.seatOf[c], 1);
                    plan.have[seats.seatOf[c]]++;
                    plan.loose[g]--;
                }
            }
        }
        for (int s = 0; s < seats.count; s++) {
            plan.load[s] = Math.max(seats.lower[s], Math.min(seats.upper[s], plan.have[s]));
            plan.price[s] = plan.load[s] > seats.lower[s] ? plan.last(s) : 0;
        }
        // Leaving costs more than any other step, so what a group has now is also the least it can hope for.
        for (int g = 0; g < groups.count; g++) {
            plan.contend(g);
        }
    }
}
