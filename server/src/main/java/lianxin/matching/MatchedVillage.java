package lianxin.matching;

import java.util.List;
import java.util.UUID;

/**
 * A village in a match.
 *
 * @param before units that served it before
 * @param parted families whose contact is of a unit that would no longer serve it
 * @param shares who would serve it, the largest share first; whoever comes next, if anybody, last
 */
public record MatchedVillage(
        long place, UUID village, int families, List<UUID> before, int parted, List<Share> shares) {

    /** Who would serve it. */
    public List<Share> units() {
        return shares.stream().filter(s -> !s.other()).toList();
    }

    /** Whether it would have other units than before. */
    public boolean changed() {
        return !units().stream()
                .map(Share::unit)
                .collect(java.util.stream.Collectors.toSet())
                .equals(java.util.Set.copyOf(before));
    }

    /**
     * A unit and the families of the village it would look after.
     *
     * @param metres from its office to the village, in a straight line
     * @param near what {@link Criterion#NEAR} has against it for the whole village, in metres; {@code fit} and {@code stays} alike
     * @param fixed whether the relation stood before the search: by hand, or by another office's decision
     * @param other whether it would not serve the village but comes next
     * @param more what each family would cost the whole more with the other unit, in hundredths of a metre; negative when only the price of one
     *     more unit keeps it out
     */
    public record Share(
            UUID unit,
            int families,
            long metres,
            long near,
            long fit,
            long stays,
            boolean fixed,
            boolean other,
            long more) {

        /** What all sentences have against it for the whole village, in metres. */
        public long price() {
            return near + fit + stays;
        }
    }
}
