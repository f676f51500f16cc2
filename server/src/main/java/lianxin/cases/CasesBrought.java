package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A clerk’s list became so many cases, or was undone. Each case is told of besides. */
public record CasesBrought(UUID subject, UUID by, Instant at, long place, int cases, boolean undone) implements News {}
