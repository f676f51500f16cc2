package lianxin.matcher;

/** For each seat of an office the groups in which somebody knows it, and would lose least by coming: the bonus sets it apart from its neighbours. */
final class Known extends Shortlist {

    private static final int NARROW = 16;

    private final Plan plan;
    private final Groups groups;
    private final Villages villages;

    Known(Plan plan, Villages villages) {
        super(plan.seats.count, NARROW, plan.groups.seatKnot.length);
        this.plan = plan;
        groups = plan.groups;
        this.villages = villages;
    }

    @Override
    long least(int seat, int group, int knot, long base) {
        return base - plan.worth[group] - groups.knotBonus[knot];
    }

    @Override
    void collect(int seat) {
        for (int i = groups.seatKnotStart[seat]; i < groups.seatKnotStart[seat + 1]; i++) {
            propose(seat, groups.seatKnot[i]);
        }
        if (groups.mayGrow()) {
            int u = plan.seats.unit[seat];
            for (int i = villages.start[u]; i < villages.start[u + 1]; i++) {
                for (int g = groups.firstLater(villages.village[i]); g >= 0; g = groups.next(g)) {
                    propose(seat, groups.knot(g, seat));
                }
            }
        }
    }

    private void propose(int seat, int knot) {
        if (knot != Groups.NO_KNOT && groups.knotBonus[knot] > 0 && groups.knotRoom[knot] > 0) {
            int group = groups.knotGroup[knot];
            propose(seat, group, knot, plan.base(group, seat));
        }
    }
}
