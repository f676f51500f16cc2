package lianxin.visit;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Whoever promised a household something says what came of it. That the household says so too is another matter. */
public record PromiseKept(UUID subject, UUID by, Instant at, UUID promise) implements News {}
