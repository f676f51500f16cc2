package lianxin.matcher;

import java.util.Arrays;

/** Collects the rows of a problem, each once, in any order. Every method refuses unknown numbers with {@link BadProblem}. */
public final class ProblemBuilder {

    private static final int ABSENT = -2;

    final int profiles;
    final int[] villageX;
    final int[] villageY;
    private final boolean[] villageSeen;
    final long[] weight;
    final long[] changePrice;
    private final boolean[] classSeen;
    final long[] skill;
    final int[][] served;
    final int[] unitOf;
    final int[] profileOf;
    final int[] cadreX;
    final int[] cadreY;
    final int[] lower;
    final int[] target;
    final int[] upper;
    final long[] overload;
    final int[] villageOf;
    final int[] classOf;
    final int[] last;
    int[] pin = new int[0];
    private long[] excluded = new long[16];
    private int exclusions;
    private boolean built;

    ProblemBuilder(int villages, int classes, int profiles, int units, int cadres, int households) {
        known("sizes", "villages", villages, Integer.MAX_VALUE);
        known("sizes", "need classes", classes, Integer.MAX_VALUE);
        known("sizes", "profiles", profiles, Integer.MAX_VALUE);
        known("sizes", "units", units, Integer.MAX_VALUE);
        known("sizes", "cadres", cadres, Integer.MAX_VALUE);
        known("sizes", "households", households, Integer.MAX_VALUE);
        if ((long) villages * classes > 1 << 28 || (long) classes * profiles > 1 << 28) {
            throw new BadProblem("sizes", "too many need classes for this many villages or profiles");
        }
        this.profiles = profiles;
        villageX = new int[villages];
        villageY = new int[villages];
        villageSeen = new boolean[villages];
        weight = new long[classes];
        changePrice = new long[classes];
        classSeen = new boolean[classes];
        skill = new long[classes * profiles];
        served = new int[units][];
        unitOf = filled(cadres);
        profileOf = new int[cadres];
        cadreX = new int[cadres];
        cadreY = new int[cadres];
        lower = new int[cadres];
        target = new int[cadres];
        upper = new int[cadres];
        overload = new long[cadres];
        villageOf = filled(households);
        classOf = new int[households];
        last = new int[households];
    }

    /** Where village v lies, in metres of any flat grid. */
    public ProblemBuilder village(int v, int x, int y) {
        known("village " + v, "village", v, villageX.length);
        within("village " + v, x, y);
        once("village " + v, !villageSeen[v]);
        villageSeen[v] = true;
        villageX[v] = x;
        villageY[v] = y;
        return this;
    }

    /** Need class k: the price of a metre, and of leaving last year's contact. Both at least 0. */
    public ProblemBuilder needClass(int k, long weight, long changePrice) {
        var where = "need class " + k;
        known(where, "need class", k, this.weight.length);
        once(where, !classSeen[k]);
        notNegative(where, "weight", weight);
        notNegative(where, "change price", changePrice);
        classSeen[k] = true;
        this.weight[k] = weight;
        this.changePrice[k] = changePrice;
        return this;
    }

    /** The price of a cadre of this profile for a household of this class. Not said: 0. */
    public ProblemBuilder skillPenalty(int needClass, int profile, long price) {
        var where = "skill penalty " + needClass + "/" + profile;
        known(where, "need class", needClass, weight.length);
        known(where, "profile", profile, profiles);
        notNegative(where, "price", price);
        skill[needClass * profiles + profile] = price;
        return this;
    }

    /** The villages unit u serves. None is allowed; a village named twice counts once. */
    public ProblemBuilder unit(int u, int... servedVillages) {
        var where = "unit " + u;
        known(where, "unit", u, served.length);
        once(where, served[u] == null);
        for (int v : servedVillages) {
            known(where, "village", v, villageX.length);
        }
        served[u] = Arrays.stream(servedVillages).sorted().distinct().toArray();
        return this;
    }

    /**
     * Cadre c: his unit, skill profile, position, and the households he must, should and may hold
     * ({@code 0 ≤ lower ≤ target ≤ upper}).
     *
     * @param overloadPrice price of the first household above the target; each further one costs that much more than the one before
     */
    public ProblemBuilder cadre(
            int c, int unit, int profile, int x, int y, int lower, int target, int upper, long overloadPrice) {
        var where = "cadre " + c;
        known(where, "cadre", c, unitOf.length);
        known(where, "unit", unit, served.length);
        known(where, "profile", profile, profiles);
        within(where, x, y);
        once(where, unitOf[c] == ABSENT);
        notNegative(where, "lower limit", lower);
        notNegative(where, "overload price", overloadPrice);
        if (lower > target || target > upper) {
            throw new BadProblem(where, "limits " + lower + ", " + target + ", " + upper + " do not rise");
        }
        unitOf[c] = unit;
        profileOf[c] = profile;
        cadreX[c] = x;
        cadreY[c] = y;
        this.lower[c] = lower;
        this.target[c] = target;
        this.upper[c] = upper;
        overload[c] = overloadPrice;
        return this;
    }

