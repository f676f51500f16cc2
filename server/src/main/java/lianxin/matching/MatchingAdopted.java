package lianxin.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Units serve other villages from a day on. Who is whose contact has not changed, yet.
 *
 * @param subject the search whose match was adopted
 * @param lo the ground's first code, {@code hi} the first beyond it
 */
public record MatchingAdopted(UUID subject, UUID by, Instant at, LocalDate day, long lo, long hi) implements News {}
