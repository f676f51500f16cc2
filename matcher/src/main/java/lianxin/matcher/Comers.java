package lianxin.matcher;

import java.util.Arrays;

/**
 * For each seat the groups that would lose least by coming to it; and for each office, numbered behind all seats, those that would lose least by coming
 * to somebody they do not know. What a group may hope for may fall, not rise.
 */
final class Comers extends Shortlist {

    private static final int NARROW = 16;

    private final Plan plan;
    private final Problem problem;
    private final Seats seats;
    private final Groups groups;
    private final Villages villages;
    private final int[] knotHere;

    Comers(Plan plan, Villages villages) {
        super(plan.seats.count + plan.seats.offices.count, NARROW, plan.seats.offices.different() * NARROW);
        this.plan = plan;
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
        this.villages = villages;
        knotHere = new int[groups.capacity()];
        Arrays.fill(knotHere, Groups.NO_KNOT);
    }

    @Override
    long least(int owner, int group, int knot, long base) {
        return base - plan.worth[group] - (knot == Groups.NO_KNOT ? 0 : groups.knotBonus[knot]);
    }

    @Override
    void collect(int owner) {
        if (owner >= seats.count) {
            collect(owner, seats.offices.start[owner - seats.count], true);
        } else {
            tie(owner, true);
            collect(owner, owner, false);
            tie(owner, false);
        }
    }

    private void collect(int owner, int seat, boolean strangers) {
        int profile = seats.profile[seat];
        int u = seats.unit[seat];
        for (int i = villages.start[u]; i < villages.start[u + 1]; i++) {
            int v = villages.village[i];
            long metres = Problem.metres(problem.villageX[v], problem.villageY[v], seats.x[seat], seats.y[seat]);
            for (int g = groups.first(v); g >= 0; g = groups.next(g)) {
                int knot = strangers ? Groups.NO_KNOT : groups.isLater(g) ? groups.knot(g, seat) : knotHere[g];
                if (knot == Groups.NO_KNOT || groups.knotRoom[knot] > 0) {
                    int kind = groups.kind[g];
                    propose(
                            owner,
                            g,
                            knot,
                            problem.weight[kind] * metres + problem.skill[kind * problem.profiles + profile]);
                }
            }
        }
    }

    private void tie(int seat, boolean here) {
        for (int i = groups.seatKnotStart[seat]; i < groups.seatKnotStart[seat + 1]; i++) {
            int k = groups.seatKnot[i];
            knotHere[groups.knotGroup[k]] = here ? k : Groups.NO_KNOT;
        }
    }
}
