package lianxin.matcher;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;

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
