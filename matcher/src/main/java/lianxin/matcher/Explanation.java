package lianxin.matcher;

import org.jspecify.annotations.Nullable;

/**
 * Why this household has this cadre, in metres.
 *
 * @param metres the way between them
 * @param distancePrice what the way costs, by the weight of the need class
 * @param skillPrice what the cadre's skills cost for this need class
 * @param changePrice what leaving last year's contact costs; 0 if it is kept or there was none
 * @param placePrice what a place with this cadre costs the whole plan
 * @param alternative the next best cadre allowed, or null if there is none
 */
public record Explanation(
        int household,
        int cadre,
        int metres,
        long distancePrice,
        long skillPrice,
        long changePrice,
        long placePrice,
        @Nullable Alternative alternative) {

    /**
     * Another cadre for the household.
     *
     * @param price what the pair costs by itself
     * @param more how much dearer the whole plan becomes at least, everybody else moving as is best
     * @param full whether he has no free place, so that some family there would have to give way
     */
    public record Alternative(
            int cadre,
            int metres,
            long distancePrice,
            long skillPrice,
            long changePrice,
            long price,
            long more,
            boolean full) {}

    /** What the pair costs by itself. */
    public long price() {
        return distancePrice + skillPrice + changePrice;
    }

    /** Explains one household of a solved problem. Looks once at each cadre of its village and each household's contact. */
    public static Explanation of(Problem p, Matched m, int household) {
        int cadre = m.cadreOf()[household];
        return new Explanation(
                household,
                cadre,
                p.distance(p.villageOf[household], cadre),
                p.distancePrice(household, cadre),
                p.skillPrice(household, cadre),
                p.changePrice(household, cadre),
                m.cadrePrice()[cadre],
                alternative(p, m, household));
    }

    private static @Nullable Alternative alternative(Problem p, Matched m, int h) {
        if (p.pinOf(h) >= 0) {
            return null;
        }
        int cadre = m.cadreOf()[h];
        int best = -1;
        long least = Long.MAX_VALUE;
        int v = p.villageOf[h];
        for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
            int u = p.villageUnit[i];
            for (int j = p.unitCadreStart[u]; j < p.unitCadreStart[u + 1]; j++) {
                int c = p.unitCadre[j];
                if (c == cadre || p.isExcluded(h, c)) {
                    continue;
                }
                long cost = p.price(h, c) + m.cadrePrice()[c];
                if (cost < least) {
                    least = cost;
                    best = c;
                }
            }
        }
        if (best < 0) {
            return null;
        }
        int load = 0;
        for (int c : m.cadreOf()) {
            load += c == best ? 1 : 0;
        }
        return new Alternative(
                best,
                p.distance(v, best),
                p.distancePrice(h, best),
                p.skillPrice(h, best),
                p.changePrice(h, best),
                p.price(h, best),
                least - p.price(h, cadre) - m.cadrePrice()[cadre],
                load >= p.upper[best]);
    }
}
