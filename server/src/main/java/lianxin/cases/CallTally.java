package lianxin.cases;

/** What was said in calls drawn by lot, by category. */
public record CallTally(String category, int called, int confirmed, int disputed, int unanswered) {

    /** Between which shares the confirmed lie among all whose case was handled. */
    public Interval confirmedShare() {
        return Interval.of(confirmed, called);
    }
}
