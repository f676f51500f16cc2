package lianxin.matcher;

import org.jspecify.annotations.Nullable;

/** What the dearest thinkable assignment could cost: refused when it passes {@link Problem#DEAREST}. */
final class Ceiling {

    private Ceiling() {}

    static void check(Problem p) {
        try {
            if (of(p) > Problem.DEAREST) {
                throw tooDear(null);
            }
        } catch (ArithmeticException e) {
            throw tooDear(e);
        }
    }

    /** Refuses a limit whose load alone could cost more than all may. */
    static void checkLoad(Problem p, int cadre) {
        long above = Math.min(p.households, (long) p.upper[cadre]) - p.target[cadre];
        try {
            if (above > 0 && Math.multiplyExact(p.overload[cadre], (above + 1) * above / 2) > Problem.DEAREST) {
                throw tooDear(null);
            }
        } catch (ArithmeticException e) {
            throw tooDear(e);
        }
    }

    /** No assignment costs more, and no step of a search. */
    static long of(Problem p) {
        return Math.addExact(households(p), loads(p));
    }

    private static BadProblem tooDear(@Nullable ArithmeticException cause) {
        var refusal = new BadProblem("prices", "the dearest assignment could cost more than " + Problem.DEAREST);
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    /** Every household with the farthest corner of the ground, the worst skill and a new face. */
    private static long households(Problem p) {
        var reach = new Reach(p);
        var worstSkill = new long[p.classes];
        for (int k = 0; k < p.classes; k++) {
            for (int i = 0; i < p.profiles; i++) {
                worstSkill[k] = Math.max(worstSkill[k], p.skill[k * p.profiles + i]);
            }
        }
        var far = new int[p.villages];
        for (int v = 0; v < p.villages; v++) {
            far[v] = reach.farthest(v);
        }
        long sum = 0;
        for (int h = 0; h < p.households; h++) {
            int k = p.classOf[h];
            int pinned = p.pinOf(h);
            int metres = pinned >= 0 ? p.distance(p.villageOf[h], pinned) : far[p.villageOf[h]];
            long change = Math.addExact(p.changePrice[k], p.keepPrice);
            long one =
                    Math.addExact(Math.multiplyExact(p.weight[k], (long) metres), Math.addExact(worstSkill[k], change));
            sum = Math.addExact(sum, one);
        }
        return sum;
    }

    /** All households a unit may reach, piled as high as its limits allow. */
    private static long loads(Problem p) {
        var reached = new long[p.units];
        var served = new long[p.villages];
        for (int h = 0; h < p.households; h++) {
            served[p.villageOf[h]]++;
            if (p.pinOf(h) >= 0) {
                reached[p.unitOf[p.pinOf(h)]]++;
            }
        }
        for (int v = 0; v < p.villages; v++) {
            for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
                reached[p.villageUnit[i]] += served[v];
            }
        }
        var dearest = new long[p.units];
        for (int c = 0; c < p.cadres; c++) {
            int u = p.unitOf[c];
            long above = Math.min(reached[u], (long) p.upper[c]) - p.target[c];
            if (above > 0) {
                dearest[u] = Math.max(dearest[u], Math.multiplyExact(p.overload[c], above + 1));
            }
        }
        long sum = 0;
        for (int u = 0; u < p.units; u++) {
            sum = Math.addExact(sum, Math.multiplyExact(dearest[u], reached[u]) / 2);
        }
        return sum;
    }
}
