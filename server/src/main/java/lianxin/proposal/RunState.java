package lianxin.proposal;

import java.util.Set;

/** The life of a run. The migration holds the same list. */
public enum RunState {
    WAITING,
    SOLVING,
    PROPOSED,
    INFEASIBLE,
    CANCELLED,
    FAILED,
    ADOPTED,
    SUPERSEDED;

    /** The states that may follow this one. A run whose node died goes from SOLVING to SOLVING once more. */
    public Set<RunState> next() {
        return switch (this) {
            case WAITING -> Set.of(SOLVING, CANCELLED, FAILED);
            case SOLVING -> Set.of(SOLVING, PROPOSED, INFEASIBLE, CANCELLED, FAILED);
            case PROPOSED -> Set.of(ADOPTED, SUPERSEDED);
            case INFEASIBLE, CANCELLED, FAILED, ADOPTED, SUPERSEDED -> Set.of();
        };
    }

    /** Whether the run still works or waits for its turn. */
    public boolean underWay() {
        return next().contains(CANCELLED);
    }
}
