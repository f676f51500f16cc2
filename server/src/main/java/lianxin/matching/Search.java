package lianxin.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lianxin.matcher.Bottleneck;
import lianxin.matcher.Cancelled;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Watch;

/**
 * Finds which unit serves which villages (ADR 0030).
 *
 * <p>How many families of each village each unit looks after is a transportation problem, which the matcher solves exactly and proves. That
 * a village has few units is a fixed charge on top, for which no fast exact method is known: shares are closed one after the other, the smallest
 * first, each time with the exact optimum of what is left, and kept closed when the whole becomes cheaper. So every plan is a proven best one for
 * its relations, and what it may lie above the best of all is known.
 */
final class Search {

    private final Roll roll;
    private final Steps steps;
    private final Pool pool;
    private final BitSet[] allowed;

    private Search(Roll roll, Steps steps) {
        this.roll = roll;
        this.steps = steps;
        pool = new Pool(roll);
        allowed = roll.allowed();
    }

    /** Who hears how far the search is, and may call it off. */
    interface Steps extends Watch {

        /** So many of all shares have been tried without. */
        void closing(int done, int total);
    }

    static Found of(Roll roll, Steps steps) {
        return new Search(roll, steps).find();
    }

    /** Whether the families could still be shared out if each village had these units only. */
    static boolean holds(Roll roll, BitSet[] relations) {
        return Matcher.solve(new Pool(roll).bare(relations), Watch.none()) instanceof Matched;
    }

    private Found find() {
        return switch (Matcher.solve(pool.priced(allowed), steps)) {
            case Matched free -> closed(Sharing.of(pool, allowed, free));
            case Infeasible _ -> stuck();
            case Cancelled() -> new Found.CalledOff();
        };
    }

    private Found closed(Sharing free) {
        prove(free);
        long bound = free.price() + furtherPrice() * leastFurther();
        var best = free;
        var tried = new BitSet();
        for (var open = open(best, tried); open.length > 0; open = open(best, tried)) {
            if (steps.cancelled()) {
                return new Found.CalledOff();
            }
            steps.closing(tried.cardinality(), tried.cardinality() + open.length);
            var now = best;
            int next = smallest(now, open);
            tried.set(next);
            best = now.without(next / pool.units(), next % pool.units())
                    .filter(without -> price(without) < price(now))
                    .orElse(now);
        }
        prove(best);
        return new Found.Plan(best.shares(), best.worth(), price(best), bound);
    }

    private static void prove(Sharing sharing) {
        if (!sharing.proven()) {
            throw new IllegalStateException("the shares are not proven to be the cheapest");
        }
    }

    private long price(Sharing sharing) {
        return sharing.price() + furtherPrice() * further(sharing.shares());
    }

    private long furtherPrice() {
        return (long) Roll.FINE * roll.scheme().matching().furtherUnit();
    }

    /** Units beyond each village's first. */
    static int further(int[][] shares) {
        int further = 0;
        for (var ofVillage : shares) {
            for (int share : ofVillage) {
                further += share > 0 ? 1 : 0;
            }
        }
        return further - shares.length;
    }

    /** How many units beyond a village's first there must be in any plan: villages larger than the strongest units, or more units than villages. */
    private int leastFurther() {
        int byVillages = 0;
        for (int v = 0; v < allowed.length; v++) {
            var rooms = allowed[v].stream()
                    .map(roll::room)
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            int left = roll.villages().get(v).size();
            int units = 0;
            while (left > 0 && units < rooms.size()) {
                left -= rooms.get(units++);
            }
            byVillages += units - 1;
        }
        int busy = (int) roll.units().stream().filter(u -> u.low() > 0).count();
        return Math.max(byVillages, busy - allowed.length);
    }

    /** The shares of villages that have others, and were not tried without it. */
    private int[] open(Sharing sharing, BitSet tried) {
        return IntStream.range(0, allowed.length)
                .flatMap(v -> {
                    var serving = sharing.serving(v);
                    return Arrays.stream(serving)
                            .filter(u -> serving.length > 1 && !roll.fixed(v, u))
                            .map(u -> v * pool.units() + u);
                })
                .filter(at -> !tried.get(at))
                .toArray();
    }

    private int smallest(Sharing sharing, int[] open) {
        var shares = sharing.shares();
        return Arrays.stream(open)
                .boxed()
                .min(Comparator.comparingInt(at -> shares[at / pool.units()][at % pool.units()]))
                .orElseThrow();
    }

    private Found stuck() {
        return switch (Matcher.solve(pool.bare(allowed), steps)) {
            case Infeasible why ->
                new Found.Stuck(why.bottlenecks().stream().map(Search::shortage).toList(), lifts(why));
            case Cancelled() -> new Found.CalledOff();
            case Matched _ -> throw new IllegalStateException("prices cannot make a match impossible");
        };
    }

    private static Found.Shortage shortage(Bottleneck b) {
        return new Found.Shortage(b.kind().name(), list(b.villages()), list(b.cadres()), b.need(), b.room());
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** Only where more places alone help. */
    private static List<Found.Lift> lifts(Infeasible why) {
        var lifts = new ArrayList<Found.Lift>();
        for (int i = 0; why.ease().isEmpty() && i < why.lift().cadre().length; i++) {
            lifts.add(new Found.Lift(why.lift().cadre()[i], why.lift().by()[i]));
        }
        return lifts;
    }
}
