package lianxin.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a roster, understood, by the room that keeps such entries. What is null was not said: a new entry gets the ordinary value, an
 * existing one keeps what it has.
 */
public interface RosterRow {

    /** Its number in the file; it comes back with whatever is wrong with the row. */
    long line();

    /** What it says, in the order of {@link RosterKeeper#columns}. */
    List<? extends @Nullable Object> values();

    /** Codes as they are kept: each once, in order. */
    static @Nullable List<String> sorted(@Nullable List<String> codes) {
        return codes == null ? null : codes.stream().distinct().sorted().toList();
    }
}
