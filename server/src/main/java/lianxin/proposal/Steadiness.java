package lianxin.proposal;

import java.util.List;
import lianxin.matcher.Stability;

/**
 * What it costs that families keep their contacts, so that the office may weigh it.
 *
 * @param years for how many years a contact is meant to stay, by the scheme
 * @param points what would come of a change that counts nothing, half, as much as it does (100) and twice as much
 */
public record Steadiness(int years, List<Stability.Point> points) {

    /** What a change may count, in hundredths of what the scheme says. */
    static final int[] PERCENT = {0, 50, 100, 200};

    private Stability.Point at(int percent) {
        return points.stream().filter(p -> p.percent() == percent).findFirst().orElseThrow();
    }

    /** Families who keep their contact only since a change counts. */
    public int spared() {
        return at(100).kept() - at(0).kept();
    }

    /** By how much all ways are longer for that, in metres. */
    public long metres() {
        return at(100).metres() - at(0).metres();
    }

    /** What one of them costs in metres of every round of visits. */
    public long each() {
        return spared() == 0 ? 0 : metres() / spared();
    }

    /** The same, shared out over the years. */
    public long eachYear() {
        return each() / Math.max(1, years);
    }
}
