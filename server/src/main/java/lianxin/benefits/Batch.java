package lianxin.benefits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * A sheet an office handed in.
 *
 * @param lines that were understood
 * @param faults the first of the reasons for which others were not, {@code leftOut} in all
 * @param answered how many households have said something
 */
public record Batch(
        UUID id,
        Ground ground,
        String source,
        String fileName,
        int lines,
        List<String> faults,
        int leftOut,
        Instant readAt,
        @Nullable Instant keptAt,
        @Nullable Instant undoneAt,
        int answered) {

    /** Read and looked at, not yet kept. */
    public boolean waits() {
        return keptAt == null;
    }

    /** Whether it may still be undone. */
    public boolean undoable() {
        return keptAt != null && undoneAt == null && answered == 0;
    }
}
