package lianxin.benefits;

/** What sort of thing arrives at a door. Which policy it is the office writes. */
public enum Kind {
    SUBSIDY,
    INSURANCE,
    RELIEF,
    PROJECT,
    GOODS,
    SERVICE
}
