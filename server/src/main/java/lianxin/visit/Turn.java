package lianxin.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a household’s turn is, and why. Help for whoever goes there; nobody else reads it as a measure of him.
 *
 * @param on the day; in the past when it has been its turn for a while
 * @param occasion the life event that calls; null for the other reasons
 * @param every its rhythm, in days, by the contact scheme
 * @param lastMet null when it was never met
 * @param quiet code of the quiet time it was moved behind; null when it was not
 */
public record Turn(
        UUID household,
        LocalDate on,
        Why why,
        @Nullable UUID occasion,
        int every,
        @Nullable LocalDate lastMet,
        @Nullable String quiet) {

    /** Why it is a household’s turn. */
    public enum Why {
        /** Nobody has met it yet. */
        NEVER,
        /** Its rhythm. */
        EVERY,
        /** Something happened there. */
        OCCASION,
        /** It was put off until then. */
        DEFERRED
    }

    /** Whether it is its turn on {@code day}. */
    public boolean due(LocalDate day) {
        return !on.isAfter(day);
    }
}
