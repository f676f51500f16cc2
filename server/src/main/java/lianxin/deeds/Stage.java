package lianxin.deeds;

import java.util.EnumSet;
import java.util.Set;

/** Where a deed stands. {@link Life} says from where it may go where. */
public enum Stage {
    PROMISED,
    /** Whoever promised says that it is done; the households have not said anything yet. */
    DONE,
    /** Most of those who answered say that it is so. */
    CONFIRMED,
    /** They say that it is not so. */
    DISPUTED,
    /** Too few have answered. Never counted as confirmed. */
    UNANSWERED,
    /** Months later: the households are asked whether it is still in use. */
    USE_ASKED,
    KEPT,
    OUT_OF_USE,
    /** Too few have answered. Never counted as kept. */
    USE_UNANSWERED,
    /** Whoever promised says that it is in use again; the households are asked. */
    PUT_RIGHT,
    /** Given up, with a reason everybody may read. */
    DROPPED;

    private static final Set<Stage> ASKING = EnumSet.of(DONE, UNANSWERED, USE_ASKED, USE_UNANSWERED, PUT_RIGHT);
    private static final Set<Stage> USE = EnumSet.of(USE_ASKED, KEPT, OUT_OF_USE, USE_UNANSWERED, PUT_RIGHT);

    /** Whether households may answer. */
    public boolean asking() {
        return ASKING.contains(this);
    }

    /** Whether the question is the second one: not whether it was done, but whether it is in use. */
    public boolean use() {
        return USE.contains(this);
    }
}
