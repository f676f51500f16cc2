package lianxin.privacy;

/** Data kept equally long (PIPL arts. 19, 47). How long is decided per place, dated, with its source. */
public enum Span {
    /** What the registry knows of a family, until it has ended and a while after. */
    FAMILY,
    /** Telephone and identity number. */
    SEALED,
    /** Who was the contact, when and why: without the family’s name it is nobody’s data. */
    CHAIN,
    /** Cadres and units. */
    STAFF,
    /** Accounts, mandates, ways of signing in. */
    ACCOUNT,
    /** The record; never shortened, and mute about whoever was erased. */
    RECORD,
    /** Files brought in. */
    PAPER,
    /** What people asked of the desk, and what was answered. */
    REQUEST,
    /** Files of mediations, kept by their desk. */
    MEDIATION,
    /** Complaints about people who work here, kept by whoever looked into them. */
    COMPLAINT
}
