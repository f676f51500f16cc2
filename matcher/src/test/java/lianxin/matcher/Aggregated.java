package lianxin.matcher;

/**
 * The flow over groups that peers are given: one source for each village and need class. From it to each cadre one cheap arc as wide as the number
 * of households there that know him, and one for the rest less those who exclude him.
 *
 * <p>It is a relaxation: where continuity and exclusions clash inside one small group it may be cheaper than any assignment of named households.
 * Nobody may be pinned.
 */
public final class Aggregated implements Flow {

    private final Problem p;
    private final Loads loads;
    /** Households by village, then need class; group g has {@code member[start[g] .. start[g + 1])}. */
    private final int[] start;

    private final int[] member;
    private long constant;

    public Aggregated(Problem p) {
        if (p.pin.length > 0) {
            throw new IllegalArgumentException("pinned households");
        }
        this.p = p;
        loads = new Loads(p, p.villages * p.classes);
        start = new int[p.villages * p.classes + 1];
        for (int h = 0; h < p.households; h++) {
            start[group(h) + 1]++;
        }
        for (int g = 1; g < start.length; g++) {
            start[g] += start[g - 1];
        }
        var next = start.clone();
        member = new int[p.households];
        for (int h = 0; h < p.households; h++) {
            member[next[group(h)]++] = h;
        }
    }

    private int group(int h) {
        return p.villageOf[h] * p.classes + p.classOf[h];
    }

    @Override
    public int nodes() {
        return start.length - 1 + loads.nodes();
    }

    @Override
    public int supply(int node) {
        return node < start.length - 1 ? start[node + 1] - start[node] : loads.supply(node);
    }

    @Override
    public long constant() {
        return constant;
    }

    @Override
    public void arcs(Arcs to) {
        constant = 0;
        var know = new int[p.cadres];
        var exclude = new int[p.cadres];
        for (int g = 0; g < start.length - 1; g++) {
            if (start[g] == start[g + 1]) {
                continue;
            }
            count(g, know, exclude);
            spread(g, to, know, exclude);
            clear(g, know, exclude);
        }
        loads.arcs(to);
    }

    /** Everybody pays for a new face here; who knows nobody gets it back. */
    private void count(int g, int[] know, int[] exclude) {
        long change = p.changePrice[g % p.classes];
        for (int i = start[g]; i < start[g + 1]; i++) {
            int h = member[i];
            if (p.last[h] < 0) {
                constant -= change;
            } else if (!p.isExcluded(h, p.last[h])) {
                know[p.last[h]]++;
            }
            for (int e = p.excluded.first(h); p.excluded.of(e, h); e++) {
                exclude[p.excluded.cadre(e)]++;
            }
        }
    }

    private void spread(int g, Arcs to, int[] know, int[] exclude) {
        int village = g / p.classes;
        int needClass = g % p.classes;
        int firstCadre = start.length - 1;
        for (int i = p.villageUnitStart[village]; i < p.villageUnitStart[village + 1]; i++) {
            int u = p.villageUnit[i];
            for (int j = p.unitCadreStart[u]; j < p.unitCadreStart[u + 1]; j++) {
                int c = p.unitCadre[j];
                long price =
                        p.weight[needClass] * p.distance(village, c) + p.skill[needClass * p.profiles + p.profileOf[c]];
                int rest = start[g + 1] - start[g] - exclude[c] - know[c];
                if (know[c] > 0) {
                    to.add(g, firstCadre + c, know[c], price);
                }
                if (rest > 0) {
                    to.add(g, firstCadre + c, rest, price + p.changePrice[needClass]);
                }
            }
        }
    }

    private void clear(int g, int[] know, int[] exclude) {
        for (int i = start[g]; i < start[g + 1]; i++) {
            int h = member[i];
            if (p.last[h] >= 0) {
                know[p.last[h]] = 0;
            }
            for (int e = p.excluded.first(h); p.excluded.of(e, h); e++) {
                exclude[p.excluded.cadre(e)] = 0;
            }
        }
    }
}
