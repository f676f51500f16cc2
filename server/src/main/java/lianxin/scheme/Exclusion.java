package lianxin.scheme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pair that must not be: a cadre and a household, or a cadre and every household of a village.
 *
 * @param household the one household; null when it is of the whole village
 * @param village the village; null when it is of one household
 * @param place code of the village, or of the household's
 * @param reason KINSHIP, or words of the office
 * @param source the document it is by; empty where somebody wrote it down without one
 * @param until first day they may be paired again; null for none
 * @param by the account that wrote it down, {@code at} that moment; null where nobody noted the moment
 * @param ended who ended it, when and why; null while nobody has
 */
public record Exclusion(
        UUID id,
        @Nullable UUID household,
        @Nullable UUID village,
        UUID cadre,
        long place,
        String reason,
        String source,
        LocalDate since,
        @Nullable LocalDate until,
        UUID by,
        @Nullable Instant at,
        @Nullable Ended ended) {

    /** Whether it parts this household, which lives in {@code home}, from this cadre. */
    public boolean parts(UUID household, long home, UUID cadre) {
        return cadre.equals(this.cadre) && (this.household == null ? home == place : household.equals(this.household));
    }
}
