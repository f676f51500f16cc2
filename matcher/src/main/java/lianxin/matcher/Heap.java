package lianxin.matcher;

import java.util.Arrays;

/** Whom to look at next: the smallest distance first, among equals the smallest number. A number may stand here twice. */
final class Heap {

    private long[] distance = new long[64];
    private int[] item = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    long nearest() {
        return distance[0];
    }

    void push(long d, int what) {
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
