package lianxin.region;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that befell places on one day.
 *
 * @param predecessor the place before; null for one that is new
 * @param successor the place after: itself when it was only renamed, coded anew or moved; null when it ended without one
 * @param source the release or document it came with
 */
public record Lineage(
        LocalDate day,
        Kind kind,
        @Nullable UUID predecessor,
        @Nullable UUID successor,
        String source) {

    /** What may befall a place. */
    public enum Kind {
        MERGED,
        SPLIT,
        RENAMED,
        RECODED,
        MOVED,
        ENDED,
        NEW
    }
}
