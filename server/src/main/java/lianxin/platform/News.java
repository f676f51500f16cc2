package lianxin.platform;

import java.time.Instant;
import java.util.UUID;

/** Something happened, and somebody did it. Every event of the house is news, and all news is kept in the record. Never carries words a person said. */
public interface News {

    /** The thing it happened to. */
    UUID subject();

    /** The account that did it. */
    UUID by();

    /** When it was done, by the server's clock. */
    Instant at();
}
