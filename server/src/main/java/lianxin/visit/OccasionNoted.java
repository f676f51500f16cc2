package lianxin.visit;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A life event of a household was written down, or closed. */
public record OccasionNoted(UUID subject, UUID by, Instant at, UUID occasion, boolean closed) implements News {

    @Override
    public String word() {
        return closed ? "OCCASION_CLOSED" : "OCCASION_NOTED";
    }
}
