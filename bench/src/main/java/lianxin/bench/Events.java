package lianxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import lianxin.matcher.Certificate;
import lianxin.matcher.Compact;
import lianxin.matcher.Kept;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Problem;
import lianxin.matcher.Repair;
import lianxin.matcher.Stability;
import lianxin.matcher.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What life costs a plan in force: a cadre leaves, families move; repaired, kept compact, kept steady. In processor time of the one thread. */
@Command(
        name = "events",
        description =
                "a plan in force mended: a cadre leaves, 200 families move; few villages; what keeping contacts costs",
        mixinStandardHelpOptions = true)
final class Events implements Callable<Integer> {

    private static final int LEAVE = 400;
    private static final int MOVE = 20;
    private static final int FAMILIES = 200;

    @Mixin
    private final Instances instances = new Instances();

    @Override
    public Integer call() {
        for (var instance : instances.all()) {
            System.out.println(instance);
            var p = instance.country().problem();
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                leave(p, m);
                move(p, m);
                repair(p, m);
                compact(p, m);
                steady(p, m);
            }
        }
        return 0;
    }

    private static void leave(Problem p, Matched m) {
        var kept = Kept.of(p.knowing(m.cadreOf()), m);
        var r = new Random(1);
        var spent = new long[LEAVE];
        for (int i = 0; i < LEAVE; i++) {
            int cadre = r.nextInt(p.cadres());
            long start = busy();
            kept.leaves(cadre);
            kept.mend();
            spent[i] = busy() - start;
        }
        print("one cadre leaves", spent, proven(kept));
    }

    private static void move(Problem p, Matched m) {
        var kept = Kept.of(p.knowing(m.cadreOf()), m);
        var r = new Random(1);
        var spent = new long[MOVE];
        for (int i = 0; i < MOVE; i++) {
            long start = busy();
            for (int j = 0; j < FAMILIES; j++) {
                kept.moves(r.nextInt(p.households()), r.nextInt(p.villages()), r.nextInt(p.needClasses()));
            }
            kept.mend();
            spent[i] = busy() - start;
        }
        print(FAMILIES + " families move", spent, proven(kept));
    }

    private static String proven(Kept kept) {
        return kept.mend().whole()
                ? "proven " + Certificate.check(kept.problem(), kept.matched()).accepted()
                : "no longer possible";
    }

    private static void repair(Problem p, Matched m) {
        var current = m.cadreOf().clone();
        for (int h = 0; h < current.length; h++) {
            current[h] = current[h] == p.cadres() / 2 ? -1 : current[h];
        }
        long start = busy();
        if (Repair.fewestChanges(p, current, Watch.none()) instanceof Matched r) {
            long spent = busy() - start;
            System.out.printf(
                    "  one cadre’s families without a contact, solved anew with the fewest changes: %.1f ms, %s, proven %b%n",
                    spent / 1e6,
                    Repair.changes(p, current, r.cadreOf()),
                    Repair.check(p, current, r).accepted());
        }
    }

    private static void compact(Problem p, Matched m) {
        for (int villages = 1; villages <= 3; villages++) {
            long start = busy();
            var compact = Compact.of(p, m, villages, Watch.none()).orElseThrow();
            System.out.printf(
                    "  at most %d villages: gap %.4f %%, %d cadres beyond, %.1f ms%n",
                    villages, 100.0 * compact.gap() / m.price(), compact.beyond().length, (busy() - start) / 1e6);
        }
    }

    private static void steady(Problem p, Matched m) {
        long start = busy();
        for (var point : Stability.curve(p, m, new int[] {0, 50, 100, 200}, Watch.none())) {
            System.out.printf(
                    "  a change at %d %%: %d kept, %d changed, %d metres%n",
                    point.percent(), point.kept(), point.changed(), point.metres());
        }
        System.out.printf("  all four: %.1f ms%n", (busy() - start) / 1e6);
    }

    private static void print(String what, long[] nanos, String verdict) {
        Arrays.sort(nanos);
        System.out.printf(
                "  %s: median %.3f ms, worst %.3f ms, then %s%n",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6, verdict);
    }

    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
