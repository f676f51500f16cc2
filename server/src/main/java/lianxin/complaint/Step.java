package lianxin.complaint;

import java.time.Instant;
import java.util.UUID;

/** One thing that was done with a complaint, and what was written with it; empty for none. */
public record Step(UUID id, Deed deed, State state, UUID by, Instant at, String words) {}
