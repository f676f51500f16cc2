package lianxin.muster;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as a search sees it.
 *
 * @param x metres east of the middle of the ground, {@code y} north: its village
 * @param needs need categories, sorted
 * @param known the contact it has now, if he could stay
 */
public record Home(
        int x, int y, List<String> needs, @Nullable UUID known) {

    /** Metres to the cadre's office in a straight line, to the nearest. */
    public long metresTo(Post post) {
        long east = x - post.x();
        long north = y - post.y();
        return (long) (Math.sqrt((double) (east * east + north * north)) + 0.5);
    }
}
