package lianxin.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Something happened, and somebody did it. Every event of the house is news, and all news is kept in the record. Never carries words a person said. */
public interface News {

    /** What happened, in one word of Latin letters; each has its sentence in the record’s catalogue. */
    default String word() {
        return getClass().getSimpleName();
    }

    /** The thing it happened to. */
    UUID subject();

    /** All it happened to, when it was done to many at once. */
    default Collection<UUID> subjects() {
        return List.of(subject());
    }

    /** The account that did it. */
    UUID by();

    /** When it was done, by the server's clock. */
    Instant at();
}
