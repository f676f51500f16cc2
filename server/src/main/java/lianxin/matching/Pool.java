package lianxin.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import lianxin.matcher.Problem;
import lianxin.matcher.ProblemBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A roll as the matcher's problem, one level up: the people of each unit pooled into one, each village's families alike. The price of a
 * village with a unit stands in the matcher's table of classes and profiles; villages that the same units may serve are one place to it.
 */
final class Pool {

    private final Roll roll;
    private final int[] sizes;
    private final BitSet[] may;
    /** By village, made when first asked for. */
    private final long[] @Nullable [] prices;

    private final int[] low;
    private final int[] fair;
    private final int[] room;
    private final long[] overload;

    Pool(Roll roll) {
        this.roll = roll;
        sizes = roll.villages().stream().mapToInt(Village::size).toArray();
        int units = roll.units().size();
        low = roll.units().stream().mapToInt(Strength::low).toArray();
        fair = IntStream.range(0, units).map(roll::fair).toArray();
        room = IntStream.range(0, units).map(roll::room).toArray();
        overload = IntStream.range(0, units).mapToLong(roll::overload).toArray();
        may = roll.allowed();
        prices = new long[sizes.length][];
    }

    /** Who looks after how many families where, at which price: the matcher's cadre u is the roll's unit u. */
    Problem priced(BitSet[] allowed) {
        var places = new LinkedHashMap<BitSet, Integer>();
        for (var serving : allowed) {
            places.putIfAbsent(serving, places.size());
        }
        int villages = sizes.length;
        int units = units();
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
                b.skillPenalty(v, u, price(v, u));
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
        int units = units();
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

    private void units(List<BitSet> places, ProblemBuilder b, boolean priced) {
        for (int u = 0; u < units(); u++) {
            var served = new ArrayList<Integer>();
            for (int p = 0; p < places.size(); p++) {
                if (places.get(p).get(u)) {
                    served.add(p);
                }
            }
            b.unit(u, served.stream().mapToInt(Integer::intValue).toArray());
            b.cadre(u, u, u, 0, 0, low[u], fair[u], room[u], priced ? overload[u] : 0);
        }
    }

    /** How many families of each village are with each unit. */
    int[][] shares(int[] unitOf) {
        var shares = new int[sizes.length][units()];
        int h = 0;
        for (int v = 0; v < shares.length; v++) {
            for (int i = sizes[v]; i > 0; i--) {
                shares[v][unitOf[h++]]++;
            }
        }
        return shares;
    }

    /** The other way round: with which unit each family is. */
    int[] unitOf(int[][] shares) {
        var unitOf = new int[Arrays.stream(sizes).sum()];
        int h = 0;
        for (var ofVillage : shares) {
            for (int u = 0; u < ofVillage.length; u++) {
                Arrays.fill(unitOf, h, h += ofVillage[u], u);
            }
        }
        return unitOf;
    }

    int units() {
        return low.length;
    }

    /** What a family of village {@code v} costs with unit {@code u}, in hundredths of a metre. */
    long price(int v, int u) {
        var ofVillage = prices[v];
        if (ofVillage == null) {
            ofVillage = prices(v);
            prices[v] = ofVillage;
        }
        return ofVillage[u];
    }

    private long[] prices(int v) {
        var ofVillage = new long[units()];
        for (int u = may[v].nextSetBit(0); u >= 0; u = may[v].nextSetBit(u + 1)) {
            ofVillage[u] = roll.price(v, u);
        }
        return ofVillage;
    }

    int low(int u) {
        return low[u];
    }

    int room(int u) {
        return room[u];
    }

    /** What one more family weighs for a unit that has {@code load}. */
    long next(int u, int load) {
        return load < fair[u] ? 0 : overload[u] * (load - fair[u] + 1L);
    }

    /** How many more, or fewer when {@code way} is -1, the unit may have of which each weighs as much as the first. */
    int alike(int u, int load, int way) {
        boolean flat = overload[u] == 0;
        if (way > 0) {
            return load < fair[u] ? Math.min(fair[u], room[u]) - load : flat ? room[u] - load : 1;
        }
        return load <= fair[u] || flat ? load - low[u] : 1;
    }
}
