package lianxin.roster;

/** What is said of the households a roster does not mention. */
public enum Leaving {
    /** The roster is a part; nothing is said of the others. */
    NOBODY,
    /** The roster is complete for the villages it names; those not in it no longer exist. */
    DISSOLVED,
    /** The roster is complete for the villages it names; those not in it moved away. */
    MOVED_AWAY
}
