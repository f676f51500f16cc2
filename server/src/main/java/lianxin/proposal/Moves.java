package lianxin.proposal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.muster.Criterion;
import lianxin.muster.Home;
import lianxin.muster.Policy;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Schemes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A household is moved by hand to another cadre within a proposal: priced anew, marked, and pinned when it is adopted. */
@Service
public class Moves {

    private final Proposals proposals;
    private final RunStore runs;
    private final PlanStore plans;
    private final LoadStore loads;
    private final Households households;
    private final Exclusions exclusions;
    private final Schemes schemes;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Moves(
            Proposals proposals,
            RunStore runs,
            PlanStore plans,
            LoadStore loads,
            Households households,
            Exclusions exclusions,
            Schemes schemes,
            ApplicationEventPublisher house,
            Clock clock) {
        this.proposals = proposals;
        this.runs = runs;
        this.plans = plans;
        this.loads = loads;
        this.households = households;
        this.exclusions = exclusions;
        this.schemes = schemes;
        this.house = house;
        this.clock = clock;
    }

    /** Moves the household to the cadre. */
    @Transactional
    public void move(UUID id, UUID household, UUID cadre, Caller caller) {
        var place = households.require(household).place();
        caller.may(Right.PAIRING_PROPOSE, place);
        proposals.require(id, caller);
        var run = runs.locked(id).orElseThrow();
        var village = plans.village(id, place).orElseThrow(() -> ProposalRefusal.NO_SUCH_RUN.because(id));
        int at = village.find(household);
        if (run.state() != RunState.PROPOSED || village.adopted() || at < 0) {
            throw ProposalRefusal.NOT_IN_THIS_STATE.because(run.state());
        }
        var to = loads.of(id, cadre)
                .filter(_ -> exclusions.on(new Ground(place, place + 1), run.day()).stream()
                        .noneMatch(e -> e.parts(household, place, cadre)))
                .orElseThrow(ProposalRefusal.NOT_ELIGIBLE::because);
        var from = loads.of(id, village.cadres()[at]).orElseThrow();
        if (village.pinned().contains(household)) {
            throw ProposalRefusal.PINNED.because();
        }
        if (to.post().cadre().equals(from.post().cadre())) {
            return;
        }
        if (to.full()) {
            throw ProposalRefusal.FULL.because(to.load(), to.post().high());
        }
        var totals = Objects.requireNonNull(run.totals());
        var home = new Home(village.x(), village.y(), totals.kinds().get(village.kinds()[at]), known(id, village, at));
        write(run, village, at, from, to, home, totals);
        house.publishEvent(new ProposalEdited(id, caller.id(), clock.instant(), household, cadre));
    }

    private @org.jspecify.annotations.Nullable UUID known(UUID run, Proposed village, int at) {
        var previous = village.previous()[at];
        return previous == null || loads.of(run, previous).isEmpty() ? null : previous;
    }

    private void write(Run run, Proposed village, int at, Load from, Load to, Home home, Totals totals) {
        var previous = village.previous()[at];
        int kept = (to.post().cadre().equals(previous) ? 1 : 0)
                - (from.post().cadre().equals(previous) ? 1 : 0);
        long metres = home.metresTo(to.post()) - home.metresTo(from.post());
        var cadres = village.cadres().clone();
        cadres[at] = to.post().cadre();
        var moved = new ArrayList<>(village.moved());
        if (!moved.contains(village.households()[at])) {
            moved.add(village.households()[at]);
        }
        plans.rewrite(run.id(), village.with(cadres, moved, village.kept() + kept, village.metres() + metres));
        boolean leaves = List.of(cadres).indexOf(from.post().cadre()) < 0;
        loads.rewrite(run.id(), from.without(from.post().cadre().equals(previous), leaves ? village.place() : 0));
        loads.rewrite(run.id(), to.with(to.post().cadre().equals(previous), village.place()));
        runs.retotal(run.id(), retotal(totals, policy(run), home, from, to, kept, metres, previous != null));
    }

    private Policy policy(Run run) {
        return new Policy(schemes.require(run.scheme()).rules());
    }

    private static Totals retotal(
            Totals t, Policy policy, Home home, Load from, Load to, int kept, long metres, boolean hadSomebody) {
        var prices = new EnumMap<>(t.prices());
        for (var criterion : Criterion.values()) {
            long delta = criterion.price(policy, home, to.post()) - criterion.price(policy, home, from.post());
            prices.merge(criterion, delta, Long::sum);
        }
        long even = Criterion.even(to.post(), to.load() + 1)
                - Criterion.even(to.post(), to.load())
                + Criterion.even(from.post(), from.load() - 1)
                - Criterion.even(from.post(), from.load());
        prices.merge(Criterion.EVEN, even, Long::sum);
        var loads = new TreeMap<>(t.loads());
        loads.merge(from.load(), -1, Integer::sum);
        loads.merge(from.load() - 1, 1, Integer::sum);
        loads.merge(to.load(), -1, Integer::sum);
        loads.merge(to.load() + 1, 1, Integer::sum);
        loads.values().removeIf(n -> n == 0);
        return new Totals(
                t.households(),
                t.cadres(),
                t.villages(),
                t.metres() + metres,
                t.kept() + kept,
                t.changed() - (hadSomebody ? kept : 0),
                t.fresh(),
                t.unplaced(),
                prices,
                loads,
                t.kinds(),
                t.steadiness(),
                t.compactness());
    }
}
