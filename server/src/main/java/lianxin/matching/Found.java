package lianxin.matching;

import java.util.List;

/** What a search ends with. */
sealed interface Found {

    /**
     * A match.
     *
     * @param shares families of village v with unit u, at {@code [v][u]}
     * @param worth what one more family with unit u costs the whole, in hundredths of a metre
     * @param price what all families, loads and further units weigh, in hundredths of a metre
     * @param bound what no match at all can fall below, proven, in hundredths of a metre
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Plan(int[][] shares, long[] worth, long price, long bound) implements Found {}

    /**
     * There is none.
     *
     * @param lifts places by which to strengthen unit u, so that everybody has one: the fewest. Empty when strengthening does not help
     */
    record Stuck(List<Shortage> shortages, List<Lift> lifts) implements Found {}

    /** Nobody wants to know any more. */
    record CalledOff() implements Found {}

    /**
     * One group that cannot work out.
     *
     * @param kind TOO_FEW_PLACES, TOO_FEW_HOUSEHOLDS or NOBODY_ELIGIBLE
     * @param need families that need a place, or that the units must hold at least
     * @param room places there are, or families there are
     */
    record Shortage(String kind, List<Integer> villages, List<Integer> units, long need, long room) {}

    /** Unit {@code unit} by so many {@code places}. */
    record Lift(int unit, int places) {}
}
