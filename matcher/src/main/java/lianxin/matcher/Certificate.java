package lianxin.matcher;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Checks an answer without trusting the solver, household by household, from the problem alone.
 *
 * <p>For any prices y of a place with each cadre, every assignment costs at least
 *
 * <pre>{@code Σ_h min over cadres c allowed for h (price(h, c) + y_c)  +  Σ_c min over lower ≤ x ≤ upper (loadPrice(c, x) − y_c · x)}</pre>
 *
 * (where x is at least the number pinned to c) because it is what would be paid if everyone, household or cadre, chose the best for himself at these prices (Lagrange; duality of
 * linear programmes, Gale, Kuhn and Tucker 1951). If the answer costs just that, nothing cheaper exists.
 *
 * <p>The prices y come from whoever claims the proof. They may be any numbers: where a sum with one of them would not fit into a long, nothing is proven.
 */
public final class Certificate {

    private static final int ENOUGH = 100;
    private static final int UNKNOWN = -2;
    private static final int NOBODY = -1;
    private static final long HALF = 1L << 61;

    private final Problem p;
    private final Matched answer;
    private final List<Fault> faults = new ArrayList<>();
    private long[] best = new long[0];
    private int[] bestCadre = new int[0];

    private Certificate(Problem p, Matched answer) {
        this.p = p;
        this.answer = answer;
    }

    /**
     * What the check found. Takes one pass over the villages' cadres per need class and one over the households; only a household that excludes whom
     * all others like it would choose looks through its village's cadres itself.
     */
    public static Verdict check(Problem p, Matched answer) {
        return new Certificate(p, answer).verdict();
    }

    /**
     * Whether no exchange among households that are not fixed would be cheaper while each cadre holds as many as he does: less than an optimum, but
     * it can still be proven when the world has moved on since the search. Limits are not looked at.
     */
    public static Verdict checkExchanges(Problem p, Matched answer, BitSet fixed) {
        Given.check(p, answer.cadreOf(), answer.cadrePrice());
        return check(p.fixing(answer.cadreOf(), fixed).loaded(answer.cadreOf()), answer);
    }

    private Verdict verdict() {
        if (answer.cadreOf().length != p.households || answer.cadrePrice().length != p.cadres) {
            fault(Fault.Kind.WRONG_SIZE, -1, -1);
            return new Verdict(List.copyOf(faults), BigInteger.ZERO, BigInteger.ZERO);
        }
        boolean pairs = pairs();
        if (pairs) {
            loads();
        }
        var price = pairs ? BigInteger.valueOf(p.price(answer.cadreOf())) : BigInteger.ZERO;
        if (pairs && price.longValue() != answer.price()) {
            fault(Fault.Kind.WRONG_PRICE, -1, -1);
        }
        var bound = provenBound();
        if (pairs && !bound.equals(price)) {
            fault(Fault.Kind.NOT_PROVEN, -1, -1);
        }
        return new Verdict(List.copyOf(faults), price, bound);
    }

    private void fault(Fault.Kind kind, int household, int cadre) {
        if (faults.size() < ENOUGH) {
            faults.add(new Fault(kind, household, cadre));
        }
    }

    /** Whether every household has a cadre that exists; faults where he is not allowed. */
    private boolean pairs() {
        boolean exist = true;
        for (int h = 0; h < p.households; h++) {
            int c = answer.cadreOf()[h];
            if (c < 0 || c >= p.cadres) {
                fault(Fault.Kind.NO_CADRE, h, c);
                exist = false;
            } else if (!p.allows(h, c)) {
                fault(Fault.Kind.NOT_ALLOWED, h, c);
            }
        }
        return exist;
    }

    private void loads() {
        var load = new int[p.cadres];
        for (int c : answer.cadreOf()) {
            load[c]++;
        }
        for (int c = 0; c < p.cadres; c++) {
            if (load[c] < p.lower[c]) {
                fault(Fault.Kind.TOO_FEW, -1, c);
            } else if (load[c] > p.upper[c]) {
                fault(Fault.Kind.TOO_MANY, -1, c);
            }
        }
    }

    /** No assignment costs less than nothing: the bound of prices that prove nothing. */
    private BigInteger provenBound() {
        try {
            return bound();
        } catch (ArithmeticException _) {
            return BigInteger.ZERO;
        }
    }

