package lianxin.access;

/** What one may do. Where one may do it is the caller's ground. */
public enum Right {
    /** One's own account: everybody's. */
    OWN_ACCOUNT,
    /** Who has an account and what it may do. */
    ACCESS_READ,
    /** To open and close accounts. */
    ACCOUNT_WRITE,
    /** To give and end mandates. */
    MANDATE_WRITE,
    /** To take a wider ground for three hours, with a reason, and be seen doing it. */
    EMERGENCY_TAKE,
    /** To search the record of what was read and done, and to take it away. */
    AUDIT_READ,
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
    CARD_PRINT,
    /** How the record is; everybody’s. */
    RECORD_CONDITION
}
