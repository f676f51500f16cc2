package lianxin.matcher;

/**
 * Cadres in the order of their units, so that those who may serve a village stand side by side. A cadre's number here is his
 * seat. Pinned households have taken their places already: the limits are what is left.
 */
final class Seats {

    final int count;
    final int[] cadreAt;
    final int[] seatOf;
    /** The seats of unit u are {@code start[u] .. start[u + 1]}. */
    final int[] start;

    final int[] unit;
    final int[] x;
    final int[] y;
    final int[] profile;
    final int[] lower;
    /** May be negative when more are pinned than wished. */
    final int[] target;

    final int[] upper;
    final long[] overload;

    Seats(Problem p) {
        count = p.cadres;
        cadreAt = p.unitCadre;
        start = p.unitCadreStart;
        seatOf = new int[count];
        unit = new int[count];
        x = new int[count];
        y = new int[count];
        profile = new int[count];
        lower = new int[count];
        target = new int[count];
        upper = new int[count];
        overload = new long[count];
        var pinned = new int[count];
        for (int c : p.pin) {
            if (c >= 0) {
                pinned[c]++;
            }
        }
        for (int s = 0; s < count; s++) {
            int c = cadreAt[s];
            seatOf[c] = s;
            unit[s] = p.unitOf[c];
            x[s] = p.cadreX[c];
            y[s] = p.cadreY[c];
            profile[s] = p.profileOf[c];
            lower[s] = Math.max(0, p.lower[c] - pinned[c]);
            target[s] = p.target[c] - pinned[c];
            upper[s] = Math.max(0, p.upper[c] - pinned[c]);
            overload[s] = p.overload[c];
        }
    }

    /** What one household more than {@code load} adds to the price of the seat, limits aside. */
    long next(int seat, int load) {
        return load < target[seat] ? 0 : overload[seat] * ((long) load + 1 - target[seat]);
    }
}
