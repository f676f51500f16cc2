package lianxin.visit;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A household was promised something. */
public record PromiseMade(UUID subject, UUID by, Instant at, UUID promise) implements News {}
