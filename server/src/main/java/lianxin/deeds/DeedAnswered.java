package lianxin.deeds;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A household of the place has answered. Neither what nor which household: a no must cost nobody anything. */
public record DeedAnswered(UUID subject, UUID by, Instant at, long place) implements News {}
