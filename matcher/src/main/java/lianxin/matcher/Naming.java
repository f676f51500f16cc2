package lianxin.matcher;

import java.util.Arrays;

/**
 * From "so many of this group with that cadre" to named households.
 *
 * <p>Who keeps his contact is chosen first, as many as the plan says; the others of the group take the remaining places.
 * Lowest household first, lowest seat first, so the same plan always gives the same names.
 */
final class Naming {

    private final Plan plan;
    private final Seats seats;
    private final Groups groups;
    private final Bonus bonus;
    private final int[] keep;
    private final int[] cadreOf;

    Naming(Plan plan) {
        this.plan = plan;
        seats = plan.seats;
        groups = plan.groups;
        bonus = new Bonus(plan.problem);
        keep = new int[seats.count];
        cadreOf = new int[plan.problem.households];
        for (int h = 0; h < cadreOf.length; h++) {
            cadreOf[h] = plan.problem.pinOf(h);
        }
    }

    int[] names() {
        for (int g = 0; g < groups.count; g++) {
            name(g);
        }
        return cadreOf;
    }

    private void name(int group) {
        var spots = new int[plan.spots(group)];
        for (int i = 0; i < spots.length; i++) {
            spots[i] = plan.spot(group, i);
        }
        Arrays.sort(spots);
        var rest = new int[spots.length];
        for (int i = 0; i < spots.length; i++) {
            int cell = plan.cell(group, spots[i]);
            int knot = plan.cellKnot(spots[i], cell);
            int placed = plan.cellPlaced(spots[i], cell);
            keep[spots[i]] = knot == Groups.NO_KNOT ? 0 : Math.min(placed, groups.knotCheap[knot]);
            rest[i] = placed - keep[spots[i]];
        }
        int from = groups.memberStart[group];
        int to = groups.memberStart[group + 1];
        for (int i = from; i < to; i++) {
            int h = groups.member[i];
            if (!keeps(h, bonus.first(h))) {
                keeps(h, bonus.second(h));
            }
        }
        int spot = 0;
        for (int i = from; i < to; i++) {
            int h = groups.member[i];
            if (cadreOf[h] < 0) {
                while (rest[spot] == 0) {
                    spot++;
                }
                rest[spot]--;
                cadreOf[h] = seats.cadreAt[spots[spot]];
            }
        }
        for (int s : spots) {
            keep[s] = 0;
        }
    }

    private boolean keeps(int h, int cadre) {
        if (cadre < 0 || keep[seats.seatOf[cadre]] == 0) {
            return false;
        }
        keep[seats.seatOf[cadre]]--;
        cadreOf[h] = cadre;
        return true;
    }
}