    /** Household h lives in this village, has this need class and had this contact last year (-1: none). */
    public ProblemBuilder household(int h, int village, int needClass, int lastCadre) {
        if (h < 0
                || h >= villageOf.length
                || village < 0
                || village >= villageX.length
                || needClass < 0
                || needClass >= weight.length
                || lastCadre < -1
                || lastCadre >= unitOf.length
                || villageOf[h] != ABSENT) {
            refuse(h, village, needClass, lastCadre);
        }
        villageOf[h] = village;
        classOf[h] = needClass;
        last[h] = lastCadre;
        return this;
    }

    private void refuse(int h, int village, int needClass, int lastCadre) {
        var where = "household " + h;
        known(where, "household", h, villageOf.length);
        known(where, "village", village, villageX.length);
        known(where, "need class", needClass, weight.length);
        known(where, "last cadre", lastCadre + 1, unitOf.length + 1);
        once(where, villageOf[h] == ABSENT);
    }

    /** Household h may not have cadre c (kinship, conflict, or the family's wish). */
    public ProblemBuilder exclude(int h, int c) {
        known("exclusion", "household", h, villageOf.length);
        known("exclusion of household " + h, "cadre", c, unitOf.length);
        if (exclusions == excluded.length) {
            excluded = Arrays.copyOf(excluded, exclusions * 2);
        }
        excluded[exclusions++] = Exclusions.pair(h, c);
        return this;
    }

    /** Household h must have cadre c: a choice made by hand, even for a village his unit does not serve. */
    public ProblemBuilder pin(int h, int c) {
        known("pin", "household", h, villageOf.length);
        known("pin of household " + h, "cadre", c, unitOf.length);
        if (pin.length == 0) {
            pin = new int[villageOf.length];
            Arrays.fill(pin, -1);
        }
        if (pin[h] >= 0 && pin[h] != c) {
            throw new BadProblem("pin of household " + h, "two cadres: " + pin[h] + " and " + c);
        }
        pin[h] = c;
        return this;
    }

    /**
     * The finished problem. The builder is spent.
     *
     * @throws BadProblem if a row is missing, a pair is both pinned and excluded, or prices may overflow
     */
    public Problem build() {
        once("builder", !built);
        complete();
        built = true;
        var pairs = new Exclusions(Arrays.copyOf(excluded, exclusions));
        for (int i = 0; pin.length > 0 && i < pairs.count(); i++) {
            int h = pairs.household(i);
            if (pin[h] == pairs.cadre(i)) {
                throw new BadProblem("household " + h, "cadre " + pin[h] + " is both pinned and excluded");
            }
        }
        var villageUnits = Rows.turn(served, villageX.length);
        var unitCadres = Rows.gather(unitOf, served.length);
        var problem = new Problem(this, villageUnits, unitCadres, pairs);
        Ceiling.check(problem);
        return problem;
    }

    private void complete() {
        for (int v = 0; v < villageX.length; v++) {
            present("village " + v, villageSeen[v]);
        }
        for (int k = 0; k < weight.length; k++) {
            present("need class " + k, classSeen[k]);
        }
        for (int u = 0; u < served.length; u++) {
            present("unit " + u, served[u] != null);
        }
        for (int c = 0; c < unitOf.length; c++) {
            present("cadre " + c, unitOf[c] != ABSENT);
        }
        for (int h = 0; h < villageOf.length; h++) {
            if (villageOf[h] == ABSENT) {
                throw new BadProblem("household " + h, "was never given");
            }
        }
    }

    private static int[] filled(int n) {
        var a = new int[n];
        Arrays.fill(a, ABSENT);
        return a;
    }

    private static void present(String where, boolean given) {
        if (!given) {
            throw new BadProblem(where, "was never given");
        }
    }

    private static void once(String where, boolean first) {
        if (!first) {
            throw new BadProblem(where, "was given twice");
        }
    }

    private static void known(String where, String what, int number, int size) {
        if (number < 0 || number >= size) {
            throw new BadProblem(where, what + " " + number + " is not among the " + size);
        }
    }

    private static void within(String where, int x, int y) {
        if (x < -Problem.FARTHEST || x > Problem.FARTHEST || y < -Problem.FARTHEST || y > Problem.FARTHEST) {
            throw new BadProblem(where, "position " + x + ", " + y + " is beyond " + Problem.FARTHEST + " metres");
        }
    }

    private static void notNegative(String where, String what, long amount) {
        if (amount < 0) {
            throw new BadProblem(where, what + " " + amount + " is negative");
        }
    }
}
