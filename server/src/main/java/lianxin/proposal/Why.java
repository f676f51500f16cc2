package lianxin.proposal;

import java.util.Map;
import java.util.UUID;
import lianxin.muster.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Why this household has this contact, in metres of walking.
 *
 * @param previous whom it has now, null for nobody
 * @param pinned the choice was made by hand before the search; {@code moved} after it
 * @param other the best other cadre, null when there is none; where the choice was made by hand, who could have it if it were released
 * @param barred an excluded cadre who would be better, null when there is none or the choice was made by hand
 */
public record Why(
        UUID household,
        UUID cadre,
        long metres,
        Map<Criterion, Long> prices,
        @Nullable UUID previous,
        boolean pinned,
        boolean moved,
        int load,
        int high,
        int choices,
        @Nullable Other other,
        @Nullable Barred barred) {

    /** What the pair weighs by itself. */
    public long price() {
        return prices.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the household keeps its contact. */
    public boolean kept() {
        return cadre.equals(previous);
    }

    /** An excluded cadre, and what lifting the exclusion would save the whole plan at most, in metres. */
    public record Barred(UUID cadre, long saves) {}

    /**
     * Another cadre.
     *
     * @param more how much dearer the whole plan becomes at least, everybody else moving as is best
     * @param full whether he has no free place
     * @param displaced a family of his that would most easily give way, {@code to} the cadre it would go to; null when he has room
     */
    public record Other(
            UUID cadre,
            long metres,
            Map<Criterion, Long> prices,
            long more,
            boolean full,
            @Nullable UUID displaced,
            @Nullable UUID to) {}
}
