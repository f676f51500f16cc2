package lianxin.matcher;

/**
 * Cadres in the order of their units, so that those who may serve a village stand side by side, and so do those of one office. A cadre's number here
 * is his seat. Pinned households have taken their places already: the limits are what is left.
 */
final class Seats {

    final int count;
    final Offices offices;
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
    private final int[] pinned;
    /** Whether more are pinned than may be held. */
    final boolean[] crowded;

    Seats(Problem p) {
        count = p.cadres;
        offices = new Offices(p);
        cadreAt = offices.cadreAt;
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
        pinned = new int[count];
        crowded = new boolean[count];
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
            limit(c, p.lower[c], p.target[c], p.upper[c]);
            overload[s] = p.overload[c];
        }
    }

    void limit(int cadre, int least, int wished, int most) {
        int s = seatOf[cadre];
        lower[s] = Math.max(0, least - pinned[cadre]);
        target[s] = wished - pinned[cadre];
        upper[s] = Math.max(0, most - pinned[cadre]);
        crowded[s] = pinned[cadre] > most;
    }

    /** What one household more than {@code load} adds to the price of the seat, limits aside. */
    long next(int seat, int load) {
        return load < target[seat] ? 0 : overload[seat] * ((long) load + 1 - target[seat]);
    }

    /** The first household too many costs about so much; beyond a thousand kilometres it no longer matters. */
    long meanOverload() {
        long sum = 0;
        for (long price : overload) {
            sum += Math.min(price, 1_000_000);
        }
        return sum / Math.max(1, count);
    }

    /** The least load at which this price is right: everything cheaper is taken on, and at least the lower limit. */
    int willing(int seat, long price) {
        if (price <= 0) {
            return lower[seat];
        }
        if (overload[seat] == 0) {
            return upper[seat];
        }
        return (int) Math.clamp(target[seat] + (price - 1) / overload[seat], lower[seat], upper[seat]);
    }

    /** The most it may have taken on at this price. */
    int willingMost(int seat, long price) {
        if (price < 0) {
            return lower[seat];
        }
        if (overload[seat] == 0) {
            return upper[seat];
        }
        return (int) Math.clamp(target[seat] + price / overload[seat], lower[seat], upper[seat]);
    }

    /** The same seats for one household in so many: limits shared out so that sums of neighbours stay right. */
    Seats sample(int oneIn) {
        return new Seats(this, oneIn);
    }

    private Seats(Seats s, int oneIn) {
        count = s.count;
        offices = s.offices;
        cadreAt = s.cadreAt;
        seatOf = s.seatOf;
        start = s.start;
        unit = s.unit;
        x = s.x;
        y = s.y;
        profile = s.profile;
        lower = Share.of(s.lower, oneIn);
        target = Share.of(s.target, oneIn);
        upper = Share.of(s.upper, oneIn);
        pinned = s.pinned;
        crowded = s.crowded;
        overload = new long[count];
        for (int i = 0; i < count; i++) {
            target[i] = Math.max(target[i], lower[i]);
            upper[i] = Math.max(upper[i], target[i]);
            overload[i] = s.overload[i] * oneIn;
        }
    }
}