    private BigInteger bound() {
        var sum = BigInteger.ZERO;
        best = new long[p.villages * p.classes];
        bestCadre = new int[best.length];
        Arrays.fill(bestCadre, UNKNOWN);
        long small = 0;
        for (int h = 0; h < p.households; h++) {
            long least = least(h);
            if (least == Long.MAX_VALUE) {
                return BigInteger.ZERO;
            }
            if (least > HALF || least < -HALF) {
                sum = sum.add(BigInteger.valueOf(least));
            } else {
                small += least;
            }
            if (small > HALF || small < -HALF) {
                sum = sum.add(BigInteger.valueOf(small));
                small = 0;
            }
        }
        sum = sum.add(BigInteger.valueOf(small));
        var pinned = new int[p.cadres];
        for (int c : p.pin) {
            if (c >= 0) {
                pinned[c]++;
            }
        }
        for (int c = 0; c < p.cadres; c++) {
            sum = sum.add(bestLoad(c, pinned[c]));
        }
        return sum;
    }

    /** The least this household could pay: most often with whom all strangers of its class would choose, or with one it knows. */
    private long least(int h) {
        int pinned = p.pinOf(h);
        if (pinned >= 0) {
            return with(h, pinned);
        }
        int at = p.villageOf[h] * p.classes + p.classOf[h];
        if (bestCadre[at] == UNKNOWN) {
            choose(at, p.villageOf[h], p.classOf[h]);
        }
        if (bestCadre[at] == NOBODY) {
            return Long.MAX_VALUE;
        }
        return p.isExcluded(h, bestCadre[at]) ? oneByOne(h) : Math.min(Math.addExact(best[at], newFace(h)), known(h));
    }

    private long with(int h, int cadre) {
        return Math.addExact(p.price(h, cadre), answer.cadrePrice()[cadre]);
    }

    private long newFace(int h) {
        long change = p.last[h] >= 0 ? p.changePrice[p.classOf[h]] : 0;
        return p.current.length > 0 && p.current[h] >= 0 ? change + p.keepPrice : change;
    }

    private long known(int h) {
        long least = Long.MAX_VALUE;
        if (p.last[h] >= 0 && p.allows(h, p.last[h])) {
            least = with(h, p.last[h]);
        }
        if (p.current.length > 0 && p.current[h] >= 0 && p.allows(h, p.current[h])) {
            least = Math.min(least, with(h, p.current[h]));
        }
        return least;
    }

    /** Whom a household of this village and class that knows nobody and excludes nobody would choose. */
    private void choose(int at, int village, int needClass) {
        best[at] = Long.MAX_VALUE;
        bestCadre[at] = NOBODY;
        for (int i = p.villageUnitStart[village]; i < p.villageUnitStart[village + 1]; i++) {
            int u = p.villageUnit[i];
            for (int j = p.unitCadreStart[u]; j < p.unitCadreStart[u + 1]; j++) {
                int c = p.unitCadre[j];
                long skill = p.skill[needClass * p.profiles + p.profileOf[c]];
                long price =
                        Math.addExact(p.weight[needClass] * p.distance(village, c) + skill, answer.cadrePrice()[c]);
                if (price < best[at]) {
                    best[at] = price;
                    bestCadre[at] = c;
                }
            }
        }
    }

    private long oneByOne(int h) {
        long least = Long.MAX_VALUE;
        int v = p.villageOf[h];
        for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
            int u = p.villageUnit[i];
            for (int j = p.unitCadreStart[u]; j < p.unitCadreStart[u + 1]; j++) {
                int c = p.unitCadre[j];
                if (!p.isExcluded(h, c)) {
                    least = Math.min(least, with(h, c));
                }
            }
        }
        return least;
    }

    /** What the cadre's own best load is worth at his price. No one can hold more households than there are. */
    private BigInteger bestLoad(int c, int pinned) {
        long y = answer.cadrePrice()[c];
        int lower = Math.max(p.lower[c], pinned);
        int upper = Math.max(lower, Math.min(p.upper[c], p.households));
        long x;
        if (y <= 0) {
            x = lower;
        } else if (p.overload[c] == 0) {
            x = upper;
        } else {
            x = Math.clamp(Math.addExact(p.target[c], (y - 1) / p.overload[c]), lower, upper);
        }
        return BigInteger.valueOf(p.loadPrice(c, (int) x))
                .subtract(BigInteger.valueOf(y).multiply(BigInteger.valueOf(x)));
    }
}
