package lianxin.cases;

/** Where a case was heard. */
public enum Channel {
    VISIT,
    /** On the household's own page. */
    CARD,
    /** Told to a clerk, by telephone or at a desk. */
    CLERK,
    VILLAGE,
    OPEN311,
    /** From a list a clerk brought in: a hotline, a village meeting, another system. */
    LIST
}
