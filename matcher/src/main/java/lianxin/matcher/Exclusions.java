package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/** Whom each household may not have. Most exclude nobody, and are known by one bit. */
final class Exclusions {

    /** Pairs {@code household << 32 | cadre}, ascending. */
    private final long[] pair;

    private final BitSet some;

    Exclusions(long[] pairs) {
        pair = Arrays.stream(pairs).sorted().distinct().toArray();
        some = new BitSet();
        for (int i = pair.length - 1; i >= 0; i--) {
            some.set(household(i));
        }
    }

    static long pair(int household, int cadre) {
        return (long) household << 32 | cadre;
    }

    /** These and one more. */
    Exclusions and(int household, int cadre) {
        var more = Arrays.copyOf(pair, pair.length + 1);
        more[pair.length] = pair(household, cadre);
        return new Exclusions(more);
    }

    boolean has(int household, int cadre) {
        return some.get(household) && Arrays.binarySearch(pair, pair(household, cadre)) >= 0;
    }

    int count() {
        return pair.length;
    }

    int household(int i) {
        return (int) (pair[i] >>> 32);
    }

    int cadre(int i) {
        return (int) pair[i];
    }

    /** The first of the household's exclusions; the others follow as long as they are {@link #of} it. */
    int first(int household) {
        if (!some.get(household)) {
            return pair.length;
        }
        int at = Arrays.binarySearch(pair, pair(household, 0));
        return at >= 0 ? at : -at - 1;
    }

    boolean of(int i, int household) {
        return i < pair.length && household(i) == household;
    }
}
