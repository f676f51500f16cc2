package lianxin.visit;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A household’s turn was put off. */
public record TurnDeferred(UUID subject, UUID by, Instant at) implements News {}
