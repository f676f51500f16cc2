package lianxin.rights;

/** What a family may ask, by article of the Personal Information Protection Law. */
public enum Wish {
    /** Which data there are, for what, and who saw them: art. 44. */
    KNOW,
    /** A copy on paper or as a file: art. 45. */
    COPY,
    /** By which rules they are handled: art. 48. */
    EXPLAIN,
    /** Something is wrong or missing: art. 46. */
    CORRECT,
    /** They are no longer needed: art. 47. */
    ERASE,
    /** They are kept and not used: arts. 44, 47. */
    RESTRICT,
    /** The restriction ends. */
    LIFT,
    /** What stands on consent goes: art. 15. Contact goes on with what the law allows. */
    WITHDRAW;

    /** Whether the answer is paper. */
    public boolean handsOver() {
        return switch (this) {
            case KNOW, COPY, EXPLAIN -> true;
            case CORRECT, ERASE, RESTRICT, LIFT, WITHDRAW -> false;
        };
    }
}
