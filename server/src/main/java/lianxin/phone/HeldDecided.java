package lianxin.phone;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Somebody in the township decided on what a phone told.
 *
 * @param subject the account that told it
 */
public record HeldDecided(UUID subject, UUID by, Instant at, UUID item, Held.State state) implements News {}
