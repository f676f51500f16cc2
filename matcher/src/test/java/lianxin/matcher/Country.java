package lianxin.matcher;

import java.util.Random;

/**
 * Made-up ground of any size, the same for the same seed: towns, villages around them, units with offices, cadres who live
 * around their office, families who mostly know somebody from last year.
 *
 * <p>Each unit has villages of its own, lying together, and as many cadres as their families need; besides it may serve
 * some villages of its neighbours, so that all hangs together.
 */
public record Country(int villages, int units, int cadres, int households, Kind kind, long seed) {

    static final int CLASSES = 6;
    static final int PROFILES = 4;
    static final double[] SHARE = {0.62, 0.80, 0.90, 0.95, 0.98, 1.0};

    /** What is hard about it. */
    public enum Kind {
        PLAIN,
        /** All cadres of a unit at one office. */
        TIED,
        /** Places for 3 in 100 more than there are families. */
        TIGHT,
        /** No village has two units. */
        BLOCKS,
        /** Every fifth family excludes somebody. */
        EXCLUSIONS,
        /** Everybody knows somebody and hates to change. */
        CONTINUITY,
        /** Nobody knows anybody. */
        STRANGERS,
        /** Tied and tight at once, all metres weigh the same. */
        DEGENERATE,
        /** Half of all families live in one village. */
        GIANT_VILLAGE,
        /** One unit has half of all villages, and the cadres for them. */
        GIANT_UNIT
    }

    public static Country township(Kind kind, long seed) {
        return new Country(29, 8, 330, 10_000, kind, seed);
    }

    public static Country county(Kind kind, long seed) {
        return new Country(280, 60, 4_731, 100_000, kind, seed);
    }

    public static Country city(Kind kind, long seed) {
        return new Country(6_500, 600, 65_000, 2_000_000, kind, seed);
    }

    /** Three cities. */
    public static Country tri(Kind kind, long seed) {
        return new Country(19_500, 1_800, 195_000, 6_000_000, kind, seed);
    }

    public static Country province(Kind kind, long seed) {
        return new Country(65_000, 6_000, 600_000, 20_000_000, kind, seed);
    }

