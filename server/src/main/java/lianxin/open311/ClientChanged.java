package lianxin.open311;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A program was given a key, or lost it. */
public record ClientChanged(UUID subject, UUID by, Instant at, boolean ended) implements News {}
