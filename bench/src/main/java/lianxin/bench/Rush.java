package lianxin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Several at once, each doing the same again and again: how much was done, and how long each time took. */
final class Rush {

    private Rush() {}

    /** One time, by one of several at once. */
    interface Work {

        /** How much was done; −1 when told to come again, −2 when there is nothing left to do. */
        int done(int who) throws Exception;
    }

    /**
     * What it came to.
     *
     * @param p50 milliseconds, of the times something was done
     * @param again how often somebody was told to come again
     * @param againP99 milliseconds such an answer took
     */
    record Result(double seconds, long done, long times, double p50, double p99, long again, double againP99) {

        double perSecond() {
            return done / seconds;
        }
    }

    /** So many at once, for so long, or until the first has nothing left to do. Whoever is told to come again waits {@code pauseMs} and by chance up to as long again. */
    static Result of(int count, double seconds, int pauseMs, Work work) throws Exception {
        var spent = Collections.synchronizedList(new ArrayList<Long>());
        var sentAway = Collections.synchronizedList(new ArrayList<Long>());
        var done = new LongAdder();
        var began = System.nanoTime();
        var end = new long[] {began + (long) (seconds * 1e9)};
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (var i = 0; i < count; i++) {
                var who = i;
                all.add(() -> {
                    while (System.nanoTime() < end[0]) {
                        var from = System.nanoTime();
                        var some = work.done(who);
                        var took = System.nanoTime() - from;
                        if (some == -2) {
                            end[0] = 0;
                        } else if (some == -1) {
                            sentAway.add(took);
                            Thread.sleep(pauseMs + ThreadLocalRandom.current().nextInt(pauseMs + 1));
                        } else {
                            spent.add(took);
                            done.add(some);
                        }
                    }
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        return new Result(
                (System.nanoTime() - began) / 1e9,
                done.sum(),
                spent.size(),
                at(spent, 0.5),
                at(spent, 0.99),
                sentAway.size(),
                at(sentAway, 0.99));
    }

    static double at(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * share)) / 1e6;
    }
}
