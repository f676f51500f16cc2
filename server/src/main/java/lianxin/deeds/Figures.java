package lianxin.deeds;

import lianxin.cases.Interval;

/**
 * Promised, done, confirmed and still in use, side by side; of places, never of people, and in no order of merit. A deed counts under the last word that was
 * said of it, and silence is a word of its own.
 *
 * @param open promised and not yet done, of which {@code late} for a day that is over
 * @param asking said to be done, and the households are still being asked
 * @param cost in yuan, as promised for all that were not dropped; {@code costConfirmed} for those that were confirmed
 */
public record Figures(
        int promised,
        int open,
        int late,
        int asking,
        int confirmed,
        int disputed,
        int unanswered,
        int useAsking,
        int kept,
        int outOfUse,
        int useUnanswered,
        int dropped,
        long cost,
        long costConfirmed) {

    /** Between which shares the confirmed lie, of those whose asking is over. */
    public Interval confirmedShare() {
        return Interval.of(confirmed, confirmed + disputed + unanswered);
    }

    /** The same of those in use, months later. */
    public Interval keptShare() {
        return Interval.of(kept, kept + outOfUse + useUnanswered);
    }
}
