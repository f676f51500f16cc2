package lianxin.visit;

/** Whom one met. */
public enum Met {
    HEAD,
    FAMILY,
    /** A neighbour, somebody of the village. */
    OTHER,
    NOBODY
}
