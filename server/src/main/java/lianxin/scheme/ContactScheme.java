package lianxin.scheme;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The rules of pairing (干部联系农户制度) as data. All prices are metres of walking, so that one can be argued against another.
 *
 * @param fixedYears for how many years a contact is meant to stay (R37)
 * @param ordinary what holds for a household without a special need
 * @param needs what holds for each need category, by code
 * @param ranks how many households a cadre holds, by rank
 * @param matching how units and villages are matched (R96)
 */
public record ContactScheme(
        int fixedYears, Care ordinary, Map<String, Care> needs, Map<String, Load> ranks, Matching matching) {

    /** The ranks of cadres, the highest first; a scheme says of each how many households it holds. */
    public static final List<String> RANKS =
            List.of("COUNTY_LEAD", "COUNTY_DEPUTY", "SECTION_LEAD", "SECTION_DEPUTY", "STAFF");

    /**
     * How a household of one kind is looked after.
     *
     * @param everyDays to be seen at least every so many days (R40)
     * @param wayPrice what one metre of way to it counts
     * @param changePrice what it counts that the household must get used to somebody new
     * @param unskilledPrice what it counts that the cadre has no skill for this need
     * @param unledPrice what it counts that the cadre is not a leader: leaders take the hard cases (R71)
     */
    public record Care(int everyDays, int wayPrice, int changePrice, int unskilledPrice, int unledPrice) {

        Care harder(Care other) {
            return new Care(
                    Math.min(everyDays, other.everyDays),
                    Math.max(wayPrice, other.wayPrice),
                    Math.max(changePrice, other.changePrice),
                    Math.max(unskilledPrice, other.unskilledPrice),
                    Math.max(unledPrice, other.unledPrice));
        }
    }

    /**
     * How many households a cadre of one rank holds, unless his own limits say otherwise.
     *
     * @param min at least; never 0, since every cadre has his own households (R35)
     * @param target as many as he should
     * @param max at most (I-LOAD)
     * @param overloadPrice price of the first household above the target; the second counts twice, the third three times
     */
    public record Load(int min, int target, int max, int overloadPrice) {}

    /**
     * How units and villages are matched.
     *
     * @param reserve places a unit keeps free, of every hundred, so that leave, illness and kinship leave the pairing a solution
     * @param furtherUnit what it counts, in metres of walking, that a village must deal with one more unit
     */
    public record Matching(int reserve, int furtherUnit) {}

    /** What holds for a household with {@code needs}: of each rule the hardest. A category the scheme does not name counts as ordinary. */
    public Care care(Collection<String> needs) {
        return needs.stream().map(n -> this.needs.getOrDefault(n, ordinary)).reduce(ordinary, Care::harder);
    }

    /** What it counts that a cadre with {@code skills} looks after {@code needs}: the sum over those he has no skill for. */
    public long unskilled(Collection<String> needs, Collection<String> skills) {
        return needs.stream()
                .filter(n -> !skills.contains(n))
                .mapToLong(n -> this.needs.getOrDefault(n, ordinary).unskilledPrice())
                .sum();
    }

    /** What a cadre of {@code rank} holds. Every rank is named; publishing saw to it. */
    public Load load(String rank) {
        var load = ranks.get(rank);
        if (load == null) {
            throw new IllegalArgumentException("the scheme says nothing of rank " + rank);
        }
        return load;
    }
}
