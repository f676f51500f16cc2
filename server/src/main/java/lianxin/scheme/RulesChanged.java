package lianxin.scheme;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Something that decides who may be whose contact has changed; who is whose contact has not, yet.
 *
 * @param subject the scheme, unit, household, village, cadre or load it is about
 */
public record RulesChanged(UUID subject, UUID by, Instant at, What what) implements News {

    /** What it was. */
    public enum What {
        SCHEME_PUBLISHED,
        GROUND_GIVEN,
        GROUND_TAKEN,
        GROUNDS_LOADED,
        EXCLUDED,
        ADMITTED,
        EXCLUSIONS_LOADED,
        PINNED,
        UNPINNED,
        BACKUP_NAMED,
        BACKUP_ENDED
    }
}
