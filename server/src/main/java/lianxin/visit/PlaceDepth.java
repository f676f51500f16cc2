package lianxin.visit;

import lianxin.region.Division;
import org.jspecify.annotations.Nullable;

/** A place, how many households it has, and how deep the work there goes. */
public record PlaceDepth(Division place, long households, Depth depth) {

    /** Needs heard per hundred visits; null while there is no visit. */
    public @Nullable Integer perHundred() {
        return depth.visits() == 0 ? null : Math.round(100f * depth.needs() / depth.visits());
    }
}
