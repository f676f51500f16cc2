package lianxin.visit;

/** What was found. */
public enum Finding {
    WELL,
    NOBODY_HOME,
    /** The family did not want to talk: its right. */
    REFUSED,
    /** The family needs something. */
    NEED;

    /** Whether the family was met by it: what counts for when its turn comes again. */
    public boolean met() {
        return this == WELL || this == NEED;
    }
}
