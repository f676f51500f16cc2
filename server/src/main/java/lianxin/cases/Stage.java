package lianxin.cases;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. {@link Life} says from where it may go where. */
public enum Stage {
    NEW,
    /** Sorted, not yet given to anybody. */
    TRIAGED,
    ASSIGNED,
    /** Given back, with a reason: not ours. */
    RETURNED,
    HANDLING,
    /** The handler has said what came of it; the household has not. */
    REPLIED,
    /** Drawn by lot to be called. */
    CALL_BACK,
    /** The household says it is so. */
    CONFIRMED,
    /** The household says it is not so. */
    DISPUTED,
    /** The household has not said anything. Never counted as satisfied. */
    UNANSWERED,
    REDO,
    /** Disputed again after it was done again: somebody above answers for it now. */
    URGED,
    CLOSED,
    /** The same as another one. */
    MERGED,
    /** Given to whoever the law says: the office for petitions, mediators, an emergency service. */
    HANDED_OVER,
    /** Taken back by whoever said it. */
    WITHDRAWN;

    /** Stages in which some desk must do something. */
    static final Set<Stage> WORK = EnumSet.of(NEW, TRIAGED, ASSIGNED, RETURNED, HANDLING, REDO, URGED);

    /** Stages in which the household is waited for. */
    static final Set<Stage> ASKING = EnumSet.of(REPLIED, CALL_BACK, UNANSWERED);

    /** Stages in which nothing more is done with it here. */
    static final Set<Stage> OVER = EnumSet.of(CLOSED, MERGED, HANDED_OVER, WITHDRAWN);

    /** Whether some desk must do something. */
    public boolean work() {
        return WORK.contains(this);
    }

    /** Whether the household may say what it thinks of the reply. */
    public boolean asking() {
        return ASKING.contains(this);
    }
}
