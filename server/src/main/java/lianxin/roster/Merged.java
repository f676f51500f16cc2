package lianxin.roster;

import java.util.List;
import java.util.UUID;

/**
 * What a merge, or taking one back, has done.
 *
 * @param touched how many entries
 * @param places codes of all places touched
 * @param moved entries that are in another place now
 * @param ended entries that left, as was said by {@code leaving}
 */
public record Merged(long touched, List<Long> places, List<Entry> moved, List<Entry> ended, Leaving leaving) {

    /** An entry and the code of its place. */
    public record Entry(UUID id, long place) {}

    static Merged takenBack(List<Long> places) {
        return new Merged(0, places, List.of(), List.of(), Leaving.NOBODY);
    }
}
