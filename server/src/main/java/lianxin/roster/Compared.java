package lianxin.roster;

import java.util.List;

/**
 * What a roster would change, before it does.
 *
 * @param leaving households in scope in the villages the roster names, which it does not mention: they leave only if somebody says that the
 *     roster is complete
 * @param fields keys of the fields of {@code firsts}: message {@code registry.field.KEY}
 * @param firsts the first few added, changed and leaving, side by side
 */
public record Compared(
        long added, long changed, long unchanged, long leaving, long bad, List<String> fields, List<Example> firsts) {

    /** What becomes of an entry. */
    public enum What {
        ADDED,
        CHANGED,
        LEAVING
    }

    /** One entry before and after; empty before it is added and after it left. */
    public record Example(What what, String key, List<String> before, List<String> after) {}
}
