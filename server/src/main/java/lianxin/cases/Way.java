package lianxin.cases;

/** How the household was asked. */
public enum Way {
    /** By its own page, which the card opens. */
    CARD,
    /** By a call that was drawn by lot. */
    CALL_BACK,
    /** By the gateway for messages and voice. */
    MESSAGE,
    /** Nobody answered in time. */
    CLOCK
}
