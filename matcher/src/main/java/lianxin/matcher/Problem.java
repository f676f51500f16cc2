package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is to be decided: households in villages, cadres in units, who may serve where, and what each pair would cost.
 *
 * <p>Everything is a number from 0 to n-1 (a village, a need class, a skill profile, a unit, a cadre, a household) and a
 * whole number of <em>price</em>, whose unit is the metre of walking. Built once by a {@link ProblemBuilder}, never changed.
 *
 * <p>The price of household h with cadre c is
 * {@code weight(class) · distance + skillPenalty(class, profile) + (a last contact exists and is not c ? changePrice(class) : 0)};
 * a cadre who holds more than his target pays {@code overloadPrice} for the first household above it, twice that for the
 * second, and so on. Distance is the straight line in whole metres, rounded to the nearest: with coordinates of at most
 * {@link #FARTHEST} the rounding is the same on every machine.
 *
 * <p>Who may serve whom is never a price: a cadre may serve a household when his unit serves its village and the pair is
 * not excluded; a pinned household has its pinned cadre as its only choice, whether his unit serves the village or not.
 *
 * {@snippet :
 * var town = Problem.builder(1, 1, 1, 1, 2, 3).village(0, 0, 0).needClass(0, 1, 500).unit(0, 0);
 * town.cadre(0, 0, 0, 100, 0, 1, 2, 3, 50).cadre(1, 0, 0, 900, 0, 1, 2, 3, 50);
 * for (int h = 0; h < 3; h++) town.household(h, 0, 0, -1);
 * var answer = Matcher.solve(town.build(), Watch.none());
 * if (answer instanceof Matched m) System.out.println(m.price() + " " + Arrays.toString(m.cadreOf()));
 * }
 */
public final class Problem {

    /** Coordinates lie between minus and plus this many metres. */
    public static final int FARTHEST = 10_000_000;

    /** The dearest thinkable assignment costs at most this, so that no sum of prices can overflow. */
    public static final long DEAREST = 1L << 50;

    final int villages;
    final int classes;
    final int profiles;
    final int units;
    final int cadres;
    final int households;

    final int[] villageX;
    final int[] villageY;
    /** The units that serve village v stand at {@code villageUnit[villageUnitStart[v] .. villageUnitStart[v + 1])}. */
    final int[] villageUnitStart;

    final int[] villageUnit;

    final long[] weight;
    final long[] changePrice;
    final long[] skill;

    final int[] unitOf;
    final int[] profileOf;
    final int[] cadreX;
    final int[] cadreY;
    final int[] lower;
    final int[] target;
    final int[] upper;
    final long[] overload;
    /** The cadres of unit u stand at {@code unitCadre[unitCadreStart[u] .. unitCadreStart[u + 1])}. */
    final int[] unitCadreStart;

    final int[] unitCadre;

    final int[] villageOf;
    final int[] classOf;
    final int[] last;
    /** Changes only in the copy a {@link Kept} has for itself, as do the arrays that {@link #own} copies. */
    Exclusions excluded;
    /** The pinned cadre of each household or -1; empty when nobody is pinned. */
    final int[] pin;
    /** Repair only: who holds each household now, or -1; empty otherwise. Leaving him costs {@link #keepPrice}. */
    final int[] current;

    final long keepPrice;

    Problem(ProblemBuilder b, int[][] villageUnits, int[][] unitCadres, Exclusions excluded) {
        villages = b.villageX.length;
        classes = b.weight.length;
        profiles = b.profiles;
        units = b.served.length;
        cadres = b.unitOf.length;
        households = b.villageOf.length;
        villageX = b.villageX;
        villageY = b.villageY;
        villageUnitStart = villageUnits[0];
        villageUnit = villageUnits[1];
        weight = b.weight;
        changePrice = b.changePrice;
        skill = b.skill;
        unitOf = b.unitOf;
        profileOf = b.profileOf;
        cadreX = b.cadreX;
        cadreY = b.cadreY;
        lower = b.lower;
        target = b.target;
        upper = b.upper;
        overload = b.overload;
        unitCadreStart = unitCadres[0];
        unitCadre = unitCadres[1];
        villageOf = b.villageOf;
        classOf = b.classOf;
        last = b.last;
        this.excluded = excluded;
        pin = b.pin;
        current = new int[0];
        keepPrice = 0;
    }

    private Problem(Problem p, int[] current, long keepPrice, int[] last, int[] pin, long[] changePrice, boolean own) {
        villages = p.villages;
        classes = p.classes;
        profiles = p.profiles;
        units = p.units;
        cadres = p.cadres;
        households = p.households;
        villageX = p.villageX;
        villageY = p.villageY;
        villageUnitStart = p.villageUnitStart;
        villageUnit = p.villageUnit;
        weight = p.weight;
        this.changePrice = changePrice;
        skill = p.skill;
        unitOf = p.unitOf;
        profileOf = p.profileOf;
        cadreX = p.cadreX;
        cadreY = p.cadreY;
        lower = own ? p.lower.clone() : p.lower;
        target = own ? p.target.clone() : p.target;
        upper = own ? p.upper.clone() : p.upper;
        overload = p.overload;
        unitCadreStart = p.unitCadreStart;
        unitCadre = p.unitCadre;
        villageOf = own ? p.villageOf.clone() : p.villageOf;
        classOf = own ? p.classOf.clone() : p.classOf;
        this.last = last;
        excluded = p.excluded;
        this.pin = pin;
        this.current = current;
        this.keepPrice = keepPrice;
    }

    /** The same problem where every household that leaves its current contact pays {@code keepPrice} besides. */
    Problem keeping(int[] current, long keepPrice) {
        return new Problem(this, current, keepPrice, last, pin, changePrice, false);
    }

    /** A copy whose limits, homes and exclusions may change. */
    Problem own() {
        return new Problem(this, current, keepPrice, last, pin, changePrice, true);
    }

    /**
     * The problem of the year that follows: what each household now has is what it knows. Leaving him costs the change price of its
     * need class.
     *
     * @param cadreOf the contact of each household, or -1
     * @throws BadProblem if a cadre is unknown or their number is wrong
     */
    public Problem knowing(int[] cadreOf) {
        Given.contacts(this, cadreOf);
        return new Problem(this, current, keepPrice, cadreOf.clone(), pin, changePrice, false);
    }

    /**
     * The same problem where some households are no longer asked: they have just this cadre.
     *
     * @param cadreOf the contact of each household; of those not fixed it does not matter
     * @throws BadProblem if a cadre is unknown or their number is wrong
     */
    public Problem fixing(int[] cadreOf, BitSet fixed) {
        Given.contacts(this, cadreOf);
        var pins = new int[households];
        for (int h = 0; h < households; h++) {
            pins[h] = fixed.get(h) ? cadreOf[h] : pinOf(h);
        }
        return new Problem(this, current, keepPrice, last, pins, changePrice, false);
    }

    /**
     * The same problem where it counts so many hundredths of what it did that a household leaves last year's contact.
     *
     * @throws BadProblem if that is negative or makes prices too large to be added up
     */
    public Problem changing(int percent) {
        if (percent < 0) {
            throw new BadProblem("hundredths of the price of a change", percent + " is negative");
        }
        var prices = Arrays.stream(changePrice).map(c -> c * percent / 100).toArray();
        var changed = new Problem(this, current, keepPrice, last, pin, prices, false);
        Ceiling.check(changed);
        return changed;
    }

    /** The same problem where everybody holds just as many as here. */
    Problem loaded(int[] cadreOf) {
        var own = own();
        Arrays.fill(own.lower, 0);
        for (int c : cadreOf) {
            own.lower[c]++;
        }
        System.arraycopy(own.lower, 0, own.upper, 0, cadres);
        return own;
    }

    /**
     * Starts a problem of these sizes.
     *
     * @throws BadProblem if a size is negative
     */
    public static ProblemBuilder builder(
            int villages, int needClasses, int profiles, int units, int cadres, int households) {
        return new ProblemBuilder(villages, needClasses, profiles, units, cadres, households);
    }

    public int villages() {
        return villages;
    }

    public int needClasses() {
        return classes;
    }

    public int units() {
        return units;
    }

    public int cadres() {
        return cadres;
    }

    public int households() {
        return households;
    }

    public int villageOf(int household) {
        return villageOf[household];
    }

    public int needClassOf(int household) {
        return classOf[household];
    }

    public int unitOf(int cadre) {
        return unitOf[cadre];
    }

    /** A number that two different problems hardly share: the same for the same rows on every machine. */
    public long fingerprint() {
        var f = new Fingerprint()
                .add(villageX)
                .add(villageY)
                .add(villageUnitStart)
                .add(villageUnit);
        f.add(weight).add(changePrice).add(skill);
        f.add(unitOf)
                .add(profileOf)
                .add(cadreX)
                .add(cadreY)
                .add(lower)
                .add(target)
                .add(upper)
                .add(overload);
        f.add(villageOf).add(classOf).add(last).add(pin).add(current).add(keepPrice);
        for (int i = 0; i < excluded.count(); i++) {
            f.add(Exclusions.pair(excluded.household(i), excluded.cadre(i)));
        }
        return f.value();
    }

    /** Last year's contact, or -1. */
    public int lastOf(int household) {
        return last[household];
    }

    /** The cadre an office has fixed by hand, or -1. */
    public int pinOf(int household) {
        return pin.length == 0 ? -1 : pin[household];
    }

    public int lower(int cadre) {
        return lower[cadre];
    }

    public int target(int cadre) {
        return target[cadre];
    }

    public int upper(int cadre) {
        return upper[cadre];
    }

    /** Metres in a straight line, to the nearest. */
    public int distance(int village, int cadre) {
        return metres(villageX[village], villageY[village], cadreX[cadre], cadreY[cadre]);
    }

    /** The square is exact in a double and its root correctly rounded (IEEE 754), so no machine can differ. */
    static int metres(int x1, int y1, int x2, int y2) {
        long dx = (long) x1 - x2;
        long dy = (long) y1 - y2;
        return (int) (Math.sqrt((double) (dx * dx + dy * dy)) + 0.5);
    }

    public boolean isExcluded(int household, int cadre) {
        return excluded.has(household, cadre);
    }

    /** Whether the cadre's unit serves the village. */
    public boolean serves(int cadre, int village) {
        int unit = unitOf[cadre];
        return Arrays.binarySearch(villageUnit, villageUnitStart[village], villageUnitStart[village + 1], unit) >= 0;
    }

    /** Whether this pair is allowed at all. */
    public boolean allows(int household, int cadre) {
        int pinned = pinOf(household);
        return pinned >= 0 ? pinned == cadre : serves(cadre, villageOf[household]) && !isExcluded(household, cadre);
    }

    /** What this pair costs, whether it is allowed or not. */
    public long price(int household, int cadre) {
        return distancePrice(household, cadre) + skillPrice(household, cadre) + changePrice(household, cadre);
    }

    long distancePrice(int household, int cadre) {
        return weight[classOf[household]] * distance(villageOf[household], cadre);
    }

    long skillPrice(int household, int cadre) {
        return skill[classOf[household] * profiles + profileOf[cadre]];
    }

    long changePrice(int household, int cadre) {
        long change = last[household] >= 0 && last[household] != cadre ? changePrice[classOf[household]] : 0;
        return current.length > 0 && current[household] >= 0 && current[household] != cadre
                ? change + keepPrice
                : change;
    }

    /** What a load of this many households costs the cadre: nothing up to the target, then 1, 3, 6 … overload prices. */
    public long loadPrice(int cadre, int load) {
        long above = Math.max(0L, (long) load - target[cadre]);
        return overload[cadre] * (above * (above + 1) / 2);
    }

    /** What an assignment costs in all: every pair and every load. Each household must have a cadre that exists. */
    public long price(int[] cadreOf) {
        var load = new int[cadres];
        long sum = 0;
        for (int h = 0; h < cadreOf.length; h++) {
            sum += price(h, cadreOf[h]);
            load[cadreOf[h]]++;
        }
        for (int c = 0; c < cadres; c++) {
            sum += loadPrice(c, load[c]);
        }
        return sum;
    }
}
