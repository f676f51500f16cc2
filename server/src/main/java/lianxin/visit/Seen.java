package lianxin.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit as it is handed in.
 *
 * @param id given by whoever saw it, before it was sent; a UUID of version 7
 * @param seenAt when it was, as well as we know
 * @param toldAt when it was by the clock of whoever tells it
 */
public record Seen(UUID id, LogVisit said, Instant seenAt, Instant toldAt) {}
