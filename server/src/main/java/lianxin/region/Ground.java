package lianxin.region;

/**
 * A stretch of the division tree: every code from {@code lo} up to but not including {@code hi}. A subtree is exactly one such range.
 */
public record Ground(long lo, long hi) {

    /** Nowhere. Whoever stands on it sees nothing. */
    public static final Ground NONE = new Ground(0, 0);

    /** Every place there is: codes have twelve digits. */
    public static final Ground EVERYWHERE = new Ground(100_000_000_000L, 1_000_000_000_000L);

    /** Whether a place lies on this ground. */
    public boolean contains(long place) {
        return lo <= place && place < hi;
    }

    /** Whether the whole of a division lies on this ground. */
    public boolean contains(DivisionCode division) {
        return covers(division.ground());
    }

    /** Whether the whole of another ground lies on this one. */
    public boolean covers(Ground other) {
        return lo <= other.lo && other.hi <= hi;
    }

    /** What both have in common. */
    public Ground and(Ground other) {
        var from = Math.max(lo, other.lo);
        var to = Math.min(hi, other.hi);
        return from < to ? new Ground(from, to) : NONE;
    }
}
