package lianxin.matcher;

import java.util.Arrays;
import java.util.List;

/**
 * No assignment exists, and why.
 *
 * @param bottlenecks the smallest groups that cannot work out, none overlapping another of its kind
 * @param lift whose upper limits to raise and by how much, so that everybody has a place
 * @param ease whose lower limits to lower and by how much, so that nobody asks for more families than there are. Both together are the
 *     fewest that make an assignment possible, and among those the cheapest; both are empty when some household has nobody at all
 */
public record Infeasible(List<Bottleneck> bottlenecks, Lift lift, Lift ease) implements Outcome {

    /** Move the limit of {@code cadre[i]} by {@code by[i]}. */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
    public record Lift(int[] cadre, int[] by) {

        static final Lift NONE = new Lift(new int[0], new int[0]);

        public boolean isEmpty() {
            return cadre.length == 0;
        }

        /** By how much in all. */
        public long sum() {
            return Arrays.stream(by).asLongStream().sum();
        }
    }

    /** Whether moving limits helps at all. */
    public boolean curable() {
        return !lift.isEmpty() || !ease.isEmpty();
    }
}
