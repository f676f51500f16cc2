package lianxin.matching;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The cheapest ways for families of a village that have lost their unit. A unit takes them on, and hands families of a village over to a second
 * unit, which does the same; or it carries more from now on, and another unit fewer. A way ends at the unit that lost them.
 *
 * <p>Dijkstra's search (1959) over the units; their worth keeps every step at nothing or above. The step {@link Sharing#units} stands for carrying more
 * or fewer.
 */
final class Ways {

    static final long FAR = Long.MAX_VALUE / 4;
    static final int START = -1;
    /** Nothing is handed over: somebody carries more, or fewer. */
    static final int NO_VILLAGE = -1;

    private static final int NOBODY = -1;

    private final Sharing sharing;
    private final int load;
    private final long[] far;
    private final int[] from;
    private final int[] village;
    private final BitSet settled;

    private Ways(Sharing sharing) {
        this.sharing = sharing;
        load = sharing.units();
        far = new long[load + 1];
        Arrays.fill(far, FAR);
        from = new int[load + 1];
        village = new int[load + 1];
        settled = new BitSet(load + 1);
    }

    /** The ways from village {@code v} to unit {@code u}, and to whatever is nearer. */
    static Ways search(Sharing sharing, int v, int u) {
        var ways = new Ways(sharing);
        ways.offer(v, START, -least(sharing, v));
        for (int next = ways.nearest(); next != NOBODY && next != u; next = ways.nearest()) {
            ways.settled.set(next);
            ways.on(next);
        }
        return ways;
    }

    private static long least(Sharing sharing, int v) {
        return Arrays.stream(sharing.allowed(v))
                .mapToLong(u -> sharing.cost(v, u))
                .min()
                .orElse(0);
    }

    /** How far a unit is, beyond the nearest; only units nearer than the end are sure. */
    long far(int step) {
        return far[step];
    }

    boolean reaches(int step) {
        return far[step] < FAR;
    }

    /** The step before, or {@link #START}. */
    int from(int step) {
        return from[step];
    }

    /** Of which village families are handed over, or {@link #NO_VILLAGE}. */
    int village(int step) {
        return village[step];
    }

    private int nearest() {
        int nearest = NOBODY;
        for (int n = settled.nextClearBit(0); n <= load; n = settled.nextClearBit(n + 1)) {
            if (far[n] < (nearest == NOBODY ? FAR : far[nearest])) {
                nearest = n;
            }
        }
        return nearest;
    }

    private void on(int a) {
        if (a == load) {
            for (int u = 0; u < load; u++) {
                step(a, u, NO_VILLAGE, far[a] + sharing.fewer(u));
            }
            return;
        }
        step(a, load, NO_VILLAGE, far[a] + sharing.more(a));
        var held = sharing.villages(a);
        for (int v = held.nextSetBit(0); v >= 0; v = held.nextSetBit(v + 1)) {
            offer(v, a, far[a] - sharing.cost(v, a));
        }
    }

    private void offer(int v, int a, long before) {
        for (int b : sharing.allowed(v)) {
            step(a, b, v, before + sharing.cost(v, b));
        }
    }

    private void step(int a, int b, int v, long length) {
        if (length < far[b]) {
            far[b] = length;
            from[b] = a;
            village[b] = v;
        }
    }
}
