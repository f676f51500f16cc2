package lianxin.matcher;

/**
 * What a plan costs, criterion by criterion, and how the load lies.
 *
 * @param metres all ways together
 * @param distancePrice what they cost by the weights of the need classes
 * @param kept households that keep last year's contact
 * @param changed households that leave him
 * @param load households of each cadre
 * @param onePlaceMore what raising each cadre's upper limit by one would save at most; 0 where he is not full
 * @param oneAskedLess what lowering each cadre's lower limit by one would save at most; 0 where he holds more
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
public record Ledger(
        long metres,
        long distancePrice,
        long skillPrice,
        long changePrice,
        long loadPrice,
        int kept,
        int changed,
        int[] load,
        long[] onePlaceMore,
        long[] oneAskedLess) {

    /** Adds up a solved problem. */
    public static Ledger of(Problem p, Matched m) {
        var load = new int[p.cadres];
        long metres = 0;
        long distancePrice = 0;
        long skillPrice = 0;
        long changePrice = 0;
        int kept = 0;
        int changed = 0;
        for (int h = 0; h < p.households; h++) {
            int c = m.cadreOf()[h];
            load[c]++;
            metres += p.distance(p.villageOf[h], c);
            distancePrice += p.distancePrice(h, c);
            skillPrice += p.skillPrice(h, c);
            changePrice += p.changePrice(h, c);
            if (p.last[h] >= 0) {
                kept += p.last[h] == c ? 1 : 0;
                changed += p.last[h] == c ? 0 : 1;
            }
        }
        long loadPrice = 0;
        var onePlaceMore = new long[p.cadres];
        var oneAskedLess = new long[p.cadres];
        for (int c = 0; c < p.cadres; c++) {
            loadPrice += p.loadPrice(c, load[c]);
            if (load[c] == p.upper[c]) {
                long itself = p.loadPrice(c, load[c] + 1) - p.loadPrice(c, load[c]);
                onePlaceMore[c] = Math.max(0, m.cadrePrice()[c] - itself);
            }
            if (load[c] == p.lower[c] && load[c] > 0) {
                long itself = p.loadPrice(c, load[c]) - p.loadPrice(c, load[c] - 1);
                oneAskedLess[c] = Math.max(0, itself - m.cadrePrice()[c]);
            }
        }
        return new Ledger(
                metres,
                distancePrice,
                skillPrice,
                changePrice,
                loadPrice,
                kept,
                changed,
                load,
                onePlaceMore,
                oneAskedLess);
    }

    /** What the plan costs in all. */
    public long price() {
        return distancePrice + skillPrice + changePrice + loadPrice;
    }
}
