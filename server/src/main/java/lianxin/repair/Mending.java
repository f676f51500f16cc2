package lianxin.repair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Outcome;
import lianxin.matcher.Problem;
import lianxin.matcher.Verdict;
import lianxin.matcher.Watch;
import lianxin.muster.Bottlenecked;
import lianxin.muster.Post;
import lianxin.muster.RollCall;
import lianxin.muster.Roster;
import lianxin.proposal.KeptPlans;
import lianxin.region.Ground;
import lianxin.scheme.Scheme;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes repairs: the affected ground is read, everyone else is held, and the matcher moves as few families as possible, or as many as pays. */
@Component
class Mending {

    private final RollCall rollCall;
    private final Cadres cadres;
    private final KeptPlans plans;

    Mending(RollCall rollCall, Cadres cadres, KeptPlans plans) {
        this.rollCall = rollCall;
        this.cadres = cadres;
        this.plans = plans;
    }

    /** A ground, who is there, and the repair with the fewest changes on it; the answer is null where there is none. */
    private record Attempt(
            List<Ground> where, Roster roster, @Nullable Matched answer, Repair repair) {

        boolean better(Attempt other) {
            return other.answer == null || answer != null && repair.others() < other.repair.others();
        }

        boolean nobodyGivesWay() {
            return answer != null && repair.others() == 0;
        }
    }

    /**
     * The repair. With the fewest changes it is looked for on ever wider grounds; the wider are not read once nobody gives way, since fewer cannot change. The
     * cheapest is that of the ground where the fewest were found. Without any, the reason on the widest.
     *
     * @param without the cadre who leaves or is ill; null when the ground's uncovered households are to be repaired
     */
    Repair mend(List<List<Ground>> wider, LocalDate day, Scheme scheme, @Nullable UUID without, Aim aim) {
        var best = fewest(wider.getFirst(), day, scheme, without);
        for (var ground : wider.subList(1, wider.size())) {
            if (best.nobodyGivesWay()) {
                break;
            }
            var next = fewest(ground, day, scheme, without);
            best = next.better(best) ? next : best;
        }
        return aim == Aim.FEWEST || best.answer == null
                ? best.repair
                : cheapest(best.roster, kept(best, scheme), best.answer, day, scheme, without);
    }

    private Attempt fewest(List<Ground> where, LocalDate day, Scheme scheme, @Nullable UUID without) {
        var roster = rollCall.holding(where, day, scheme.rules(), without);
        var problem = roster.problem();
        return switch (lianxin.matcher.Repair.fewestChanges(problem, roster.current(), Watch.none())) {
            case Matched answer -> {
                proven(lianxin.matcher.Repair.check(problem, roster.current(), answer));
                var steps = new Steps(roster, elsewhere(roster, day, without));
                yield new Attempt(where, roster, answer, steps.repair(Aim.FEWEST, day, answer, List.of()));
            }
            case Infeasible answer ->
                new Attempt(where, roster, null, Steps.none(day, Bottlenecked.of(roster, answer)));
            case lianxin.matcher.Cancelled() -> throw new IllegalStateException("nobody called it off");
        };
    }

    /** Goes on from who holds whom and from the prices of the plan in force; without such prices the search begins anew. */
    private Repair cheapest(
            Roster roster, long[] kept, Matched fewest, LocalDate day, Scheme scheme, @Nullable UUID without) {
        var problem = roster.problem();
        var current = roster.current();
        var answer = found(
                kept.length == 0
                        ? Matcher.solve(problem, Watch.none())
                        : lianxin.matcher.Repair.at(problem, current, kept, 0, Watch.none()));
        proven(lianxin.matcher.Repair.check(problem, current, 0, answer));
        var choices = new ArrayList<Repair.Choice>();
        long change = scheme.rules().ordinary().changePrice();
        lianxin.matcher.Repair.curve(
                        problem, current, answer.cadrePrice(), new long[] {0, change, 3 * change}, Watch.none())
                .forEach(point ->
                        choices.add(choice(point.perChange(), point.changes(), point.price() - answer.price())));
        choices.add(choice(
                null,
                lianxin.matcher.Repair.changes(problem, current, fewest.cadreOf()),
                fewest.price() - answer.price()));
        return new Steps(roster, elsewhere(roster, day, without)).repair(Aim.CHEAPEST, day, answer, choices);
    }

    private static Repair.Choice choice(@Nullable Long more, lianxin.matcher.Repair.Changes changes, long above) {
        return new Repair.Choice(more, changes.forced() + changes.moved(), changes.moved(), above);
    }

    /** What a place with each cadre costs by the plan in force; nothing for whoever came later. Empty when no such plan fits. */
    private long[] kept(Attempt attempt, Scheme scheme) {
        var hull = new Ground(
                attempt.where.stream().mapToLong(Ground::lo).min().orElseThrow(),
                attempt.where.stream().mapToLong(Ground::hi).max().orElseThrow());
        var cadres = attempt.roster.posts().stream().map(Post::cadre).toList();
        var prices = plans.prices(hull, scheme.id(), cadres);
        return prices.isEmpty()
                ? new long[0]
                : cadres.stream()
                        .mapToLong(c -> Math.clamp(prices.getOrDefault(c, 0L), -Problem.DEAREST, Problem.DEAREST))
                        .toArray();
    }

    private static Matched found(Outcome outcome) {
        if (outcome instanceof Matched answer) {
            return answer;
        }
        throw new IllegalStateException("one repair is possible, but no cheapest one: " + outcome);
    }

    private static void proven(Verdict verdict) {
        if (!verdict.accepted()) {
            throw new IllegalStateException("the proof of the repair does not hold");
        }
    }

    /** Contacts who are there but take no part here: their unit does not serve this ground. */
    private Set<UUID> elsewhere(Roster roster, LocalDate day, @Nullable UUID without) {
        return cadres.byId(roster.strangers()).values().stream()
                .filter(c -> c.serves(day) && !c.exempt(day) && !c.id().equals(without))
                .map(Cadre::id)
                .collect(Collectors.toSet());
    }
}
