package lianxin.bench;

/** Who solves. */
enum Contender {
    OURS("Lianxin"),
    ORTOOLS("OR-Tools 9.15 min-cost flow"),
    LEMON("LEMON 1.3.1 network simplex"),
    JGRAPHT("JGraphT 1.5.3 capacity scaling");

    final String title;

    Contender(String title) {
        this.title = title;
    }

    /** The solver, if it is one of others and runs in Java. */
    Peer peer() {
        return switch (this) {
            case ORTOOLS -> new OrTools();
            case JGRAPHT -> new JGraphT();
            case OURS, LEMON -> throw new IllegalStateException(title + " is no Java peer");
        };
    }
}