    public Problem problem() {
        var r = new Random(seed);
        boolean tight = kind == Kind.TIGHT || kind == Kind.DEGENERATE;
        boolean tied = kind == Kind.TIED || kind == Kind.DEGENERATE;
        var b = Problem.builder(villages, CLASSES, PROFILES, units, cadres, households);
        int side = (int) (1_300 * Math.sqrt(villages));
        var x = new int[villages];
        var y = new int[villages];
        var size = new double[villages];
        double all = 0;
        int columns = (int) Math.ceil(Math.sqrt(villages));
        for (int v = 0; v < villages; v++) {
            int row = v / columns; // in snake order neighbours in number are neighbours on the ground
            int column = row % 2 == 0 ? v % columns : columns - 1 - v % columns;
            x[v] = (int) ((column + r.nextGaussian() * 0.6) * side / columns);
            y[v] = (int) ((row + r.nextGaussian() * 0.6) * side / columns);
            b.village(v, x[v], y[v]);
            size[v] = 0.4 + r.nextDouble() * r.nextDouble() * 3;
            all += size[v];
        }
        if (kind == Kind.GIANT_VILLAGE) {
            size[villages / 2] = all;
            all *= 2;
        }
        for (int k = 0; k < CLASSES; k++) {
            b.needClass(
                    k, kind == Kind.DEGENERATE ? 1 : 1 + k / 2, kind == Kind.CONTINUITY ? 20_000 : 1_500 + 500L * k);
            for (int i = 0; i < PROFILES; i++) {
                b.skillPenalty(k, i, kind == Kind.DEGENERATE ? 0 : 300L * Math.abs(k - 2 * i));
            }
        }
        var villageEnd = new double[villages];
        double sum = 0;
        for (int v = 0; v < villages; v++) {
            sum += size[v] / all;
            villageEnd[v] = sum;
        }
        var lives = new int[villages];
        for (int v = 0; v < villages; v++) {
            int from = v == 0 ? 0 : (int) Math.round(villageEnd[v - 1] * households);
            lives[v] = (v == villages - 1 ? households : (int) Math.round(villageEnd[v] * households)) - from;
        }
        // own villages of unit u: first[u] .. first[u + 1]
        var first = new int[units + 1];
        int giant = kind == Kind.GIANT_UNIT ? villages / 2 : 0;
        for (int u = 1; u <= units; u++) {
            first[u] = giant > 0
                    ? giant + (int) ((long) (u - 1) * (villages - giant) / Math.max(1, units - 1))
                    : (int) ((long) u * villages / units);
        }
        var cadreStart = new int[units + 1];
        long before = 0;
        for (int u = 0; u < units; u++) {
            for (int v = first[u]; v < first[u + 1]; v++) {
                before += lives[v];
            }
            cadreStart[u + 1] = u == units - 1 ? cadres : (int) (before * cadres / households);
        }
        var serving = new int[villages][3];
        var servers = new int[villages];
        for (int u = 0; u < units; u++) {
            int own = first[u + 1] - first[u];
            int more = kind == Kind.BLOCKS ? 0 : own;
            var served = new int[own + more];
            for (int i = 0; i < own; i++) {
                served[i] = first[u] + i;
            }
            for (int i = 0; i < more; i++) {
                int at = first[u]
                        + own / 2
                        + (r.nextBoolean() ? columns : -columns) * (1 + r.nextInt(2))
                        + r.nextInt(own + 1);
                if (r.nextInt(60) == 0) {
                    at = r.nextInt(villages); // a city-level unit may be sent anywhere
                }
                served[own + i] = Math.floorMod(at, villages);
            }
            b.unit(u, served);
            for (int v : served) {
                if (servers[v] < 3) {
                    serving[v][servers[v]++] = u;
                }
            }
            int officeX = x[(first[u] + first[u + 1]) / 2] + (int) (r.nextGaussian() * 1_500);
            int officeY = y[(first[u] + first[u + 1]) / 2] + (int) (r.nextGaussian() * 1_500);
            long families = 0;
            for (int v = first[u]; v < first[u + 1]; v++) {
                families += lives[v];
            }
            int staff = cadreStart[u + 1] - cadreStart[u];
            for (int c = cadreStart[u]; c < cadreStart[u + 1]; c++) {
                double mean = (double) families / staff;
                int upper = (int) Math.ceil(mean * (tight ? 1.0 : 1.35));
                if (tight && r.nextDouble() < 0.03 * mean) {
                    upper++;
                }
                int target = Math.min(upper, (int) Math.ceil(mean * (tight ? 0.95 : 1.05)));
                int lower = Math.min(target, Math.max(1, (int) (mean * (0.2 + r.nextInt(3) * 0.15))));
                int profile = r.nextInt(10) == 0 ? 3 : r.nextInt(3);
                int spread = tied ? 0 : 3_000;
                b.cadre(
                        c,
                        u,
                        profile,
                        officeX + (int) (r.nextGaussian() * spread),
                        officeY + (int) (r.nextGaussian() * spread),
                        lower,
                        target,
                        upper,
                        kind == Kind.DEGENERATE ? 10 : 40 + 20L * r.nextInt(8));
            }
        }
        int h = 0;
        for (int v = 0; v < villages; v++) {
            var known = new int[12];
            for (int i = 0; i < known.length; i++) {
                int u = serving[v][i < 9 ? 0 : r.nextInt(servers[v])];
                known[i] = cadreStart[u] + r.nextInt(cadreStart[u + 1] - cadreStart[u]);
            }
            for (int i = 0; i < lives[v]; i++, h++) {
                double p = r.nextDouble();
                int k = 0;
                while (p > SHARE[k]) {
                    k++;
                }
                double knows = kind == Kind.STRANGERS ? 0 : kind == Kind.CONTINUITY ? 1 : 0.75;
                int last = r.nextDouble() < knows ? known[r.nextInt(known.length)] : -1;
                b.household(h, v, k, last);
                if (r.nextDouble() < (kind == Kind.EXCLUSIONS ? 0.2 : 0.01)) {
                    for (int e = r.nextInt(2); e >= 0; e--) {
                        int u = serving[v][r.nextInt(servers[v])];
                        int c = r.nextInt(3) == 0
                                ? known[r.nextInt(known.length)]
                                : cadreStart[u] + r.nextInt(cadreStart[u + 1] - cadreStart[u]);
                        b.exclude(h, c);
                    }
                }
            }
        }
        return b.build();
    }
}
