package lianxin.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import lianxin.matcher.Certificate;
import lianxin.matcher.Matched;

/**
 * How the families of all villages are shared out among the units: as cheaply as the relations allow, without circles, and with what proves it.
 *
 * <p>When a relation is closed, only its families look for another place, along cheapest {@link Ways}; everybody else stays unless a way leads
 * through him. What comes out is again the cheapest of all (successive shortest paths: Busacker and Gowen 1961; Edmonds and Karp 1972), for a
 * small part of what solving the whole anew takes.
 */
final class Sharing {

    private final Pool pool;
    private final int[][] allowed;
    private final int[][] shares;
    private final BitSet[] villages;
    private final int[] load;
    private final long[] worth;
    private long price;

    private Sharing(Pool pool, int[][] allowed, int[][] shares, long[] worth, long price) {
        this.pool = pool;
        this.allowed = allowed;
        this.shares = shares;
        this.worth = worth;
        this.price = price;
        load = new int[worth.length];
        villages = new BitSet[worth.length];
        Arrays.setAll(villages, _ -> new BitSet(shares.length));
        for (int v = 0; v < shares.length; v++) {
            for (int u : allowed[v]) {
                load[u] += shares[v][u];
                if (shares[v][u] > 0) {
                    villages[u].set(v);
                }
            }
        }
    }

    /** What the matcher found when the units of {@code allowed} may serve each village. */
    static Sharing of(Pool pool, BitSet[] allowed, Matched found) {
        var shares = pool.shares(found.cadreOf());
        Untangling.untangle(shares, pool.units());
        var units = Arrays.stream(allowed).map(may -> may.stream().toArray()).toArray(int[][]::new);
        return new Sharing(pool, units, shares, found.cadrePrice().clone(), found.price());
    }

    /** The cheapest when unit {@code u} does not serve village {@code v} either; empty when there is none. */
    Optional<Sharing> without(int v, int u) {
        var copy = Arrays.stream(shares).map(int[]::clone).toArray(int[][]::new);
        var next = new Sharing(pool, allowed.clone(), copy, worth.clone(), price);
        if (!next.close(v, u)) {
            return Optional.empty();
        }
        Untangling.untangle(copy, load.length);
        return Optional.of(new Sharing(pool, next.allowed, copy, next.worth, next.price));
    }

    /** Finds other places for the families of the village with the unit, which counts them until it has others; false when some find none. */
    private boolean close(int v, int u) {
        int astray = shares[v][u];
        hand(v, u, -astray);
        allowed[v] = Arrays.stream(allowed[v]).filter(other -> other != u).toArray();
        price -= astray * pool.price(v, u);
        while (astray > 0) {
            var ways = Ways.search(this, v, u);
            if (!ways.reaches(u)) {
                return false;
            }
            astray -= follow(ways, u, astray);
            settle(ways, u);
        }
        return true;
    }

    /** Sends as many along the way as can go at its price. */
    private int follow(Ways ways, int u, int astray) {
        int some = astray;
        for (int to = u; to != Ways.START; to = ways.from(to)) {
            some = Math.min(some, room(ways.from(to), to, ways.village(to)));
        }
        for (int to = u; to != Ways.START; to = ways.from(to)) {
            pass(ways.from(to), to, ways.village(to), some);
        }
        return some;
    }

    /** How many may take the step at the price of the first. */
    private int room(int from, int to, int v) {
        if (from == Ways.START) {
            return Integer.MAX_VALUE;
        }
        if (v != Ways.NO_VILLAGE) {
            return shares[v][from];
        }
        return to == load.length ? pool.alike(from, load[from], 1) : pool.alike(to, load[to], -1);
    }

    private void pass(int from, int to, int v, int some) {
        if (v != Ways.NO_VILLAGE) {
            hand(v, to, some);
            price += some * pool.price(v, to);
            if (from != Ways.START) {
                hand(v, from, -some);
                price -= some * pool.price(v, from);
            }
        } else if (to == load.length) {
            price += some * pool.next(from, load[from]);
            load[from] += some;
        } else {
            price -= some * pool.next(to, load[to] - 1);
            load[to] -= some;
        }
    }

    private void hand(int v, int u, int some) {
        shares[v][u] += some;
        villages[u].set(v, shares[v][u] > 0);
    }

    /** Whoever is nearer than the end becomes worth so much more, which leaves every step at nothing or above. */
    private void settle(Ways ways, int end) {
        long all = Math.max(0, ways.far(end) - ways.far(load.length));
        for (int u = 0; u < load.length; u++) {
            worth[u] += Math.max(0, ways.far(end) - ways.far(u)) - all;
        }
    }

    int units() {
        return load.length;
    }

    /** The units that may serve the village. */
    int[] allowed(int v) {
        return allowed[v];
    }

    /** Those that have families of it. */
    int[] serving(int v) {
        return Arrays.stream(allowed[v]).filter(u -> shares[v][u] > 0).toArray();
    }

    /** The villages of which the unit has families. */
    BitSet villages(int u) {
        return villages[u];
    }

    /** What a family of the village costs the whole with the unit. */
    long cost(int v, int u) {
        return pool.price(v, u) + worth[u];
    }

    /** What the unit is worth above what one more family would weigh there; more than anything when it is full. */
    long more(int u) {
        return load[u] < pool.room(u) ? pool.next(u, load[u]) - worth[u] : Ways.FAR;
    }

    /** What is lost when the unit has one fewer; more than anything when it may not. */
    long fewer(int u) {
        return load[u] > pool.low(u) ? worth[u] - pool.next(u, load[u] - 1) : Ways.FAR;
    }

    /** What all families and loads weigh. */
    long price() {
        return price;
    }

    int[][] shares() {
        return shares;
    }

    /** What one more family with each unit costs the whole. */
    long[] worth() {
        return worth;
    }

    /** Whether nothing is cheaper for these relations, by the matcher's certificate, which knows nothing of how it was found. */
    boolean proven() {
        var relations = Arrays.stream(allowed)
                .map(units -> Arrays.stream(units).collect(BitSet::new, BitSet::set, BitSet::or))
                .toArray(BitSet[]::new);
        var answer = new Matched(pool.unitOf(shares), price, worth);
        return Certificate.check(pool.priced(relations), answer).accepted();
    }
}
