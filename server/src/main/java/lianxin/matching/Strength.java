package lianxin.matching;

import java.util.Map;
import java.util.UUID;
import lianxin.region.Ground;

/**
 * A unit as a search sees it: what its cadres may hold together, less what they hold off this ground.
 *
 * @param x metres east of the middle of the ground, {@code y} north: its office
 * @param reach where a unit of its level may serve at all
 * @param guest whether it has its seat elsewhere and serves here by another office's decision: it keeps what it has, and gets nothing new
 * @param cadres in scope and not exempt
 * @param low families they must hold; {@code target} should, {@code high} may
 * @param led places held by leaders, of {@code high}
 * @param skilled places held by people who know about a need, of {@code high}
 * @param overload mean price of a cadre's first family above his target, in metres
 */
record Strength(
        UUID unit,
        long place,
        int x,
        int y,
        Ground reach,
        boolean guest,
        int cadres,
        int low,
        int target,
        int high,
        int led,
        Map<String, Integer> skilled,
        long overload) {

    /** The same, while nobody insists yet that its people have enough to do. */
    Strength withoutLeast() {
        return new Strength(unit, place, x, y, reach, guest, cadres, 0, target, high, led, skilled, overload);
    }

    /** Metres to the village in a straight line, to the nearest. */
    long metresTo(Village village) {
        long east = x - village.x();
        long north = y - village.y();
        return (long) (Math.sqrt((double) (east * east + north * north)) + 0.5);
    }

    /** Whether it may serve the village at all. */
    boolean mayServe(Village village) {
        return village.pinned().isEmpty()
                ? guest ? village.serving().contains(unit) : reach.contains(village.place())
                : village.pinned().contains(unit);
    }
}
