package lianxin.roster;

/** A kind of list that offices keep and send. */
public enum Roster {
    UNITS,
    CADRES,
    HOUSEHOLDS
}
