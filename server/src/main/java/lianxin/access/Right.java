package lianxin.access;

/** What one may do. Where one may do it is the caller's ground. */
public enum Right {
    OVERVIEW_READ,
    REGION_READ,
    REGION_LOAD,
    REGISTRY_READ,
    /** The households of a whole place: for those whose ground is a place, not a unit’s cadres or one’s own households. */
    HOUSEHOLDS_READ,
    REGISTRY_WRITE,
    INTAKE_RUN,
    PAIRING_READ,
    PAIRING_PROPOSE,
    PAIRING_ADOPT,
    PAIRING_REPAIR,
    SCHEME_WRITE,
    CARD_PRINT
}
