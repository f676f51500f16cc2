package lianxin.open311;

import java.time.Instant;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: a program is told at {@code address} when a case on a ground moves.
 *
 * @param failures tries that failed since the last one that did not
 * @param trouble what the last of them met: a status, or a word of {@link Courier.Trouble}; empty for none
 * @param pausedAt when the house stopped trying; what is still to be sent waits
 * @param waiting messages still to be sent
 */
public record Hook(
        UUID id,
        String name,
        String address,
        long lo,
        long hi,
        Instant since,
        @Nullable Instant endedAt,
        Instant nextAt,
        int failures,
        @Nullable Instant failingSince,
        String trouble,
        @Nullable Instant pausedAt,
        long waiting) {

    Ground ground() {
        return new Ground(lo, hi);
    }
}
