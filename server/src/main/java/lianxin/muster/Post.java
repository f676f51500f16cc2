package lianxin.muster;

import java.util.Set;
import java.util.UUID;

/**
 * A cadre as a search sees him.
 *
 * @param place division code of his unit
 * @param x metres east of the middle of the ground, {@code y} north
 * @param low households he must hold on this ground: his lower limit less those he holds elsewhere; {@code target}, {@code high} alike
 * @param elsewhere households he holds outside this ground
 * @param overload price of the first household above the target, in metres; each further one costs that much more than the one before
 */
public record Post(
        UUID cadre,
        UUID unit,
        long place,
        int x,
        int y,
        boolean leader,
        Set<String> skills,
        int low,
        int target,
        int high,
        int elsewhere,
        long overload) {

    /** The same cadre where everyone who has no reason to change stays: his present load is within his limits whatever they say. */
    Post holding(int load) {
        return new Post(
                cadre,
                unit,
                place,
                x,
                y,
                leader,
                skills,
                Math.min(low, load),
                Math.max(target, Math.min(low, load)),
                Math.max(high, load),
                elsewhere,
                overload);
    }
}
