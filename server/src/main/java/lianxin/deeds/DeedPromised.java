package lianxin.deeds;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody promised a deed to a place. */
public record DeedPromised(UUID subject, UUID by, Instant at, long place, Promiser promiser) implements News {}
