package lianxin.matcher;

import java.util.Arrays;

/**
 * For each group the seats that can matter to it now, so that a search need not look at all.
 *
 * <p>A list comes with a promise: at any seat not on it the group pays at least {@link #beyond}, price of the place included.
 * Rising prices cannot break it. A search that must look farther than the promise draws the list anew.
 */
final class Shortlist {

    private static final int NARROW = 20;
    private static final long NOT_DRAWN = Long.MIN_VALUE / 4;

    private final Problem problem;
    private final Seats seats;
    private final Groups groups;
    private final long[] price;

    final int[][] seat;
    /** Distance and skill, without the price of the place or a bonus. */
    final long[][] base;

    final int[][] knot;
    final int[] count;
    final long[] beyond;
    private final int[] width;

    private long[] value = new long[64];
    private long[] sorted = new long[64];
    private long[] itsBase = new long[64];
    private int[] itsSeat = new int[64];
    private int[] itsKnot = new int[64];

    Shortlist(Plan plan) {
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
        price = plan.price;
        seat = new int[groups.count][];
        base = new long[groups.count][];
        knot = new int[groups.count][];
        count = new int[groups.count];
        beyond = new long[groups.count];
        width = new int[groups.count];
        Arrays.fill(seat, new int[0]);
        Arrays.fill(beyond, NOT_DRAWN);
        Arrays.fill(width, NARROW);
    }

    /** Lists the group's seats anew, as prices stand; twice as many when {@code wider}. */
    void draw(int group, boolean wider) {
        if (wider) {
            width[group] *= 2;
        }
        int n = collect(group);
        int most = width[group];
        long limit = Long.MAX_VALUE;
        if (n > most) {
            System.arraycopy(value, 0, sorted, 0, n);
            limit = Select.smallest(sorted, n, most);
        }
        int room = Math.min(n, most);
        if (seat[group].length < room) {
            seat[group] = new int[room];
            base[group] = new long[room];
            knot[group] = new int[room];
        }
        count[group] = 0;
        beyond[group] = limit;
        for (int i = 0; i < n; i++) {
            if (value[i] < limit) {
                put(group, i);
            }
        }
        for (int i = 0; i < n && count[group] < most; i++) {
            if (value[i] == limit) {
                put(group, i);
            }
        }
    }

    private int collect(int group) {
        int n = 0;
        int v = groups.village[group];
        int k = groups.kind[group];
        long weight = problem.weight[k];
        int skill = k * problem.profiles;
        int tie = groups.knotStart[group];
        int ties = groups.knotStart[group + 1];
        for (int i = problem.villageUnitStart[v]; i < problem.villageUnitStart[v + 1]; i++) {
            int u = problem.villageUnit[i];
            int end = seats.start[u + 1];
            room(n + end - seats.start[u]);
            for (int s = seats.start[u]; s < end; s++) {
                long metres = Problem.metres(problem.villageX[v], problem.villageY[v], seats.x[s], seats.y[s]);
                long cost = weight * metres + problem.skill[skill + seats.profile[s]];
                long least = cost + price[s];
                int at = Groups.NO_KNOT;
                while (tie < ties && groups.knotSeat[tie] < s) {
                    tie++;
                }
                if (tie < ties && groups.knotSeat[tie] == s) {
                    if (groups.knotRoom[tie] == 0) {
                        continue;
                    }
                    at = tie;
                    least -= groups.knotBonus[tie];
                }
                value[n] = least;
                itsSeat[n] = s;
                itsBase[n] = cost;
                itsKnot[n] = at;
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
            itsSeat = Arrays.copyOf(itsSeat, size);
            itsKnot = Arrays.copyOf(itsKnot, size);
        }
    }

    private void put(int group, int i) {
        int at = count[group]++;
        seat[group][at] = itsSeat[i];
        base[group][at] = itsBase[i];
        knot[group][at] = itsKnot[i];
    }
}
