package lianxin.embedded;

/** Whether anybody will ever miss what is written. */
public enum Keeping {
    /** Real data: a commit is on the disk before it is answered. */
    DURABLE,
    /** A test run: empty at every start, quick, and nothing survives a power cut. */
    THROWAWAY
}
