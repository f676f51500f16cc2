package lianxin.matcher;

import java.util.BitSet;

/**
 * Changes a plan in the middle of the year: as few families as possible get a new face, and among those ways the cheapest.
 *
 * <p>Each household that could keep its contact but does not pays so much that one change less is worth any price. The start is the
 * plan as it is, which no household wants to leave; only what the event disturbed is pushed along.
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
        var keeping = keeping(problem, current);
        var seats = new Seats(keeping);
        var plan = new Plan(keeping, seats, Groups.of(keeping, seats));
        asItIs(plan);
        var outcome = Matcher.finish(keeping, plan, new BitSet(), watch);
        return outcome instanceof Matched m
                ? new Matched(m.cadreOf(), problem.price(m.cadreOf()), m.cadrePrice())
                : outcome;
    }

    /** Whether this is provably the assignment with the fewest changes and then the least price. */
    public static Verdict check(Problem problem, int[] current, Matched repaired) {
        var keeping = keeping(problem, current);
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

    private static Problem keeping(Problem problem, int[] current) {
        if (current.length != problem.households) {
            throw new BadProblem("current", current.length + " contacts for " + problem.households + " households");
        }
        var still = new int[current.length];
        for (int h = 0; h < still.length; h++) {
            int c = current[h];
            if (c < -1 || c >= problem.cadres) {
                throw new BadProblem("current contact of household " + h, "cadre " + c + " is unknown");
            }
            still[h] = c >= 0 && problem.allows(h, c) ? c : -1;
        }
        return problem.keeping(still, Ceiling.of(problem) + 1);
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
