package lianxin.particulars;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A particular of a household was written down, changed or taken away. Says which kind, never what. */
public record ParticularsChanged(UUID subject, UUID by, Instant at, Kind kind) implements News {}
