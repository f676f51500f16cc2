package lianxin.deeds;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A deed stands elsewhere now: said by whoever promised it, or by the clock when the answers were counted. */
public record DeedMoved(UUID subject, UUID by, Instant at, long place, Stage stage) implements News {}
