package lianxin.matcher;

/** Finds the k-th smallest without sorting all (Hoare 1961). */
final class Select {

    private Select() {}

    /** The value that would stand at index {@code k} if the first {@code n} were sorted. Shuffles them. */
    static long smallest(long[] a, int n, int k) {
        int from = 0;
        int to = n - 1;
        while (from < to) {
            long pivot = median(a[from], a[(from + to) >>> 1], a[to]);
            int i = from;
            int j = to;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (k <= j) {
                to = j;
            } else if (k >= i) {
                from = i;
            } else {
                return a[k];
            }
        }
        return a[k];
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
