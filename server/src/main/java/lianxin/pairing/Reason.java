package lianxin.pairing;

/** Why a stretch of a household's chain began. */
public enum Reason {
    PLAN_ADOPTED,
    CADRE_LEFT,
    CADRE_ILL,
    HOUSEHOLD_NEW,
    HOUSEHOLD_SPLIT,
    HOUSEHOLD_MOVED,
    REGION_REDRAWN,
    MOVED_BY_HAND,
    KINSHIP,
    DISSOLVED,
    MERGED,
    MOVED_AWAY,
    CORRECTED;

    /** Whether it begins a stretch without a contact: the household is no longer in scope. */
    public boolean ends() {
        return this == DISSOLVED || this == MERGED || this == MOVED_AWAY;
    }
}
