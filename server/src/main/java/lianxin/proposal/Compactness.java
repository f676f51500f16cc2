package lianxin.proposal;

import lianxin.matcher.Compact;
import lianxin.matcher.Verdict;
import lianxin.muster.Roster;

/**
 * What it costs that each cadre goes to few villages.
 *
 * @param villages so many at most
 * @param gap metres by which the plan is above the best without that rule; no plan with it is better by more
 * @param beyond cadres who go to more all the same: choices by hand or scarcity want it
 */
public record Compactness(int villages, long gap, int beyond) {

    /** Whether a plan is still as few and as good as was said. */
    boolean holds(Roster roster, int[] cadreOf, Verdict verdict) {
        return Compact.beyond(roster.problem(), cadreOf, villages).length == beyond
                && verdict.price().subtract(verdict.bound()).longValueExact() == gap;
    }
}
