package lianxin.open311;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one subscription.
 *
 * @param seq its place in the order in which they are sent
 * @param id the same at every try
 * @param number of the case
 * @param answer what the last try met, as {@link Hook#trouble}
 */
public record Delivery(
        long seq,
        UUID id,
        String number,
        String body,
        Instant at,
        int tries,
        String answer,
        @Nullable Instant doneAt) {}
