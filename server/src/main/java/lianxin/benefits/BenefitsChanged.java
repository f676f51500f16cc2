package lianxin.benefits;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** An office has entered so many benefits, or undone them. */
public record BenefitsChanged(UUID subject, UUID by, Instant at, long place, int benefits, boolean undone)
        implements News {}
