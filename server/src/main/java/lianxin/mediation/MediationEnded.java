package lianxin.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/**
 * A mediation ended. All that other rooms ever learn of it.
 *
 * @param subject the matter
 * @param referral what the room that handed it over calls it; null when none did
 * @param place the village or township
 */
public record MediationEnded(
        UUID subject, UUID by, Instant at, @Nullable UUID referral, long place, LocalDate on, End end) implements News {

    /** How. */
    public enum End {
        AGREED,
        FAILED,
        WITHDRAWN,
        REFUSED,
        REFERRED;

        static @Nullable End of(State state) {
            return switch (state) {
                case AGREED_ORAL, AGREED_WRITTEN -> AGREED;
                case FAILED -> FAILED;
                case WITHDRAWN -> WITHDRAWN;
                case REFUSED -> REFUSED;
                case REFERRED -> REFERRED;
                case CLUE, OFFERED, APPLIED, CONSENTED, MEDIATING, PERFORMING, PERFORMED, BREACHED, ARCHIVED -> null;
            };
        }
    }
}
