package lianxin.scope;

import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see: a stretch of the division tree, narrowed to a unit's people or a cadre's households if either is named.
 *
 * @param unit only households that are or were looked after by this unit's cadres
 * @param cadre only households this cadre looks or looked after, or answers for
 */
public record Scope(
        Ground ground, @Nullable UUID unit, @Nullable UUID cadre) {

    /** The house itself: all there is. */
    static final Scope HOUSE = new Scope(new Ground(0, 10_000_000_000_000L), null, null);
}
