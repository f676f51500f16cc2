package lianxin.rights;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A family asked something about its data. */
public record RightsAsked(UUID subject, UUID by, Instant at, UUID request, Wish wish) implements News {}
