package lianxin.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lianxin.region.Ground;

/**
 * What a leaf says besides whom it is about.
 *
 * @param what the word of the news, or the {@link Purpose} of a read
 * @param at kept to the microsecond, as the database keeps it
 * @param ground of whoever did it, or the one of which he took everybody
 */
record Deed(Leaf.Kind kind, String what, UUID by, Instant at, Ground ground) {

    Deed {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
