package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Cases were drawn by lot to be called back. */
public record CallsDrawn(UUID subject, UUID by, Instant at, int population, int drawn) implements News {}
