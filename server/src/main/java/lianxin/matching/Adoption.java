package lianxin.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * A match, or its part for one place, that was made to hold.
 *
 * @param lo the place's first code; {@code hi} the first beyond it
 * @param day from which it holds, by the document {@code source}
 * @param changed how many villages have other units by it
 * @param undoneBy who took it back, when and why; all null while it holds
 */
public record Adoption(
        UUID id,
        UUID run,
        long lo,
        long hi,
        LocalDate day,
        String source,
        int changed,
        UUID byWhom,
        Instant at,
        @Nullable UUID undoneBy,
        @Nullable Instant undoneAt,
        @Nullable String undoneWhy) {

    public Ground ground() {
        return new Ground(lo, hi);
    }

    /** The place it is for. */
    public DivisionCode place() {
        return new DivisionCode(lo);
    }

    public boolean holds() {
        return undoneAt == null;
    }
}
