package lianxin.proposal;

import java.util.List;
import java.util.Map;
import lianxin.muster.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in numbers.
 *
 * @param metres all ways from the cadres' offices to their villages, in a straight line
 * @param kept households that keep their contact; {@code changed} get another one; {@code fresh} had none
 * @param unplaced villages whose position is unknown: the middle of their township stands for them
 * @param prices what each criterion weighs in all, in metres of walking
 * @param loads how many cadres would hold how many households on this ground
 * @param kinds the sets of needs that occur, in the order by which villages refer to them
 * @param steadiness what it costs that families keep their contacts; null of runs that did not ask, or where nobody had a contact
 * @param compactness what it costs that cadres go to few villages; null where nobody asked for that
 */
public record Totals(
        long households,
        int cadres,
        int villages,
        long metres,
        long kept,
        long changed,
        long fresh,
        int unplaced,
        Map<Criterion, Long> prices,
        Map<Integer, Integer> loads,
        List<List<String>> kinds,
        @Nullable Steadiness steadiness,
        @Nullable Compactness compactness) {

    /** What the whole plan weighs, in metres of walking. */
    public long price() {
        return prices.values().stream().mapToLong(Long::longValue).sum();
    }
}
