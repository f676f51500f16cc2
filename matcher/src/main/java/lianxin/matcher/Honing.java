package lianxin.matcher;

/**
 * Takes over from a rough plan what is right to the metre at its prices: who has there the least the group can hope for stays, all others
 * are loose; each seat takes on what is right at its price.
 */
final class Honing {

    private final Plan rough;
    private final Plan plan;
    private final Groups groups;

    private Honing(Plan rough) {
        this.rough = rough;
        groups = rough.groups;
        plan = new Plan(rough.problem, rough.seats, groups);
    }

    /** The plan that is left; its searches may be given {@link Settling} as they are. */
    static Settling of(Plan rough, Watch watch) {
        var honing = new Honing(rough);
        var settling = new Settling(honing.plan, watch, false);
        honing.take(settling.placing);
        return settling;
    }

    private void take(Placing placing) {
        System.arraycopy(rough.price, 0, plan.price, 0, plan.price.length);
        for (int g = 0; g < groups.count; g++) {
            appraise(placing, g);
            for (int i = 0; i < rough.spots(g); i++) {
                stay(g, rough.spot(g, i));
            }
        }
        for (int s = 0; s < plan.seats.count; s++) {
            plan.takeOn(s);
        }
    }

    /** What the group may hope for if those who know somebody are with him only where they are now. */
    private void appraise(Placing placing, int group) {
        for (int k = groups.knotStart[group]; k < groups.knotStart[group + 1]; k++) {
            plan.knotUsed[k] = Math.min(rough.knotUsed[k], groups.knotCheap[k]);
        }
        placing.appraise(group);
        for (int k = groups.knotStart[group]; k < groups.knotStart[group + 1]; k++) {
            plan.knotUsed[k] = 0;
        }
    }

    private void stay(int group, int seat) {
        int cell = rough.cell(group, seat);
        int placed = rough.cellPlaced(seat, cell);
        int knot = rough.cellKnot(seat, cell);
        long stranger = plan.base(group, seat) + plan.price[seat];
        int cheap = knot == Groups.NO_KNOT ? 0 : Math.min(placed, groups.knotCheap[knot]);
        int stays = stranger <= plan.worth[group]
                ? placed
                : cheap > 0 && stranger - groups.knotBonus[knot] <= plan.worth[group] ? cheap : 0;
        if (stays > 0) {
            plan.add(group, seat, stays);
            plan.have[seat] += stays;
            plan.loose[group] -= stays;
        }
    }
}
