package lianxin.deeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.cases.Interval;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * A practical deed (实事): what was promised, and how it stands.
 *
 * @param ground whom it is for: all households there are asked
 * @param unitName of the unit that promised, as it was called then; empty for the others
 * @param cost in yuan, as promised; null when nobody said
 * @param fund where the money comes from
 * @param round how often households have been asked by now
 * @param asked how many households there were when they were asked last
 * @param needed how many must answer before their answer counts
 * @param askUntil last day of the asking; null when they are not being asked, or no longer waited for
 * @param useOn when they are asked whether it is in use; null until it is said to be done
 */
public record Deed(
        UUID id,
        Ground ground,
        Promiser promiser,
        @Nullable UUID unit,
        String unitName,
        String title,
        String words,
        LocalDate promisedOn,
        LocalDate dueOn,
        @Nullable Long cost,
        String fund,
        UUID promisedBy,
        Stage stage,
        Instant stageSince,
        int round,
        int asked,
        int needed,
        int yesPercent,
        int yes,
        int no,
        @Nullable LocalDate askUntil,
        @Nullable LocalDate useOn,
        int version) {

    public int answered() {
        return yes + no;
    }

    /** Who has not said anything. */
    public int silent() {
        return Math.max(0, asked - answered());
    }

    /** The share of those who say that it is so, and how sure one can be of it. */
    public Interval share() {
        return Interval.of(yes, answered());
    }

    /** Promised for a day that is over. */
    public boolean late(LocalDate today) {
        return stage == Stage.PROMISED && dueOn.isBefore(today);
    }
}
