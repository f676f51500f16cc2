package lianxin.muster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.matcher.Bottleneck;
import lianxin.matcher.Infeasible;

/**
 * Why there is no pairing, as kept with the run.
 *
 * @param groups the smallest groups that cannot work out
 * @param lifts whose upper limit to raise by how much, so that everybody has a place: the fewest places. Empty when raising does not help
 */
public record Bottlenecked(List<Group> groups, Map<UUID, Integer> lifts) {

    /** Why there is none. */
    public static Bottlenecked of(Roster roster, Infeasible answer) {
        var lifts = new LinkedHashMap<UUID, Integer>();
        for (int i = 0; answer.ease().isEmpty() && i < answer.lift().cadre().length; i++) {
            lifts.put(
                    roster.posts().get(answer.lift().cadre()[i]).cadre(),
                    answer.lift().by()[i]);
        }
        return new Bottlenecked(
                answer.bottlenecks().stream().map(b -> group(roster, b)).toList(), Map.copyOf(lifts));
    }

    private static Group group(Roster roster, Bottleneck b) {
        return new Group(
                b.kind().name(),
                Arrays.stream(b.villages())
                        .mapToObj(v -> roster.villages().get(v).id())
                        .toList(),
                Arrays.stream(b.units()).mapToObj(u -> roster.units().get(u)).toList(),
                Arrays.stream(b.cadres())
                        .mapToObj(c -> roster.posts().get(c).cadre())
                        .toList(),
                Arrays.stream(b.households())
                        .mapToObj(h -> roster.households().get(h))
                        .toList(),
                b.need(),
                b.room());
    }

    /**
     * One group.
     *
     * @param kind TOO_FEW_PLACES, TOO_FEW_HOUSEHOLDS or NOBODY_ELIGIBLE
     * @param need households that need a place, or that the lower limits ask for
     * @param room places there are, or households there are
     */
    public record Group(
            String kind,
            List<UUID> villages,
            List<UUID> units,
            List<UUID> cadres,
            List<UUID> households,
            long need,
            long room) {

        public long missing() {
            return need - room;
        }
    }
}
