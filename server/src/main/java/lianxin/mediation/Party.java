package lianxin.mediation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of those who are at odds.
 *
 * @param household null for somebody from elsewhere
 * @param name opened from under lock
 */
public record Party(
        UUID id,
        @Nullable UUID household,
        Consent consent,
        @Nullable LocalDate consentOn,
        @Nullable LocalDate signedOn,
        String name) {

    /** Whether it wants mediation. */
    public enum Consent {
        ASKED,
        GIVEN,
        REFUSED
    }
}
