package lianxin.cases;

import java.util.List;

/**
 * How handled and confirmed stand beside each other for one category: of {@code handled} cases, how many their households confirmed, disputed, or said nothing
 * of; the rest is still being asked. The four outcomes are what handlers said.
 */
public record Tally(
        String category,
        int handled,
        int confirmed,
        int disputed,
        int unanswered,
        int solved,
        int partly,
        int explained,
        int notNow) {

    /** All categories together. */
    static Tally sum(List<Tally> all) {
        return new Tally(
                "",
                all.stream().mapToInt(Tally::handled).sum(),
                all.stream().mapToInt(Tally::confirmed).sum(),
                all.stream().mapToInt(Tally::disputed).sum(),
                all.stream().mapToInt(Tally::unanswered).sum(),
                all.stream().mapToInt(Tally::solved).sum(),
                all.stream().mapToInt(Tally::partly).sum(),
                all.stream().mapToInt(Tally::explained).sum(),
                all.stream().mapToInt(Tally::notNow).sum());
    }

    /** Replied to, and the household is still being asked. */
    public int asked() {
        return Math.max(0, handled - confirmed - disputed - unanswered);
    }

    /** Between which shares the confirmed lie, of those who were asked and had the time to answer. */
    public Interval confirmedShare() {
        return Interval.of(confirmed, confirmed + disputed + unanswered);
    }
}
