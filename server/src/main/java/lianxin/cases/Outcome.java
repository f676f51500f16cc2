package lianxin.cases;

/** What came of it, honestly. */
public enum Outcome {
    SOLVED,
    PARTLY,
    /** There is no legal ground for it, and that was explained. */
    EXPLAINED,
    /** It cannot be solved now; why, and on which day it is looked at again. */
    NOT_NOW
}
