package lianxin.rights;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody who works here took a copy of his own data. */
public record OwnCopyTaken(UUID subject, UUID by, Instant at) implements News {}
