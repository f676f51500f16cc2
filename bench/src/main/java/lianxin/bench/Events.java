package lianxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import lianxin.matcher.Again;
import lianxin.matcher.Certificate;
import lianxin.matcher.Compact;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Kept;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Problem;
import lianxin.matcher.Repair;
import lianxin.matcher.Stability;
import lianxin.matcher.Stage;
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
    private static final int TRIES = 9;

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
                repair(p, m, 1);
                repair(p, m, 20);
                grow(p, m);
                infeasible(p);
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

    /** Some leave; their families, and no more than must, get another contact. Beside it the cheapest plan of all, and what lies between. */
    private static void repair(Problem before, Matched m, int leave) {
        var without = new Again(before);
        var current = m.cadreOf().clone();
        for (int i = 0; i < leave; i++) {
            int c = 17 + i * (before.cadres() / leave);
            without.lower[c] = 0;
            without.target[c] = 0;
            without.upper[c] = 0;
        }
        for (int h = 0; h < current.length; h++) {
            current[h] = without.upper[current[h]] == 0 ? -1 : current[h];
        }
        var p = without.builder().build();
        long start = busy();
        if (Repair.fewestChanges(p, current, Watch.none()) instanceof Matched r) {
            long spent = busy() - start;
            var changes = Repair.changes(p, current, r.cadreOf());
            System.out.printf(
                    "  the families of %d cadres without a contact, solved anew with the fewest changes: %.1f ms, %d must, %d besides (%.3f), proven %b%n",
                    leave,
                    spent / 1e6,
                    changes.forced(),
                    changes.moved(),
                    1 + (double) changes.moved() / changes.forced(),
                    Repair.check(p, current, r).accepted());
            start = busy();
            var curve = Repair.curve(p, current, m.cadrePrice(), new long[] {0, 200, 1_000, 5_000}, Watch.none());
            spent = busy() - start;
            System.out.printf("    %.6f %% above the cheapest of all%n", above(r.price(), curve.getFirst()));
            for (var point : curve) {
                System.out.printf(
                        "    a change at %d m: %d besides, %.6f %% above%n",
                        point.perChange(), point.changes().moved(), above(point.price(), curve.getFirst()));
            }
            System.out.printf("    these %d: %.1f ms%n", curve.size(), spent / 1e6);
        }
    }

    private static double above(long price, Repair.Point cheapest) {
        return 100.0 * (price - cheapest.price()) / cheapest.price();
    }

    /** A unit takes one village more: the plan goes on from the prices it had. */
    private static void grow(Problem p, Matched m) {
        var grown = new Again(p).serving(0, p.villages() / 2).builder().build();
        long start = busy();
        var after = (Matched) Matcher.resume(grown, m.cadreOf(), m.cadrePrice(), Watch.none());
        System.out.printf(
                "  a unit takes one village more: %.1f ms, proven %b%n",
                (busy() - start) / 1e6, Certificate.check(grown, after).accepted());
    }

    /** The cadres of every tenth unit may hold a quarter, the others what they should: where it is short, and which few limits to move, after the search has failed. */
    private static void infeasible(Problem p) {
        var less = new Again(p);
        for (int c = 0; c < p.cadres(); c++) {
            boolean short_ = p.unitOf(c) % 10 == 0;
            less.target[c] = short_ ? p.target(c) / 4 : p.target(c);
            less.upper[c] = less.target[c];
            less.lower[c] = Math.min(p.lower(c), less.target[c]);
        }
        var problem = less.builder().build();
        var spent = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            var told = new Told();
            if (!(Matcher.solve(problem, told) instanceof Infeasible no)) {
                System.out.println("  every tenth unit with less room: still possible");
                return;
            }
            spent[i] = busy() - told.last;
            if (i == TRIES - 1) {
                System.out.printf(
                        "  too few places: %d groups, %d limits to move, said after the search had failed: first %.1f ms",
                        no.bottlenecks().size(),
                        no.lift().cadre().length + no.ease().cadre().length,
                        spent[0] / 1e6);
            }
        }
        Arrays.sort(spent);
        System.out.printf(", median %.1f ms%n", spent[TRIES / 2] / 1e6);
    }

    /** When the search last said how far it is. */
    private static final class Told implements Watch {

        private long last = busy();

        @Override
        public void at(Stage stage, long done, long total) {
            last = busy();
        }

        @Override
        public boolean cancelled() {
            return false;
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
