package lianxin.cases;

/** What the household said of a reply. */
public enum Voice {
    CONFIRMED,
    DISPUTED,
    /** Nothing, though it was asked. */
    UNANSWERED;

    Stage stage() {
        return switch (this) {
            case CONFIRMED -> Stage.CONFIRMED;
            case DISPUTED -> Stage.DISPUTED;
            case UNANSWERED -> Stage.UNANSWERED;
        };
    }
}
