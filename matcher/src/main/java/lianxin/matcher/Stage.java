package lianxin.matcher;

/** The steps of a solution, in order. */
public enum Stage {
    /** Households that may stand for one another are put together. */
    GROUPING,
    /** A small sample is solved to learn what a place with each cadre is about worth. */
    SAMPLING,
    /** Every household is given a place, each along the cheapest chain of moves. */
    PLACING,
    /** Cadres below their lower limit receive households. */
    FILLING,
    /** Numbers become named households. */
    NAMING
}
