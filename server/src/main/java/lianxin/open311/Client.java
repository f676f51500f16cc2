package lianxin.open311;

import java.time.Instant;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/** A program that hands requests in, on a ground. */
public record Client(
        UUID id,
        String name,
        long lo,
        long hi,
        Instant since,
        @Nullable Instant endedAt) {

    Ground ground() {
        return new Ground(lo, hi);
    }
}
