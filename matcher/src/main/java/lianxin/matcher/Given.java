package lianxin.matcher;

/** Looks an earlier answer over before it is used. */
final class Given {

    private Given() {}

    static void check(Problem p, int[] cadreOf, long[] cadrePrice) {
        contacts(p, cadreOf);
        if (cadrePrice.length != p.cadres) {
            throw new BadProblem("prices", cadrePrice.length + " prices for " + p.cadres + " cadres");
        }
        for (int c = 0; c < p.cadres; c++) {
            if (Math.abs(cadrePrice[c]) > Problem.DEAREST || cadrePrice[c] == Long.MIN_VALUE) {
                throw new BadProblem("price of cadre " + c, cadrePrice[c] + " is beyond " + Problem.DEAREST);
            }
        }
    }

    static void contacts(Problem p, int[] cadreOf) {
        if (cadreOf.length != p.households) {
            throw new BadProblem("contacts", cadreOf.length + " contacts for " + p.households + " households");
        }
        for (int h = 0; h < cadreOf.length; h++) {
            if (cadreOf[h] < -1 || cadreOf[h] >= p.cadres) {
                throw new BadProblem("contact of household " + h, "cadre " + cadreOf[h] + " is unknown");
            }
        }
    }
}
