package lianxin.visit;

/** Why a visit is not simply kept, but looked at by a person in the township. The words of whoever told it are kept either way. */
public enum Doubt {
    /** He was not the family’s contact on that day, nor did he answer for its contact. */
    NOT_CONTACT,
    /** Seen more than ten minutes from now: a wrong date. */
    FUTURE,
    /** Seen before there was a contact scheme. */
    TOO_EARLY,
    /** There is no such household; perhaps it was lost by bringing back an old backup. */
    NO_HOUSEHOLD,
    /** The visit it corrects, or the life event it answers, is not this household’s. */
    NOT_OF_THIS_HOUSEHOLD
}
