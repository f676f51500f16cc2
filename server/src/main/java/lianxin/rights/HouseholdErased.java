package lianxin.rights;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;
import lianxin.privacy.Span;

/** Data of a household were erased, those of that span. All leaves about it become mute with this one. */
public record HouseholdErased(UUID subject, UUID by, Instant at, Span span) implements News {}
