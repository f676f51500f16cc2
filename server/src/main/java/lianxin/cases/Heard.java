package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said once, from wherever it was heard.
 *
 * @param id names the fact: the same one again is harmless
 * @param household whose it is; null when nobody of the roster said it
 * @param place village
 * @param visit the visit it was heard on
 * @param category code; blank, or one that is not on the list, is left to what the words suggest
 * @param from what else is known of where it was heard, such as a hotline and its own number; blank for nothing
 */
record Heard(
        UUID id,
        Kind kind,
        String category,
        long place,
        @Nullable UUID household,
        @Nullable UUID visit,
        Channel channel,
        String words,
        UUID by,
        Instant at,
        String from) {}
