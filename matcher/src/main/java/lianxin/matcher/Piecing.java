package lianxin.matcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Solves a problem part by part, some parts on each processor, and puts the answers together. How many processors there are makes no
 * difference to the answer.
 */
final class Piecing {

    private final Problem p;
    private final Parts parts;
    private final Relay relay;
    private final AtomicLong done = new AtomicLong();

    private Piecing(Problem p, Parts parts, Watch watch) {
        this.p = p;
        this.parts = parts;
        relay = new Relay(watch);
    }

    static Outcome solve(Problem p, Parts parts, Watch watch) {
        return new Piecing(p, parts, watch).together();
    }

    /** Whoever waits is spoken to on his own thread only; the others ask what he said last. */
    private static final class Relay implements Watch {

        private final Watch watch;
        private final Thread waits = Thread.currentThread();
        private volatile boolean off;

        Relay(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void at(Stage stage, long done, long total) {
            // the stages of one part say nothing about the whole
        }

        void done(long done, long total) {
            if (Thread.currentThread() == waits) {
                watch.at(Stage.PLACING, done, total);
            }
        }

        @Override
        public boolean cancelled() {
            if (Thread.currentThread() == waits && watch.cancelled()) {
                off = true;
            }
            return off;
        }
    }

    private Outcome together() {
        var outcomes =
                IntStream.range(0, parts.count).parallel().mapToObj(this::part).toList();
        if (relay.cancelled()) {
            return new Cancelled();
        }
        return outcomes.stream().allMatch(Matched.class::isInstance) ? matched(outcomes) : infeasible(outcomes);
    }

    private Outcome part(int part) {
        if (relay.off) {
            return new Cancelled();
        }
        var outcome = Matcher.whole(parts.problem(part), relay);
        relay.done(done.addAndGet(parts.households.size(part)), p.households);
        return outcome;
    }

    private Matched matched(List<Outcome> outcomes) {
        var cadreOf = new int[p.households];
        for (int h = 0; h < cadreOf.length; h++) {
            int part = parts.households.partOf[h];
            cadreOf[h] = parts.cadres.whole(part, ((Matched) outcomes.get(part)).cadreOf()[parts.households.at[h]]);
        }
        var cadrePrice = new long[p.cadres];
        for (int c = 0; c < cadrePrice.length; c++) {
            cadrePrice[c] = ((Matched) outcomes.get(parts.cadres.partOf[c])).cadrePrice()[parts.cadres.at[c]];
        }
        return new Matched(cadreOf, p.price(cadreOf), cadrePrice);
    }

    private Infeasible infeasible(List<Outcome> outcomes) {
        var found = new ArrayList<Bottleneck>();
        var lifts = new ArrayList<Infeasible.Lift>();
        var eases = new ArrayList<Infeasible.Lift>();
        boolean curable = true;
        for (int part = 0; part < parts.count; part++) {
            if (outcomes.get(part) instanceof Infeasible no) {
                for (var b : no.bottlenecks()) {
                    found.add(whole(part, b));
                }
                lifts.add(whole(part, no.lift()));
                eases.add(whole(part, no.ease()));
                curable &= no.curable();
            }
        }
        return curable
                ? new Infeasible(List.copyOf(found), joined(lifts), joined(eases))
                : new Infeasible(List.copyOf(found), Infeasible.Lift.NONE, Infeasible.Lift.NONE);
    }

    private Bottleneck whole(int part, Bottleneck b) {
        return new Bottleneck(
                b.kind(),
                parts.villages.whole(part, b.villages()),
                parts.units.whole(part, b.units()),
                parts.cadres.whole(part, b.cadres()),
                parts.households.whole(part, b.households()),
                b.need(),
                b.room());
    }

    private Infeasible.Lift whole(int part, Infeasible.Lift lift) {
        return new Infeasible.Lift(parts.cadres.whole(part, lift.cadre()), lift.by());
    }

    private static Infeasible.Lift joined(List<Infeasible.Lift> some) {
        return new Infeasible.Lift(
                some.stream().flatMapToInt(l -> IntStream.of(l.cadre())).toArray(),
                some.stream().flatMapToInt(l -> IntStream.of(l.by())).toArray());
    }
}
