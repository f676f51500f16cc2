package lianxin.proposal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why there is no pairing, as kept with the run.
 *
 * @param groups the smallest groups that cannot work out
 * @param lifts whose upper limit to raise by how much, so that everybody has a place: the fewest places. Empty when raising does not help
 */
record Bottlenecked(List<Group> groups, Map<UUID, Integer> lifts) {

    /**
     * One group.
     *
     * @param kind TOO_FEW_PLACES, TOO_FEW_HOUSEHOLDS or NOBODY_ELIGIBLE
     * @param need households that need a place, or that the lower limits ask for
     * @param room places there are, or households there are
     */
    record Group(
            String kind,
            List<UUID> villages,
            List<UUID> units,
            List<UUID> cadres,
            List<UUID> households,
            long need,
            long room) {

        long missing() {
            return need - room;
        }
    }
}
