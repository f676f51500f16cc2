package lianxin.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import lianxin.matcher.Problem;

/**
 * A roll as the matcher's problem, one level up: the people of each unit pooled into one, each village's families alike. The price of a
 * village with a unit stands in the matcher's table of classes and profiles; villages that the same units may serve are one place to it.
 */
final class Pool {

    private final Roll roll;
    private final int[] sizes;
    private final long[][] prices;

    Pool(Roll roll) {
        this.roll = roll;
        sizes = roll.villages().stream().mapToInt(Village::size).toArray();
        prices = new long[sizes.length][roll.units().size()];
        var may = roll.allowed();
        for (int v = 0; v < sizes.length; v++) {
            for (int u = may[v].nextSetBit(0); u >= 0; u = may[v].nextSetBit(u + 1)) {
                prices[v][u] = roll.price(v, u);
            }
        }
    }

    /** Who looks after how many families where, at which price: the matcher's cadre u is the roll's unit u. */
    Problem priced(BitSet[] allowed) {
        var places = new LinkedHashMap<BitSet, Integer>();
        for (var may : allowed) {
            places.putIfAbsent(may, places.size());
        }
        int villages = sizes.length;
        int units = roll.units().size();
        var b = Problem.builder(
                places.size(),
                villages,
                units,
                units,
                units,
                Arrays.stream(sizes).sum());
        places.values().forEach(place -> b.village(place, 0, 0));
        for (int v = 0; v < villages; v++) {
            b.needClass(v, 0, 0);
            for (int u = allowed[v].nextSetBit(0); u >= 0; u = allowed[v].nextSetBit(u + 1)) {
                b.skillPenalty(v, u, prices[v][u]);
            }
        }
        units(List.copyOf(places.keySet()), b, true);
        int h = 0;
        for (int v = 0; v < villages; v++) {
            int place = places.getOrDefault(allowed[v], -1);
            for (int i = sizes[v]; i > 0; i--) {
                b.household(h++, place, v, -1);
            }
        }
        return b.build();
    }

    /** The same without prices, each village a place of its own: what is short is then told village by village. */
    Problem bare(BitSet[] allowed) {
        int villages = sizes.length;
        int units = roll.units().size();
        var b = Problem.builder(
                villages, 1, units, units, units, Arrays.stream(sizes).sum());
        b.needClass(0, 0, 0);
        int h = 0;
        for (int v = 0; v < villages; v++) {
            b.village(v, 0, 0);
            for (int i = sizes[v]; i > 0; i--) {
                b.household(h++, v, 0, -1);
            }
        }
        units(List.of(allowed), b, false);
        return b.build();
    }

    private void units(List<BitSet> places, Problem.Builder b, boolean priced) {
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
    int[][] shares(int[] unitOf) {
        var shares = new int[sizes.length][roll.units().size()];
        int h = 0;
        for (int v = 0; v < shares.length; v++) {
            for (int i = sizes[v]; i > 0; i--) {
                shares[v][unitOf[h++]]++;
            }
        }
        return shares;
    }
}
