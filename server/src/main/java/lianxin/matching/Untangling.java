package lianxin.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same load for every unit, and the same price, with few villages shared: where villages and units close a circle (A shares a village
 * with B, B one with C, C one with A), families are passed around it until one share is empty. In a cheapest plan every such
 * passing is for nothing, since else one of its two directions would save something. What is left has no circles, so all units together have
 * fewer shares than there are villages and units.
 */
final class Untangling {

    private static final int NOBODY = -1;

    private final int[][] shares;
    private final int villages;
    /** Whom each village and unit shares with, so far without a circle. A unit's number here follows those of the villages. */
    private final List<List<Integer>> ties = new ArrayList<>();

    private final int[] group;

    private Untangling(int[][] shares, int units) {
        this.shares = shares;
        villages = shares.length;
        group = new int[villages + units];
        for (int node = 0; node < group.length; node++) {
            ties.add(new ArrayList<>());
            group[node] = node;
        }
    }

    /** Untangles {@code shares[village][unit]} in place. */
    static void untangle(int[][] shares, int units) {
        var work = new Untangling(shares, units);
        for (int v = 0; v < shares.length; v++) {
            for (int u = 0; u < units; u++) {
                if (shares[v][u] > 0) {
                    work.add(v, shares.length + u);
                }
            }
        }
    }

    private void add(int village, int unit) {
        var way = group(village) == group(unit) ? way(village, unit) : new int[0];
        if (way.length > 0) {
            pass(way);
        }
        if (share(village, unit) > 0) {
            ties.get(village).add(unit);
            ties.get(unit).add(village);
            group[group(village)] = group(unit);
        }
    }

    /** Who belongs together, or once did: an untied circle leaves its members together most often. */
    private int group(int node) {
        int top = node;
        while (group[top] != top) {
            group[top] = group[group[top]];
            top = group[top];
        }
        return top;
    }

    /** The way from one to the other along shares; empty when there is none. */
    private int[] way(int begin, int end) {
        var from = new int[group.length];
        Arrays.fill(from, NOBODY);
        from[begin] = begin;
        var queue = new int[group.length];
        int waiting = 1;
        queue[0] = begin;
        for (int at = 0; at < waiting && from[end] == NOBODY; at++) {
            for (int other : ties.get(queue[at])) {
                if (from[other] == NOBODY) {
                    from[other] = queue[at];
                    queue[waiting++] = other;
                }
            }
        }
        if (from[end] == NOBODY) {
            return new int[0];
        }
        int length = 0;
        var way = new int[group.length];
        for (int node = end; node != begin; node = from[node]) {
            way[length++] = node;
        }
        way[length++] = begin;
        return Arrays.copyOf(way, length);
    }

    /** Passes families around a circle, every second share giving to the next, until the smallest is empty. */
    private void pass(int[] circle) {
        var least = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (int i = 0; i < circle.length; i++) {
            least[i % 2] = Math.min(least[i % 2], share(circle[i], circle[(i + 1) % circle.length]));
        }
        int families = least[0] <= least[1] ? least[0] : -least[1];
        for (int i = 0; i < circle.length; i++) {
            int a = circle[i];
            int b = circle[(i + 1) % circle.length];
            shares[Math.min(a, b)][Math.max(a, b) - villages] += i % 2 == 0 ? -families : families;
            if (share(a, b) == 0) {
                ties.get(a).remove((Integer) b);
                ties.get(b).remove((Integer) a);
            }
        }
    }

    private int share(int a, int b) {
        return shares[Math.min(a, b)][Math.max(a, b) - villages];
    }
}
