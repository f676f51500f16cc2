package lianxin.matcher;

import java.util.List;

/**
 * No assignment exists, and why.
 *
 * @param bottlenecks the smallest groups that cannot work out, none overlapping another of its kind
 * @param lift whose upper limits to raise and by how much, so that everybody has a place: the fewest places, and among those the
 *     cheapest. Empty when no raising helps
 */
public record Infeasible(List<Bottleneck> bottlenecks, Lift lift) implements Outcome {

    /** Raise the upper limit of {@code cadre[i]} by {@code by[i]}. */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
    public record Lift(int[] cadre, int[] by) {

        static final Lift NONE = new Lift(new int[0], new int[0]);

        public boolean suffices() {
            return cadre.length > 0;
        }
    }
}
