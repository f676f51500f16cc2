package lianxin.matcher;

import java.util.Arrays;

/**
 * Whom to look at next: the smallest distance first, never less than the last. A number may stand here twice.
 *
 * <p>Who comes at just the distance that is being looked at comes at once, the last first: nothing can be nearer. Where prices are equal that is almost
 * everybody. Of the others, among equals the smallest number comes first.
 */
final class Heap {

    private long[] distance = new long[64];
    private int[] item = new int[64];
    private int size;

    /** The distance looked at, and who else is there. */
    private long level;

    private int[] here = new int[64];
    private int hereCount;

    boolean isEmpty() {
        return size + hereCount == 0;
    }

    /** Begins anew at distance 0. */
    void clear() {
        size = 0;
        hereCount = 0;
        level = 0;
    }

    long nearest() {
        return hereCount > 0 ? level : distance[0];
    }

    void push(long d, int what) {
        if (d == level) {
            if (hereCount == here.length) {
                here = Arrays.copyOf(here, hereCount * 2);
            }
            here[hereCount++] = what;
        } else {
            sift(d, what);
        }
    }

    private void sift(long d, int what) {
        if (size == item.length) {
            distance = Arrays.copyOf(distance, size * 2);
            item = Arrays.copyOf(item, size * 2);
        }
        int i = size++;
        while (i > 0) {
            int up = (i - 1) >> 1;
            if (!before(d, what, up)) {
                break;
            }
            distance[i] = distance[up];
            item[i] = item[up];
            i = up;
        }
        distance[i] = d;
        item[i] = what;
    }

    int pop() {
        if (hereCount > 0) {
            return here[--hereCount];
        }
        level = distance[0];
        int top = item[0];
        size--;
        long d = distance[size];
        int what = item[size];
        int i = 0;
        for (int down = 1; down < size; down = 2 * i + 1) {
            if (down + 1 < size && before(distance[down + 1], item[down + 1], down)) {
                down++;
            }
            if (before(d, what, down)) {
                break;
            }
            distance[i] = distance[down];
            item[i] = item[down];
            i = down;
        }
        distance[i] = d;
        item[i] = what;
        return top;
    }

    private boolean before(long d, int what, int other) {
        return d < distance[other] || (d == distance[other] && what < item[other]);
    }
}
