package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case.
 *
 * @param stage it was in afterwards
 * @param level and {@code unit}: the desk it lay on afterwards
 * @param words what was said with it
 */
public record Step(
        Deed deed,
        Stage stage,
        Level level,
        @Nullable UUID unit,
        UUID by,
        Instant at,
        String words,
        @Nullable LocalDate dueOn) {

    /** What can happen to a case. */
    public enum Deed {
        OPENED,
        TRIAGED,
        ASSIGNED,
        RECALLED,
        ACCEPTED,
        RETURNED,
        EXTENDED,
        PAUSED,
        RESUMED,
        REPLIED,
        DRAWN,
        CONFIRMED,
        DISPUTED,
        UNANSWERED,
        REDO,
        URGED,
        TAKEN_OVER,
        CLOSED,
        REOPENED,
        MERGED,
        UNMERGED,
        HANDED_OVER,
        /** Handed to mediators, because the household wishes it. */
        TO_MEDIATION,
        /** The mediation ended; its words are how. */
        MEDIATED,
        WITHDRAWN,
        ESCALATED,
        TOLD,
        /** A file was added beside it; its words are what we call it. */
        ATTACHED,
        /** A file was taken away; its words are why, where somebody else than whoever added it did. */
        DETACHED
    }
}
