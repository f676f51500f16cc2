package lianxin.matching;

import java.util.Arrays;

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
    private final int[] from;

    private Untangling(int[][] shares, int units) {
        this.shares = shares;
        villages = shares.length;
        from = new int[villages + units];
    }

    /** Untangles {@code shares[village][unit]} in place. */
    static void untangle(int[][] shares, int units) {
        var work = new Untangling(shares, units);
        while (work.passAround()) {
            // one share fewer each time
        }
    }

    private boolean passAround() {
        Arrays.fill(from, NOBODY);
        for (int v = 0; v < villages; v++) {
            if (from[v] == NOBODY) {
                from[v] = v;
                if (walk(v)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks from a village or unit at what it shares; passes families around when it meets what it has seen. */
    private boolean walk(int begin) {
        var queue = new int[from.length];
        int end = 0;
        queue[end++] = begin;
        for (int at = 0; at < end; at++) {
            int node = queue[at];
            for (int other = first(node); other < last(node); other++) {
                if (share(node, other) == 0 || from[node] == other) {
                    continue;
                }
                if (from[other] != NOBODY) {
                    pass(node, other);
                    return true;
                }
                from[other] = node;
                queue[end++] = other;
            }
        }
        return false;
    }

    private int first(int node) {
        return node < villages ? villages : 0;
    }

    private int last(int node) {
        return node < villages ? from.length : villages;
    }

    private int share(int a, int b) {
        return a < villages ? shares[a][b - villages] : shares[b][a - villages];
    }

    /** Closes the circle through the two ways back to where they meet, and empties its smallest share. */
    private void pass(int a, int b) {
        var circle = circle(a, b);
        int odd = Integer.MAX_VALUE;
        int even = Integer.MAX_VALUE;
        for (int i = 0; i < circle.length; i++) {
            int share = share(circle[i], circle[(i + 1) % circle.length]);
            if (i % 2 == 0) {
                even = Math.min(even, share);
            } else {
                odd = Math.min(odd, share);
            }
        }
        int families = even <= odd ? even : -odd;
        for (int i = 0; i < circle.length; i++) {
            add(circle[i], circle[(i + 1) % circle.length], i % 2 == 0 ? -families : families);
        }
    }

    private void add(int a, int b, int families) {
        if (a < villages) {
            shares[a][b - villages] += families;
        } else {
            shares[b][a - villages] += families;
        }
    }

    private int[] circle(int a, int b) {
        var up = back(a);
        var down = back(b);
        int common = 0;
        while (common < Math.min(up.length, down.length)
                && up[up.length - 1 - common] == down[down.length - 1 - common]) {
            common++;
        }
        int left = up.length - common + 1;
        int right = down.length - common;
        var circle = new int[left + right];
        System.arraycopy(up, 0, circle, 0, left);
        for (int i = 0; i < right; i++) {
            circle[left + i] = down[right - 1 - i];
        }
        return circle;
    }

    private int[] back(int node) {
        var way = new int[from.length];
        int length = 0;
        for (int at = node; ; at = from[at]) {
            way[length++] = at;
            if (from[at] == at) {
                return Arrays.copyOf(way, length);
            }
        }
    }
}
