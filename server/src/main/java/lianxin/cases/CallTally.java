package lianxin.cases;

import java.util.List;

/** What was said in calls drawn by lot, by category. */
public record CallTally(String category, int called, int confirmed, int disputed, int unanswered) {

    /** All categories together. */
    static CallTally sum(List<CallTally> all) {
        return new CallTally(
                "",
                all.stream().mapToInt(CallTally::called).sum(),
                all.stream().mapToInt(CallTally::confirmed).sum(),
                all.stream().mapToInt(CallTally::disputed).sum(),
                all.stream().mapToInt(CallTally::unanswered).sum());
    }

    /** Between which shares the confirmed lie among all whose case was handled. */
    public Interval confirmedShare() {
        return Interval.of(confirmed, called);
    }
}
