package lianxin.matcher;

/** Brings the smallest to the front, in order, without sorting all (Hoare 1961). */
final class Select {

    private static final int FEW = 12;

    private Select() {}

    /**
     * Afterwards the first {@code k} of {@code n} are the smallest, ascending; among equal values those with the lower number. What belongs to a
     * value moves with it.
     */
    static void smallest(long[] value, int[] with, int n, int k) {
        sort(value, with, 0, n - 1, k);
    }

    private static void sort(long[] value, int[] with, int first, int last, int k) {
        int from = first;
        int to = last;
        while (to - from >= FEW) {
            int middle = median(value, with, from, (from + to) >>> 1, to);
            long pivot = value[middle];
            int number = with[middle];
            int i = from;
            int j = to;
            while (i <= j) {
                while (value[i] < pivot || (value[i] == pivot && with[i] < number)) {
                    i++;
                }
                while (value[j] > pivot || (value[j] == pivot && with[j] > number)) {
                    j--;
                }
                if (i <= j) {
                    swap(value, with, i++, j--);
                }
            }
            if (i < k && i < to) {
                sort(value, with, i, to, k);
            }
            to = j;
        }
        insert(value, with, from, to);
    }

    private static void insert(long[] value, int[] with, int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            long v = value[i];
            int w = with[i];
            int j = i;
            for (; j > from && (value[j - 1] > v || (value[j - 1] == v && with[j - 1] > w)); j--) {
                value[j] = value[j - 1];
                with[j] = with[j - 1];
            }
            value[j] = v;
            with[j] = w;
        }
    }

    private static void swap(long[] value, int[] with, int i, int j) {
        long v = value[i];
        value[i] = value[j];
        value[j] = v;
        int w = with[i];
        with[i] = with[j];
        with[j] = w;
    }

    private static int median(long[] value, int[] with, int a, int b, int c) {
        boolean ab = before(value, with, a, b);
        boolean bc = before(value, with, b, c);
        if (ab == bc) {
            return b;
        }
        return ab == before(value, with, a, c) ? c : a;
    }

    private static boolean before(long[] value, int[] with, int i, int j) {
        return value[i] < value[j] || (value[i] == value[j] && with[i] < with[j]);
    }
}
