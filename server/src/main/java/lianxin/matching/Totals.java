package lianxin.matching;

import java.util.Map;

/**
 * A match in numbers.
 *
 * @param relations how often a unit serves a village
 * @param further units beyond a village's first
 * @param changed villages that would have other units than now
 * @param parted families whose contact is of a unit that would no longer serve their village
 * @param unplaced villages whose position is unknown: the middle of their township stands for them
 * @param prices what each criterion weighs in all, in metres of walking
 * @param price what everything weighs, in hundredths of a metre
 * @param bound what no match at all can fall below, proven, in hundredths of a metre
 */
public record Totals(
        int families,
        int villages,
        int units,
        int cadres,
        int relations,
        int further,
        int changed,
        int parted,
        int unplaced,
        Map<Criterion, Long> prices,
        long price,
        long bound) {

    /** How far it may lie above the best of all at most, in hundredths of a percent, rounded up. */
    public long gap() {
        return bound <= 0 ? 0 : Math.ceilDiv((price - bound) * 10_000, bound);
    }
}
