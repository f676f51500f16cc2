package lianxin.overview;

import java.util.List;
import lianxin.coverage.Finding;
import lianxin.region.Division;
import org.jspecify.annotations.Nullable;

/**
 * What is seen at a place on a day.
 *
 * @param parts the places right under it
 * @param unserved units that serve nowhere and villages no unit serves
 * @param age of the figures; null when they were asked of the rooms just now
 * @param check what the last nightly check of the place found; null when it was never looked at, or the day is not today
 */
public record Sight(
        Division place,
        Coverage coverage,
        List<Part> parts,
        Loads loads,
        Unserved unserved,
        List<Todo> todos,
        @Nullable Age age,
        @Nullable Finding check) {

    /**
     * A place under the place shown.
     *
     * @param tiles its villages, when they are to be seen one by one
     */
    public record Part(Division division, Coverage coverage, List<Tile> tiles) {}

    /** A village as one tile. */
    public record Tile(String code, String name, int households, int gap) {

        public String shade() {
            return households == 0 ? "none" : gap > 0 ? "miss" : "held";
        }
    }

    /**
     * Something that needs this person today, with the way to do it.
     *
     * @param kind names its texts: {@code overview.todo.KIND}, {@code …why}, {@code …do}
     * @param where the places it is most about, most first, each with its number
     * @param href the way to do it
     */
    public record Todo(String kind, String tone, long number, List<Part> where, String href) {}
}
