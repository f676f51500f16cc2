package lianxin.muster;

import java.util.Arrays;
import java.util.UUID;

/** A list of identities in two arrays of longs: two million take 32 MB instead of 80. */
public final class UuidColumn {

    private long[] high = new long[64];
    private long[] low = new long[64];
    private int size;

    void add(UUID id) {
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 3 / 2);
            low = Arrays.copyOf(low, size * 3 / 2);
        }
        high[size] = id.getMostSignificantBits();
        low[size++] = id.getLeastSignificantBits();
    }

    public int size() {
        return size;
    }

    public UUID get(int i) {
        return new UUID(high[i], low[i]);
    }

    /** How the i-th compares with {@code id} in the order of the database, which is by unsigned bytes. */
    int compare(int i, UUID id) {
        int first = Long.compareUnsigned(high[i], id.getMostSignificantBits());
        return first != 0 ? first : Long.compareUnsigned(low[i], id.getLeastSignificantBits());
    }

    /** Where {@code id} stands between {@code from} and {@code to}, which are in order; -1 if it does not. */
    public int find(int from, int to, UUID id) {
        int lo = from;
        int hi = to - 1;
        while (lo <= hi) {
            int middle = (lo + hi) >>> 1;
            int way = compare(middle, id);
            if (way == 0) {
                return middle;
            }
            if (way < 0) {
                lo = middle + 1;
            } else {
                hi = middle - 1;
            }
        }
        return -1;
    }

    /** The identities from {@code from} up to but not including {@code to}. */
    public UUID[] slice(int from, int to) {
        var ids = new UUID[to - from];
        for (int i = from; i < to; i++) {
            ids[i - from] = get(i);
        }
        return ids;
    }

    /** The order of the database, so that it does not matter who sorts. */
    public static int unsigned(UUID a, UUID b) {
        int first = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return first != 0 ? first : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
