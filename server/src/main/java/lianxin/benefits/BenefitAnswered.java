package lianxin.benefits;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;

/** A household has said whether something arrived. */
public record BenefitAnswered(UUID subject, UUID by, Instant at, UUID household, long place, Said said)
        implements News {

    @Override
    public Collection<UUID> subjects() {
        return List.of(household);
    }
}
