package lianxin.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import lianxin.matcher.Problem;

/**
 * A roll as the matcher's problem, one level up: the people of each unit pooled into one, each village's families alike. The price of a
 * village with a unit stands in the matcher's table of classes and profiles; villages that the same units may serve are one place to it.
 */
final class Pool {

    private Pool() {}

    /** Who looks after how many families where, at which price: the matcher's cadre u is the roll's unit u. */
    static Problem priced(Roll roll, BitSet[] allowed) {
        var places = new LinkedHashMap<BitSet, Integer>();
        for (var may : allowed) {
            places.putIfAbsent(may, places.size());
        }
        int villages = roll.villages().size();
        int units = roll.units().size();
        var b = Problem.builder(places.size(), villages, units, units, units, roll.families());
        places.values().forEach(place -> b.village(place, 0, 0));
        for (int v = 0; v < villages; v++) {
            b.needClass(v, 0, 0);
            for (int u = allowed[v].nextSetBit(0); u >= 0; u = allowed[v].nextSetBit(u + 1)) {
                b.skillPenalty(v, u, roll.price(v, u));
            }
        }
        units(roll, List.copyOf(places.keySet()), b, true);
        int h = 0;
        for (int v = 0; v < villages; v++) {
            int place = places.getOrDefault(allowed[v], -1);
            for (int i = roll.villages().get(v).size(); i > 0; i--) {
                b.household(h++, place, v, -1);
            }
        }
        return b.build();
    }

    /** The same without prices, each village a place of its own: what is short is then told village by village. */
    static Problem bare(Roll roll, BitSet[] allowed) {
        int villages = roll.villages().size();
        int units = roll.units().size();
        var b = Problem.builder(villages, 1, units, units, units, roll.families());
        b.needClass(0, 0, 0);
        int h = 0;
        for (int v = 0; v < villages; v++) {
            b.village(v, 0, 0);
            for (int i = roll.villages().get(v).size(); i > 0; i--) {
                b.household(h++, v, 0, -1);
            }
        }
        units(roll, List.of(allowed), b, false);
        return b.build();
    }

    private static void units(Roll roll, List<BitSet> places, Problem.Builder b, boolean priced) {
        for (int u = 0; u < roll.units().size(); u++) {
            var served = new ArrayList<Integer>();
            for (int p = 0; p < places.size(); p++) {
                if (places.get(p).get(u)) {
                    served.add(p);
                }
            }
            b.unit(u, served.stream().mapToInt(Integer::intValue).toArray());
            int low = roll.units().get(u).low();
            b.cadre(u, u, u, 0, 0, low, roll.fair(u), roll.room(u), priced ? roll.overload(u) : 0);
        }
    }

    /** How many families of each village are with each unit. */
    static int[][] shares(Roll roll, int[] unitOf) {
        var shares = new int[roll.villages().size()][roll.units().size()];
        int h = 0;
        for (int v = 0; v < shares.length; v++) {
            for (int i = roll.villages().get(v).size(); i > 0; i--) {
                shares[v][unitOf[h++]]++;
            }
        }
        return shares;
    }
}
