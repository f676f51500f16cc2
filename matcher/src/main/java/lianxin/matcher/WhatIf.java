package lianxin.matcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What if this household insisted on that cadre: who would have to give way, where they would go, and what it would cost in all.
 *
 * <p>Exact: the plan that follows is the cheapest in which the household has the cadre. It is found as a shortest chain of moves that closes where
 * the household came from, on the prices of the proof, which are never negative there (Dijkstra 1959). Built once for a plan; each question then
 * looks only at those near the chain.
 *
 * {@snippet :
 * var chain = WhatIf.of(problem, matched).insists(17, 3);
 * System.out.println(chain.more() + " metres dearer, and " + (chain.moves().size() - 1) + " other families move");
 * }
 */
public final class WhatIf {

    private static final int NOBODY = -1;

    private final Problem p;
    private final Matched m;
    /** The households of cadre c: {@code holds[start[c] .. start[c + 1])}. */
    private final int[] start;

    private final int[] holds;
    private final int[] fixed;
    /** Not a cadre but all limits together: who takes one more gives it here, who does with one less takes it from here. */
    private final int pool;

    private WhatIf(Problem p, Matched m) {
        this.p = p;
        this.m = m;
        var byCadre = Rows.gather(m.cadreOf(), p.cadres);
        start = byCadre[0];
        holds = byCadre[1];
        fixed = new int[p.cadres];
        for (int c : p.pin) {
            if (c >= 0) {
                fixed[c]++;
            }
        }
        pool = p.cadres;
    }

    /** Reads a solved problem once. */
    public static WhatIf of(Problem p, Matched m) {
        return new WhatIf(p, m);
    }

    /** A household that goes from one cadre to another. */
    public record Move(int household, int from, int to) {}

    /**
     * What follows.
     *
     * @param more how much dearer the whole plan becomes, exactly
     * @param moves the household itself, then those who give way, each taking the place the next one leaves
     */
    public record Chain(long more, List<Move> moves) {}

    /**
     * The cheapest way to give this household this cadre, or null if there is none within the limits.
     *
     * @throws BadProblem if the household may not have him
     */
    public @Nullable Chain insists(int household, int cadre) {
        if (!p.allows(household, cadre)) {
            throw new BadProblem("household " + household, "may not have cadre " + cadre);
        }
        int left = m.cadreOf()[household];
        return left == cadre ? new Chain(0, List.of()) : new Search(household, left, cadre).run();
    }

    private int load(int cadre) {
        return start[cadre + 1] - start[cadre];
    }

    /** What one more costs him beyond his price. */
    private long takesOne(int c) {
        return p.loadPrice(c, load(c) + 1) - p.loadPrice(c, load(c)) - m.cadrePrice()[c];
    }

    /** What one less costs beyond what he saves. */
    private long doesWithout(int c) {
        return m.cadrePrice()[c] - p.loadPrice(c, load(c)) + p.loadPrice(c, load(c) - 1);
    }

    private long costs(int household, int cadre) {
        return p.price(household, cadre) + m.cadrePrice()[cadre];
    }

    /** One search: from the cadre who has one too many to the one who has one too few. */
    private final class Search {

        private final int household;
        private final int left;
        private final int wanted;
        private final Heap heap = new Heap();
        private final long[] distance = new long[pool + 1];
        private final int[] from = new int[pool + 1];
        private final int[] mover = new int[pool + 1];

        Search(int household, int left, int wanted) {
            this.household = household;
            this.left = left;
            this.wanted = wanted;
            Arrays.fill(distance, Long.MAX_VALUE);
        }

        @Nullable
        Chain run() {
            reach(wanted, 0, NOBODY, NOBODY);
            while (!heap.isEmpty()) {
                long d = heap.nearest();
                int at = heap.pop();
                if (at == left) {
                    return chain(d);
                }
                if (d == distance[at]) {
                    if (at == pool) {
                        give(d);
                    } else {
                        leave(at, d);
                    }
                }
            }
            return null;
        }

        private void reach(int to, long d, int at, int who) {
            if (d < distance[to]) {
                distance[to] = d;
                from[to] = at;
                mover[to] = who;
                heap.push(d, to);
            }
        }

        private void give(long d) {
            for (int c = 0; c < p.cadres; c++) {
                if (load(c) > Math.max(p.lower[c], fixed[c])) {
                    reach(c, d + doesWithout(c), pool, NOBODY);
                }
            }
        }

        private void leave(int at, long d) {
            if (load(at) < p.upper[at]) {
                reach(pool, d + takesOne(at), at, NOBODY);
            }
            for (int i = start[at]; i < start[at + 1]; i++) {
                int h = holds[i];
                if (h != household && p.pinOf(h) < 0) {
                    move(h, at, d - costs(h, at));
                }
            }
        }

        private void move(int h, int at, long d) {
            int v = p.villageOf[h];
            for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
                int u = p.villageUnit[i];
                for (int j = p.unitCadreStart[u]; j < p.unitCadreStart[u + 1]; j++) {
                    int c = p.unitCadre[j];
                    if (c != at && !p.isExcluded(h, c)) {
                        reach(c, d + costs(h, c), at, h);
                    }
                }
            }
        }

        private Chain chain(long d) {
            var back = new ArrayList<Move>();
            for (int at = left; at != wanted; at = from[at]) {
                if (mover[at] != NOBODY) {
                    back.add(new Move(mover[at], from[at], at));
                }
            }
            back.add(new Move(household, left, wanted));
            return new Chain(d + costs(household, wanted) - costs(household, left), List.copyOf(back.reversed()));
        }
    }
}
