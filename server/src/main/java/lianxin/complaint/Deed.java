package lianxin.complaint;

/** What can be done with a complaint. */
public enum Deed {
    RECEIVED,
    /** It was made out who is meant. */
    NAMED,
    TAKEN,
    ANSWERED,
    PASSED_ON,
    DECLINED,
    AGREED,
    ASKED_AGAIN
}
