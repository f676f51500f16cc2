package lianxin.matcher;

import java.util.Random;

/** Problems small enough to try everything: awkward on purpose, one for each seed. */
public final class Small {

    private Small() {}

    public static Problem problem(long seed) {
        var r = new Random(seed);
        int villages = 1 + r.nextInt(3);
        int classes = 1 + r.nextInt(2);
        int profiles = 1 + r.nextInt(2);
        int units = 1 + r.nextInt(3);
        int cadres = 1 + r.nextInt(4);
        int households = 1 + r.nextInt(7);
        int field = r.nextInt(4) == 0 ? 1 : 1 + r.nextInt(12); // a field of one metre: everything is tied
        var b = Problem.builder(villages, classes, profiles, units, cadres, households);
        for (int v = 0; v < villages; v++) {
            b.village(v, r.nextInt(field), r.nextInt(field));
        }
        for (int k = 0; k < classes; k++) {
            b.needClass(k, r.nextInt(3), r.nextInt(8));
            for (int i = 0; i < profiles; i++) {
                b.skillPenalty(k, i, r.nextInt(5));
            }
        }
        for (int u = 0; u < units; u++) {
            b.unit(u, r.ints(0, villages).limit(r.nextInt(villages + 2)).toArray());
        }
        boolean tight = r.nextBoolean();
        for (int c = 0; c < cadres; c++) {
            int lower = r.nextInt(tight ? 3 : 2);
            int target = lower + r.nextInt(2);
            int upper = target + r.nextInt(tight ? 2 : 5);
            b.cadre(
                    c,
                    r.nextInt(units),
                    r.nextInt(profiles),
                    r.nextInt(field),
                    r.nextInt(field),
                    lower,
                    target,
                    upper,
                    r.nextInt(4));
        }
        double exclusions = r.nextInt(3) * 0.2;
        for (int h = 0; h < households; h++) {
            b.household(h, r.nextInt(villages), r.nextInt(classes), r.nextInt(3) == 0 ? -1 : r.nextInt(cadres));
            int pin = r.nextInt(12) == 0 ? r.nextInt(cadres) : -1;
            for (int c = 0; c < cadres; c++) {
                if (c != pin && r.nextDouble() < exclusions) {
                    b.exclude(h, c);
                }
            }
            if (pin >= 0) {
                b.pin(h, pin);
            }
        }
        return b.build();
    }

    /** Who holds whom now: anybody at all. */
    static int[] current(Problem p, long seed) {
        var r = new Random(seed * 31 + 7);
        return r.ints(p.households(), -1, p.cadres()).toArray();
    }
}
