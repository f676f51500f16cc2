package lianxin.matcher;

import org.jspecify.annotations.Nullable;

/** The plainest solver there is: every assignment is looked at. Shares nothing with the real one but the prices of a pair. */
final class EverythingTried {

    private static final long FAR = 1L << 40;

    private final Problem p;
    private final int[] current;
    private final boolean lifting;
    private final int[] choice;
    private final int[] load;
    private int household = -1;
    private int cadre;
    private long least = Long.MAX_VALUE;

    private EverythingTried(Problem p, int[] current, boolean lifting) {
        this.p = p;
        this.current = current;
        this.lifting = lifting;
        choice = new int[p.households()];
        load = new int[p.cadres()];
    }

    /** The least price, or null if nothing is possible. */
    static @Nullable Long leastPrice(Problem p) {
        return new EverythingTried(p, new int[0], false).tryAll();
    }

    /** The least price if this household must have this cadre, or null. */
    static @Nullable Long leastPrice(Problem p, int household, int cadre) {
        var all = new EverythingTried(p, new int[0], false);
        all.household = household;
        all.cadre = cadre;
        return all.tryAll();
    }

    /** The fewest changes times 2^40 plus the least price, or null. */
    static @Nullable Long fewestChanges(Problem p, int[] current) {
        return new EverythingTried(p, current, false).tryAll();
    }

    /** The fewest places beyond the limits, upper and lower, times 2^40 plus the least price, or null if that does not help. */
    static @Nullable Long fewestLifts(Problem p) {
        return new EverythingTried(p, new int[0], true).tryAll();
    }

    private @Nullable Long tryAll() {
        step(0, 0);
        return least == Long.MAX_VALUE ? null : least;
    }

    private void step(int h, long price) {
        if (h == p.households()) {
            finish(price);
            return;
        }
        for (int c = 0; c < p.cadres(); c++) {
            if (p.allows(h, c) && (h != household || c == cadre) && (lifting || load[c] < p.upper(c))) {
                boolean changes = current.length > 0 && current[h] >= 0 && current[h] != c && p.allows(h, current[h]);
                choice[h] = c;
                load[c]++;
                step(h + 1, price + p.price(h, c) + (changes ? FAR : 0));
                load[c]--;
            }
        }
    }

    private void finish(long pairs) {
        long price = pairs;
        for (int c = 0; c < p.cadres(); c++) {
            if (load[c] < p.lower(c) && !lifting) {
                return;
            }
            int beyond = Math.max(0, load[c] - p.upper(c)) + Math.max(0, p.lower(c) - load[c]);
            price += p.loadPrice(c, load[c]) + FAR * beyond;
        }
        least = Math.min(least, price);
    }
}
