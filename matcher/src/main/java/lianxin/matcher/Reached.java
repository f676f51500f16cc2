package lianxin.matcher;

import java.util.Arrays;

/** What a search has reached, how far away, and what no search can leave any more. Forgetting costs as much as was reached. */
final class Reached {

    /** {@link Plan#NEVER} for what was not. */
    final long[] distance;
    /** Whence. */
    final int[] from;

    private int[] touched = new int[64];
    private int count;

    /** A search that found no end has been here: none can. */
    final boolean[] closed;

    private boolean some;

    Reached(int size) {
        distance = new long[size];
        from = new int[size];
        closed = new boolean[size];
        Arrays.fill(distance, Plan.NEVER);
    }

    void reach(int what, long d, int whence) {
        if (distance[what] == Plan.NEVER) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, count * 2);
            }
            touched[count++] = what;
        }
        distance[what] = d;
        from[what] = whence;
    }

    /** Adds to each amount, times the sign, how much nearer than the end it was reached. */
    void settle(long end, long[] amount, int sign) {
        for (int i = 0; i < count; i++) {
            amount[touched[i]] += sign * Math.max(0, end - distance[touched[i]]);
        }
    }

    void close() {
        some = true;
        for (int i = 0; i < count; i++) {
            closed[touched[i]] = true;
        }
    }

    void open() {
        if (some) {
            Arrays.fill(closed, false);
            some = false;
        }
    }

    void forget() {
        for (int i = 0; i < count; i++) {
            distance[touched[i]] = Plan.NEVER;
        }
        count = 0;
    }
}
