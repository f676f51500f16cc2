package lianxin.benefits;

import java.math.BigDecimal;
import lianxin.cases.Interval;

/**
 * Sent and arrived, side by side.
 *
 * @param households in scope there
 * @param reached households for which something is entered
 * @param confirmed households that say of at least one thing that it arrived
 * @param benefits entered, of which {@code arrived} and {@code notArrived} as the households say; of the rest they have said nothing
 * @param amount entered, in yuan; {@code amountArrived} of what they say arrived
 */
public record Figures(
        long households,
        int reached,
        int confirmed,
        int benefits,
        int arrived,
        int notArrived,
        BigDecimal amount,
        BigDecimal amountArrived) {

    public int silent() {
        return benefits - arrived - notArrived;
    }

    /** The share of what arrived among all of which somebody said something. */
    public Interval share() {
        return Interval.of(arrived, arrived + notArrived);
    }
}
