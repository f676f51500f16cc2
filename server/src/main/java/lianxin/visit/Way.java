package lianxin.visit;

/** How one came together with a family. */
public enum Way {
    /** At its door (走访). */
    HOME,
    /** Sitting down to talk (谈心). */
    TALK,
    /** By telephone. */
    CALL
}
