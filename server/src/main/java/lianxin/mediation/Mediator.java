package lianxin.mediation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever mediates.
 *
 * @param account null for somebody invited who has none (art. 20)
 * @param until the day he left
 */
public record Mediator(
        UUID id,
        @Nullable UUID account,
        LocalDate since,
        @Nullable LocalDate until,
        String name) {

    public boolean serves() {
        return until == null;
    }
}
