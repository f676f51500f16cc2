package lianxin.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proposed pairs of one village: the nth household, of the nth kind of need, goes to the nth cadre and was with the nth previous one.
 *
 * @param units units that serve the village
 * @param previous null where the household had nobody
 * @param pinned households whose contact was chosen by hand before the search, {@code moved} after it
 * @param fresh households that had nobody
 * @param metres all ways together
 */
public record Proposed(
        UUID village,
        long place,
        int x,
        int y,
        List<UUID> units,
        UUID[] households,
        short[] kinds,
        UUID[] cadres,
        @Nullable UUID[] previous,
        List<UUID> pinned,
        List<UUID> moved,
        int kept,
        int fresh,
        long metres,
        boolean adopted) {

    /** Where a household stands in the lists, -1 when it is not of this village. */
    public int find(UUID household) {
        return Arrays.asList(households).indexOf(household);
    }

    public int changed() {
        return households.length - kept - fresh;
    }

    Proposed with(UUID[] cadres, List<UUID> moved, int kept, long metres) {
        return new Proposed(
                village,
                place,
                x,
                y,
                units,
                households,
                kinds,
                cadres,
                previous,
                pinned,
                moved,
                kept,
                fresh,
                metres,
                adopted);
    }
}
