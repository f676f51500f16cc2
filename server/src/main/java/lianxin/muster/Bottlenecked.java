package lianxin.muster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.matcher.Bottleneck;
import lianxin.matcher.Infeasible;

/**
 * Why there is no pairing, as kept with the run.
 *
 * @param groups the smallest groups that cannot work out
 * @param lifts whose upper limit to raise by how much, so that everybody has a place
 * @param eases whose lower limit to lower by how much, so that nobody asks for more than there is. Both together are the fewest that make
 *     a pairing possible; both are empty where no limit helps, since somebody has nobody at all
 */
public record Bottlenecked(List<Group> groups, Map<UUID, Integer> lifts, Map<UUID, Integer> eases) {

    /** Why there is none. */
    public static Bottlenecked of(Roster roster, Infeasible answer) {
        return new Bottlenecked(
                answer.bottlenecks().stream().map(b -> group(roster, b)).toList(),
                named(roster, answer.lift()),
                named(roster, answer.ease()));
    }

    private static Map<UUID, Integer> named(Roster roster, Infeasible.Lift moved) {
        return IntStream.range(0, moved.cadre().length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        i -> roster.posts().get(moved.cadre()[i]).cadre(), i -> moved.by()[i]));
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
