package lianxin.proposal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.matcher.Certificate;
import lianxin.matcher.Fault;
import lianxin.matcher.Matched;
import lianxin.matcher.Problem;
import lianxin.matcher.Verdict;
import lianxin.muster.Fingerprint;
import lianxin.muster.Roster;
import org.springframework.stereotype.Component;

/**
 * Proves again, from what is kept and from the world as it is now, what can be proven of a proposal before it is adopted. What is
 * kept is not trusted: a plan that somebody has changed is refused.
 */
@Component
class Proof {

    private final PlanStore plans;
    private final LoadStore loads;

    Proof(PlanStore plans, LoadStore loads) {
        this.plans = plans;
        this.loads = loads;
    }

    /** What holds of a plan that may be adopted. */
    enum Claim {
        /** By the rules nothing better exists; a part is a part of the best whole. */
        BEST,
        /** With the choices made by hand nothing is better by more than so many metres. */
        WITHIN,
        /** Nothing is better by more than so many metres, and cadres go to few villages. */
        COMPACT,
        /** The world has moved on since the search: still no exchange of families is better while each cadre holds as many as here. */
        EXCHANGES,
        /** The same where cadres go to few villages: no exchange is better by more than so many metres. */
        COMPACT_EXCHANGES
    }

    /** @param above metres by which it may be above the best at most */
    record Proven(Claim claim, long above) {}

    /**
     * What holds of the part that is to be adopted.
     *
     * @param part the cadre of each household of that part, -1 for all others
     * @param byHand households moved by hand
     */
    Proven of(Run run, Roster roster, int[] part, Set<UUID> byHand) {
        var prices = prices(run.id(), roster);
        if (Fingerprint.of(roster).equals(run.fingerprint())) {
            return whole(run, roster, part, byHand, prices);
        }
        long above = exchanges(run, roster, part, byHand, prices);
        return new Proven(run.mostVillages() == null ? Claim.EXCHANGES : Claim.COMPACT_EXCHANGES, above);
    }

    /** By how many metres an exchange could be better at most: none may, except for the sake of few villages. */
    private static long exchanges(Run run, Roster roster, int[] part, Set<UUID> byHand, long[] prices) {
        var problem = roster.problem();
        var fixed = roster.numbers(byHand);
        IntStream.range(0, part.length).filter(h -> part[h] < 0).forEach(fixed::set);
        var cadreOf = Arrays.stream(part).map(c -> Math.max(c, 0)).toArray();
        var verdict = Certificate.checkExchanges(problem, new Matched(cadreOf, problem.price(cadreOf), prices), fixed);
        boolean holds = run.mostVillages() == null
                ? verdict.accepted()
                : verdict.faults().stream().allMatch(f -> f.kind() == Fault.Kind.NOT_PROVEN);
        return above(verdict, holds);
    }

    private static long above(Verdict verdict, boolean holds) {
        if (!holds) {
            throw ProposalRefusal.UNPROVEN.because(verdict.faults().size());
        }
        return Math.max(0, verdict.price().subtract(verdict.bound()).longValueExact());
    }

    /**
     * The world is the one the search saw: then the whole, with the choices by hand, must be what it was. What is best allows no exchange; only behind
     * choices by hand must that be asked of its own.
     */
    private Proven whole(Run run, Roster roster, int[] part, Set<UUID> byHand, long[] prices) {
        var all = new Freshness(roster);
        var moved = new HashSet<UUID>();
        plans.eachVillage(run.id(), run.ground(), village -> {
            all.compare(village);
            moved.addAll(village.moved());
        });
        if (!moved.isEmpty()) {
            exchanges(run, roster, part, byHand, prices);
        }
        var totals = Objects.requireNonNull(run.totals());
        var price = totals.price();
        var verdict = Certificate.check(
                roster.problem().fixing(all.chosen, roster.numbers(moved)), new Matched(all.chosen, price, prices));
        var few = totals.compactness();
        boolean holds = verdict.accepted()
                || (few != null || !moved.isEmpty())
                        && verdict.faults().stream().allMatch(f -> byHandOnly(f.kind()));
        long above =
                above(verdict, holds && (few == null || !moved.isEmpty() || few.holds(roster, all.chosen, verdict)));
        return new Proven(!moved.isEmpty() ? Claim.WITHIN : few == null ? Claim.BEST : Claim.COMPACT, above);
    }

    /** What a move by hand may do: cost more than the best, or leave a cadre fewer than his lower limit. */
    private static boolean byHandOnly(Fault.Kind kind) {
        return kind == Fault.Kind.NOT_PROVEN || kind == Fault.Kind.TOO_FEW;
    }

    /** What a place with each cadre costs; with whoever came later, more than anything. */
    private long[] prices(UUID run, Roster roster) {
        var postOf = roster.postOf();
        var prices = new long[roster.posts().size()];
        Arrays.fill(prices, Problem.DEAREST);
        loads.inOrder(run).forEach(load -> {
            int c = postOf.getOrDefault(load.post().cadre(), -1);
            if (c >= 0) {
                prices[c] = load.price();
            }
        });
        return prices;
    }
}
