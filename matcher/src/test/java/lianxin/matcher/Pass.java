package lianxin.matcher;

/** The least any solver must do: look once at the price of every cadre for every group of a village. Nothing is weighed against anything. */
public final class Pass {

    private final Problem p;
    private final Seats seats;

    public Pass(Problem p) {
        this.p = p;
        seats = new Seats(p);
    }

    /** How many prices there are to look at. */
    public long arcs() {
        long arcs = 0;
        for (int v = 0; v < p.villages; v++) {
            for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
                int u = p.villageUnit[i];
                arcs += (long) p.classes * (seats.start[u + 1] - seats.start[u]);
            }
        }
        return arcs;
    }

    /** The least price of each group, added up. */
    public long overArcs() {
        long sum = 0;
        for (int v = 0; v < p.villages; v++) {
            for (int k = 0; k < p.classes; k++) {
                sum += least(v, k);
            }
        }
        return sum;
    }

    private long least(int v, int k) {
        long least = Long.MAX_VALUE;
        int skills = k * p.profiles;
        for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
            int u = p.villageUnit[i];
            for (int s = seats.start[u]; s < seats.start[u + 1]; s++) {
                long way = Problem.metres(p.villageX[v], p.villageY[v], seats.x[s], seats.y[s]);
                least = Math.min(least, p.weight[k] * way + p.skill[skills + seats.profile[s]]);
            }
        }
        return least;
    }
}
