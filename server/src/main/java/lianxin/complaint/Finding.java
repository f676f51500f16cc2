package lianxin.complaint;

/** What was found, honestly. */
public enum Finding {
    /** It is as was said. */
    SO,
    PARTLY,
    NOT_SO,
    NOT_TO_BE_FOUND_OUT
}
