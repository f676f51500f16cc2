package lianxin.matcher;

import java.util.Arrays;

/**
 * For each seat the groups that can matter to it now: the {@link Shortlist} seen from the other side.
 *
 * <p>The promise here: any group not listed would lose at least {@link #beyond} by coming, the price of the place apart. While households are
 * brought to seats what a group may hope for only falls, so that it only loses more.
 */
final class Comers {

    private static final int NARROW = 24;
    private static final long NOT_DRAWN = Long.MIN_VALUE / 4;

    private final Problem problem;
    private final Seats seats;
    private final Groups groups;
    private final Villages villages;
    private final long[] worth;

    final int[][] group;
    /** Distance and skill, without the price of the place or a bonus. */
    final long[][] base;

    final int[][] knot;
    final int[] count;
    final long[] beyond;
    private final int[] width;

    private final int[] knotHere;
    private long[] value = new long[64];
    private long[] sorted = new long[64];
    private long[] itsBase = new long[64];
    private int[] itsGroup = new int[64];

    Comers(Plan plan) {
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
        worth = plan.worth;
        villages = new Villages(problem);
        group = new int[seats.count][];
        base = new long[seats.count][];
        knot = new int[seats.count][];
        count = new int[seats.count];
        beyond = new long[seats.count];
        width = new int[seats.count];
        knotHere = new int[groups.count];
        Arrays.fill(group, new int[0]);
        Arrays.fill(knotHere, Groups.NO_KNOT);
        Arrays.fill(beyond, NOT_DRAWN);
        Arrays.fill(width, NARROW);
    }

    /** Lists the seat's groups anew, as things stand; twice as many when {@code wider}. */
    void draw(int seat, boolean wider) {
        if (wider) {
            width[seat] *= 2;
        }
        tie(seat, true);
        int n = collect(seat);
        int most = width[seat];
        long limit = Plan.NEVER;
        if (n > most) {
            System.arraycopy(value, 0, sorted, 0, n);
            limit = Select.smallest(sorted, n, most);
        }
        int room = Math.min(n, most);
        if (group[seat].length < room) {
            group[seat] = new int[room];
            base[seat] = new long[room];
            knot[seat] = new int[room];
        }
        count[seat] = 0;
        beyond[seat] = limit;
        for (int i = 0; i < n; i++) {
            if (value[i] < limit) {
                put(seat, i);
            }
        }
        for (int i = 0; i < n && count[seat] < most; i++) {
            if (value[i] == limit) {
                put(seat, i);
            }
        }
        tie(seat, false);
    }

    private void tie(int seat, boolean here) {
        for (int i = groups.seatKnotStart[seat]; i < groups.seatKnotStart[seat + 1]; i++) {
            int k = groups.seatKnot[i];
            knotHere[groups.knotGroup[k]] = here ? k : Groups.NO_KNOT;
        }
    }

    private int collect(int seat) {
        int n = 0;
        int profile = seats.profile[seat];
        int u = seats.unit[seat];
        for (int i = villages.start[u]; i < villages.start[u + 1]; i++) {
            int v = villages.village[i];
            long metres = Problem.metres(problem.villageX[v], problem.villageY[v], seats.x[seat], seats.y[seat]);
            int end = groups.villageStart[v + 1];
            room(n + end - groups.villageStart[v]);
            for (int g = groups.villageStart[v]; g < end; g++) {
                int k = knotHere[g];
                if (k != Groups.NO_KNOT && groups.knotRoom[k] == 0) {
                    continue;
                }
                int kind = groups.kind[g];
                long cost = problem.weight[kind] * metres + problem.skill[kind * problem.profiles + profile];
                value[n] = cost - worth[g] - (k == Groups.NO_KNOT ? 0 : groups.knotBonus[k]);
                itsBase[n] = cost;
                itsGroup[n] = g;
                n++;
            }
        }
        return n;
    }

    private void room(int n) {
        if (n > value.length) {
            int size = n * 2;
            value = Arrays.copyOf(value, size);
            sorted = new long[size];
            itsBase = Arrays.copyOf(itsBase, size);
            itsGroup = Arrays.copyOf(itsGroup, size);
        }
    }

    private void put(int seat, int i) {
        int at = count[seat]++;
        group[seat][at] = itsGroup[i];
        base[seat][at] = itsBase[i];
        knot[seat][at] = knotHere[itsGroup[i]];
    }
}
