package lianxin.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a matter’s story.
 *
 * @param who the party or mediator it is about
 * @param on when it happened
 * @param by the account that wrote it down, {@code at} when
 * @param writings opened from under lock, by part: WORDS, TERMS, MANNER
 */
public record Step(
        UUID id,
        Deed deed,
        @Nullable UUID who,
        LocalDate on,
        State before,
        State after,
        UUID by,
        Instant at,
        @Nullable Instant takenBackAt,
        Map<String, String> writings) {

    public boolean holds() {
        return takenBackAt == null;
    }

    /** What was written down as {@code part}, or nothing. */
    public String writing(String part) {
        return writings.getOrDefault(part, "");
    }
}
