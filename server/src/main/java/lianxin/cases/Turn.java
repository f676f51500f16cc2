package lianxin.cases;

import java.util.EnumSet;
import java.util.Set;

/** Whose turn it is. Beside {@link #OPEN} every stage is in exactly one of them. */
public enum Turn {
    /** Some desk’s, whichever. */
    OPEN(Stage.WORK),
    /** Whoever received it: sort it, give it to somebody. */
    SORT(EnumSet.of(Stage.NEW, Stage.TRIAGED, Stage.RETURNED)),
    /** Whoever it was given to: take it or give it back. */
    TAKE(EnumSet.of(Stage.ASSIGNED)),
    /** Whoever took it. */
    WORK(EnumSet.of(Stage.HANDLING, Stage.REDO)),
    /** The household: is it so? */
    ASKED(EnumSet.of(Stage.REPLIED, Stage.CALL_BACK)),
    /** The household says that it is not so, once or twice: somebody above. */
    DISPUTED(EnumSet.of(Stage.DISPUTED, Stage.URGED)),
    /** The household said nothing; it still may. Never the same as satisfied. */
    SILENT(EnumSet.of(Stage.UNANSWERED)),
    ENDED(EnumSet.of(Stage.CONFIRMED, Stage.CLOSED, Stage.MERGED, Stage.HANDED_OVER, Stage.WITHDRAWN));

    private final Set<Stage> stages;

    Turn(Set<Stage> stages) {
        this.stages = stages;
    }

    Set<Stage> stages() {
        return stages;
    }

    /** Whether some desk must do something, so that there is a day by which. */
    boolean due() {
        return this == OPEN || this == SORT || this == TAKE || this == WORK;
    }
}
