package lianxin.matching;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Something was asked or decided about which unit serves which villages; who serves whom has not changed yet.
 *
 * @param subject the search, or the village
 */
public record MatchingAdjusted(UUID subject, UUID by, Instant at, What what) implements News {

    /** What it was. */
    public enum What {
        ASKED,
        PINNED,
        UNPINNED,
        TAKEN_BACK
    }
}
