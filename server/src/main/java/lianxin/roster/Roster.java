package lianxin.roster;

/** A kind of list that offices keep and send, in the order in which a new office would send them. */
public enum Roster {
    POINTS,
    UNITS,
    CADRES,
    HOUSEHOLDS,
    /** Which units serve which places. */
    GROUNDS,
    /** Which cadres are not to be the contact of which households or villages. */
    EXCLUSIONS
}
