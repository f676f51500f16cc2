package lianxin.phone;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Something a phone told waits for a decision.
 *
 * @param subject the account that told it
 */
public record ItemsHeld(UUID subject, UUID by, Instant at, int items) implements News {}
