package lianxin.complaint;

import java.util.EnumSet;
import java.util.Set;

/** Where a complaint stands. The database holds the same edges and refuses every other move. */
public enum State {
    RECEIVED,
    /** Taken up: it is looked into. */
    TAKEN,
    /** Answered: what was found, and what was done. */
    ANSWERED,
    /** Given to an organ outside, such as discipline inspection. */
    PASSED_ON,
    /** Not taken up, with the reason and which way there is instead. */
    DECLINED,
    /** Whoever complained asks that somebody else looks at it once more (复查). */
    ASKED_AGAIN,
    /** Whoever complained accepts the answer. */
    AGREED;

    /** Where it may go from here. */
    Set<State> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(TAKEN, PASSED_ON, DECLINED);
            case TAKEN -> EnumSet.of(ANSWERED, PASSED_ON);
            case ANSWERED -> EnumSet.of(AGREED, ASKED_AGAIN);
            case DECLINED -> EnumSet.of(ASKED_AGAIN);
            case ASKED_AGAIN -> EnumSet.of(TAKEN, PASSED_ON);
            case PASSED_ON, AGREED -> EnumSet.noneOf(State.class);
        };
    }

    /** Whether somebody at the desk has something to do. */
    public boolean open() {
        return this == RECEIVED || this == TAKEN || this == ASKED_AGAIN;
    }
}
