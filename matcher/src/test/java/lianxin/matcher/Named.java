package lianxin.matcher;

/** The flow of named households: a source for each, an arc to each cadre it may have. As large as it gets, and exactly the problem. */
public final class Named implements Flow {

    private final Problem p;
    private final Loads loads;

    public Named(Problem p) {
        this.p = p;
        loads = new Loads(p, p.households);
    }

    @Override
    public int nodes() {
        return p.households + loads.nodes();
    }

    @Override
    public int supply(int node) {
        return node < p.households ? 1 : loads.supply(node);
    }

    @Override
    public void arcs(Arcs to) {
        for (int h = 0; h < p.households; h++) {
            for (int c = 0; c < p.cadres; c++) {
                if (p.allows(h, c)) {
                    to.add(h, p.households + c, 1, p.price(h, c));
                }
            }
        }
        loads.arcs(to);
    }

    @Override
    public long constant() {
        return 0;
    }
}
