package lianxin.matcher;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Prints how long an answer takes by the clock, and each stage in processor milliseconds: {@code java lianxin.matcher.Stopwatch city PLAIN [seed [rounds]]}. */
final class Stopwatch implements Watch {

    private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);
    private long since = busy();
    private Stage now = Stage.GROUPING;

    public static void main(String[] args) {
        var kind = Country.Kind.valueOf(args.length > 1 ? args[1] : "PLAIN");
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        var p = switch (args[0]) {
            case "township" -> Country.township(kind, seed).problem();
            case "county" -> Country.county(kind, seed).problem();
            default -> Country.city(kind, seed).problem();
        };
        for (int i = 0; i < rounds; i++) {
            var watch = new Stopwatch();
            long start = System.nanoTime();
            var outcome = Matcher.solve(p, watch);
            long end = System.nanoTime();
            watch.lap(Stage.NAMING);
            System.out.printf("%s %s seed %d: %.3f s %s", args[0], kind, seed, (end - start) / 1e9, watch.spent);
            if (outcome instanceof Matched m) {
                start = System.nanoTime();
                var verdict = Certificate.check(p, m);
                System.out.printf(
                        " price %d %s, checked in %.3f s%n",
                        m.price(), verdict.faults(), (System.nanoTime() - start) / 1e9);
                aCadreLeaves(p, m);
                aYear(p, m);
            } else {
                System.out.println(" " + outcome);
            }
        }
        System.out.printf(
                "cpu %.2f s, %s%n",
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(b -> b.getName().contains("Old") || b.getName().contains("Tenured"))
                        .map(b -> "old generation peak " + b.getPeakUsage().getUsed() / 1_000_000 + " MB")
                        .findFirst()
                        .orElse(""));
    }

    private static void aCadreLeaves(Problem p, Matched m) {
        var current = m.cadreOf().clone();
        for (int h = 0; h < current.length; h++) {
            if (current[h] == p.cadres() / 2) {
                current[h] = -1;
            }
        }
        long start = System.nanoTime();
        long before = busy();
        var repaired = Repair.fewestChanges(p, current, Watch.none());
        System.out.printf(
                "  a cadre's families without a contact: %.3f s, %d ms busy",
                (System.nanoTime() - start) / 1e9, (busy() - before) / 1_000_000);
        if (repaired instanceof Matched r) {
            System.out.printf(
                    ", %s, %s",
                    Repair.changes(p, current, r.cadreOf()),
                    Repair.check(p, current, r).faults());
        }
        System.out.println();
    }

    /** Median and worst of what it takes to mend a plan in force; in processor time, since people wait for that and not for the neighbours. */
    private static void aYear(Problem p, Matched m) {
        long start = busy();
        var kept = Kept.of(p.knowing(m.cadreOf()), m);
        System.out.printf("  kept: %d ms busy%n", (busy() - start) / 1_000_000);
        var r = new Random(1);
        var leaving = new long[300];
        long forced = 0;
        long changed = 0;
        for (int i = 0; i < leaving.length; i++) {
            int cadre = r.nextInt(p.cadres());
            start = busy();
            kept.leaves(cadre);
            var mended = kept.mend();
            leaving[i] = busy() - start;
            forced += Arrays.stream(mended.from()).filter(c -> c == cadre).count();
            changed += mended.household().length;
        }
        print("one cadre leaves", leaving, changed, forced);
        var moving = new long[20];
        changed = 0;
        for (int i = 0; i < moving.length; i++) {
            start = busy();
            for (int j = 0; j < 200; j++) {
                kept.moves(r.nextInt(p.households()), r.nextInt(p.villages()), r.nextInt(p.needClasses()));
            }
            changed += kept.mend().household().length;
            moving[i] = busy() - start;
        }
        print("200 families move", moving, changed, 200L * moving.length);
        var end = kept.mend();
        System.out.println("  "
                + (end.whole()
                        ? Certificate.check(kept.problem(), kept.matched()).faults()
                        : "no longer possible: " + end.bottlenecks().size() + " bottlenecks"));
    }

    private static void print(String what, long[] nanos, long changed, long forced) {
        Arrays.sort(nanos);
        System.out.printf(
                "  %s: median %.3f ms, worst %.3f ms busy, %d changed for %d forced%n",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6, changed, forced);
    }

    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void lap(Stage stage) {
        long t = busy();
        spent.merge(now, (t - since) / 1_000_000, Long::sum);
        now = stage;
        since = t;
    }

    @Override
    public void at(Stage stage, long done, long total) {
        if (stage != now) {
            lap(stage);
        }
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
