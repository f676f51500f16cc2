package lianxin.matcher;

/** One thing wrong with an answer. Household or cadre is -1 where it does not apply. */
public record Fault(Kind kind, int household, int cadre) {

    /** What is wrong. */
    public enum Kind {
        /** The answer does not name each household and each cadre. */
        WRONG_SIZE,
        /** The household has no cadre, or one who does not exist. */
        NO_CADRE,
        /** The cadre may not have this household. */
        NOT_ALLOWED,
        /** The cadre holds fewer than his lower limit. */
        TOO_FEW,
        /** The cadre holds more than his upper limit. */
        TOO_MANY,
        /** The price named is not what the assignment costs. */
        WRONG_PRICE,
        /** The prices of the answer do not prove that nothing cheaper exists. */
        NOT_PROVEN
    }
}
