package lianxin.matcher;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A problem said again, with something else about it. */
public final class Again {

    private final Problem p;
    /** The limits of each cadre, to be changed. */
    public final int[] lower;

    public final int[] target;
    public final int[] upper;
    private long scale = 1;
    private int moreCadres;
    private int moreHouseholds;
    private int unit = -1;
    private int village = -1;

    public Again(Problem p) {
        this.p = p;
        lower = p.lower.clone();
        target = p.target.clone();
        upper = p.upper.clone();
    }

    /** All prices so many times as high. */
    public Again times(long scale) {
        this.scale = scale;
        return this;
    }

    /** With room for so many who come last. */
    public Again with(int moreCadres, int moreHouseholds) {
        this.moreCadres = moreCadres;
        this.moreHouseholds = moreHouseholds;
        return this;
    }

    /** The unit serves that village too. */
    public Again serving(int unit, int village) {
        this.unit = unit;
        this.village = village;
        return this;
    }

    public ProblemBuilder builder() {
        var b = Problem.builder(
                p.villages, p.classes, p.profiles, p.units, p.cadres + moreCadres, p.households + moreHouseholds);
        for (int v = 0; v < p.villages; v++) {
            b.village(v, p.villageX[v], p.villageY[v]);
        }
        for (int k = 0; k < p.classes; k++) {
            b.needClass(k, scale * p.weight[k], scale * p.changePrice[k]);
            for (int i = 0; i < p.profiles; i++) {
                b.skillPenalty(k, i, scale * p.skill[k * p.profiles + i]);
            }
        }
        for (int u = 0; u < p.units; u++) {
            b.unit(u, served(u));
        }
        for (int c = 0; c < p.cadres; c++) {
            b.cadre(
                    c,
                    p.unitOf[c],
                    p.profileOf[c],
                    p.cadreX[c],
                    p.cadreY[c],
                    lower[c],
                    target[c],
                    upper[c],
                    scale * p.overload[c]);
        }
        for (int h = 0; h < p.households; h++) {
            b.household(h, p.villageOf[h], p.classOf[h], p.last[h]);
            if (p.pinOf(h) >= 0) {
                b.pin(h, p.pinOf(h));
            }
        }
        for (int i = 0; i < p.excluded.count(); i++) {
            b.exclude(p.excluded.household(i), p.excluded.cadre(i));
        }
        return b;
    }

    private int[] served(int u) {
        return IntStream.range(0, p.villages)
                .filter(v -> (u == unit && v == village)
                        || Arrays.stream(p.villageUnit, p.villageUnitStart[v], p.villageUnitStart[v + 1])
                                .anyMatch(x -> x == u))
                .toArray();
    }
}
