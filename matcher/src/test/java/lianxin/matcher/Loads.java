package lianxin.matcher;

/**
 * The cadres' side of a flow. A cadre wants his lower limit; what he takes besides goes on to one last node, free up to his target and
 * dearer for each household above it.
 */
final class Loads {

    private final Problem p;
    private final int firstCadre;

    /** Cadre c is node {@code firstCadre + c}, the last node comes after all cadres. */
    Loads(Problem p, int firstCadre) {
        this.p = p;
        this.firstCadre = firstCadre;
    }

    int nodes() {
        return p.cadres + 1;
    }

    /** The supply of a node on this side. */
    int supply(int node) {
        int c = node - firstCadre;
        if (c < p.cadres) {
            return -p.lower[c];
        }
        int rest = p.households;
        for (int lower : p.lower) {
            rest -= lower;
        }
        return -rest;
    }

    void arcs(Flow.Arcs to) {
        int last = firstCadre + p.cadres;
        for (int c = 0; c < p.cadres; c++) {
            int free = p.overload[c] == 0 ? p.upper[c] : p.target[c];
            if (free > p.lower[c]) {
                to.add(firstCadre + c, last, free - p.lower[c], 0);
            }
            for (int x = free; x < p.upper[c]; x++) {
                to.add(firstCadre + c, last, 1, p.loadPrice(c, x + 1) - p.loadPrice(c, x));
            }
        }
    }
}
