package lianxin.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/**
 * Places were merged, split, moved, renamed or newly coded. Told in the transaction that redraws, so that whoever keeps something in a
 * place moves it along, or refuses and nothing is redrawn.
 *
 * @param subject the release that brought it
 * @param day first day of the new drawing
 * @param moves what became of each changed place
 */
public record RegionRedrawn(UUID subject, UUID by, Instant at, LocalDate day, List<Move> moves) implements News {

    /**
     * One place's fate.
     *
     * @param division the place before
     * @param codeBefore its code before
     * @param successor the place that takes over what hangs on it (itself when it only has a new code); null when it ended without one
     * @param codeAfter the successor's code from {@code day} on; null without successor
     */
    public record Move(
            UUID division,
            DivisionCode codeBefore,
            @Nullable UUID successor,
            @Nullable DivisionCode codeAfter) {}
}
