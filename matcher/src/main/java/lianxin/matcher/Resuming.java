package lianxin.matcher;

import java.util.BitSet;

/**
 * Takes up a plan again from names and prices, whatever has happened since: who still has at these prices the best he can get
 * stays, all others are loose; each seat takes on what is right at its price. The plan is calm again, though unfinished, and the usual
 * searches finish it. Right prices make little to do; wrong ones only more.
 */
final class Resuming {

    private final Problem problem;
    private final Plan plan;
    private final Seats seats;
    private final Groups groups;
    private final int[] cadreOf;

    private Resuming(Plan plan, int[] cadreOf) {
        this.plan = plan;
        this.cadreOf = cadreOf;
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
    }

    /**
     * The plan taken up again, with room for so many groups to come later.
     *
     * @param cadreOf who holds each household, or -1
     * @param apart households to be set apart; more are marked where exclusions require it
     */
    static Plan plan(Problem problem, int[] cadreOf, long[] cadrePrice, BitSet apart, int later) {
        var seats = new Seats(problem);
        while (true) {
            var plan = new Plan(problem, seats, Groups.of(problem, seats, apart, later));
            for (int s = 0; s < seats.count; s++) {
                plan.price[s] = cadrePrice[seats.cadreAt[s]];
            }
            if (new Resuming(plan, cadreOf).settled(apart)) {
                return plan;
            }
        }
    }

    /** Whether it is done; if not, some households had to be marked, and all begins anew. */
    private boolean settled(BitSet apart) {
        var placing = new Placing(plan, false);
        boolean done = true;
        for (int g = 0; g < groups.count; g++) {
            appraise(placing, g);
            done &= stay(g, apart);
        }
        for (int s = 0; s < seats.count; s++) {
            plan.takeOn(s);
        }
        return done;
    }

    /** What the group may hope for if those who know somebody are with him only where they are now. */
    private void appraise(Placing placing, int group) {
        for (int i = groups.memberStart[group]; i < groups.memberStart[group] + groups.size[group]; i++) {
            int h = groups.member[i];
            int knot = cadreOf[h] >= 0 && groups.bonus.saves(h, cadreOf[h])
                    ? groups.knot(group, seats.seatOf[cadreOf[h]])
                    : Groups.NO_KNOT;
            if (knot != Groups.NO_KNOT) {
                plan.use(knot, 1);
            }
        }
        placing.appraise(group);
        for (int k = groups.knotStart[group]; k < groups.knotStart[group + 1]; k++) {
            plan.use(k, -plan.knotUsed[k]);
        }
    }

    private boolean stay(int group, BitSet apart) {
        boolean done = true;
        for (int i = groups.memberStart[group]; i < groups.memberStart[group] + groups.size[group]; i++) {
            int h = groups.member[i];
            int c = cadreOf[h];
            if (c < 0 || !problem.allows(h, c)) {
                continue;
            }
            int s = seats.seatOf[c];
            long has = plan.base(group, s) - groups.bonus.at(h, c) + plan.price[s];
            if (has <= plan.worth[group]) {
                plan.add(group, s, 1);
                plan.have[s]++;
                plan.loose[group]--;
            } else if (groups.size[group] > 1 && groups.bonus.excludesHere(h)) {
                apart.set(h);
                done = false;
            }
        }
        return done;
    }
}
