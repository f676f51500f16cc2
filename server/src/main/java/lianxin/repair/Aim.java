package lianxin.repair;

/** What a repair is after. */
public enum Aim {
    /** That as few families as possible get another contact; then the least price. */
    FEWEST,
    /** The least price by the scheme, as a new proposal for this ground would have it: who could keep his contact may change too. */
    CHEAPEST
}
