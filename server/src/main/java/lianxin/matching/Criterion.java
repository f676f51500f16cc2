package lianxin.matching;

import java.util.Set;
import lianxin.scheme.ContactScheme;

/**
 * Why a unit serves a village, one sentence each ({@code matching.criterion.NAME}), each with one price in metres of walking for all
 * families of the village together, so that it can be argued against the others. What decides whether a unit may serve a village at all
 * (its level, its strength, a choice made by hand) is no price and not here.
 */
public enum Criterion {

    /** The unit is near; more so for a village with many families that must be seen often. */
    NEAR {
        @Override
        long price(ContactScheme scheme, Village village, Strength unit) {
            return village.wayPrice(scheme) * unit.metresTo(village);
        }
    },

    /**
     * Hard villages go to strong units: what the pairing would count for a family with somebody who knows nothing of its need or does not
     * lead, times the part of the unit's places of which that is true.
     */
    FIT {
        @Override
        long price(ContactScheme scheme, Village village, Strength unit) {
            return village.families().entrySet().stream()
                    .mapToLong(kind -> kind.getValue() * of(scheme, kind.getKey(), unit))
                    .sum();
        }

        private static long of(ContactScheme scheme, Set<String> needs, Strength unit) {
            long unled = part(scheme.care(needs).unledPrice(), unit.led(), unit);
            return needs.stream()
                    .mapToLong(need -> part(
                            scheme.unskilled(Set.of(need), Set.of()),
                            unit.skilled().getOrDefault(need, 0),
                            unit))
                    .reduce(unled, Long::sum);
        }

        private static long part(long price, int fit, Strength unit) {
            return unit.high() == 0 ? price : (price * (unit.high() - fit) + unit.high() / 2) / unit.high();
        }
    },

    /** The village keeps its unit (R37): families whose contact is of another unit would have to get used to somebody new. */
    STAYS {
        @Override
        long price(ContactScheme scheme, Village village, Strength unit) {
            int size = village.size();
            return (village.changePrice(scheme) * village.strangersTo(unit.unit()) + size / 2) / size;
        }
    },

    /** Nobody carries much more than the others. A price of the load, not of a village. */
    EVEN {
        @Override
        long price(ContactScheme scheme, Village village, Strength unit) {
            return 0;
        }
    },

    /** A village deals with few units. A price of the match as a whole: for every unit beyond a village's first. */
    FEW {
        @Override
        long price(ContactScheme scheme, Village village, Strength unit) {
            return 0;
        }
    };

    /** What this sentence has against the unit for the whole village, in metres of walking. */
    abstract long price(ContactScheme scheme, Village village, Strength unit);

    /** What all of them have against it. */
    static long sum(ContactScheme scheme, Village village, Strength unit) {
        long sum = 0;
        for (var criterion : values()) {
            sum += criterion.price(scheme, village, unit);
        }
        return sum;
    }
}
