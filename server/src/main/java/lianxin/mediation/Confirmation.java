package lianxin.mediation;

/** Where the court’s confirmation of an agreement stands (司法确认, art. 33); beside the matter’s own {@link State}. */
public enum Confirmation {
    NONE,
    APPLIED,
    ACCEPTED,
    /** It can be enforced. */
    CONFIRMED,
    REFUSED,
    WITHDRAWN;

    /** Whether the court is looking at it. */
    public boolean underWay() {
        return this == APPLIED || this == ACCEPTED;
    }
}
