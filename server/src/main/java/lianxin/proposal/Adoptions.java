package lianxin.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.muster.RollCall;
import lianxin.muster.Roster;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pins;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.scheme.Schemes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A proposal becomes the pairing, whole or place by place, each time in one transaction. */
@Service
public class Adoptions {

    private final Proposals proposals;
    private final RunStore runs;
    private final PlanStore plans;
    private final Proof proof;
    private final RollCall rollCall;
    private final Schemes schemes;
    private final Pairings pairings;
    private final Pins pins;
    private final CountyTime time;
    private final Clock clock;

    Adoptions(
            Proposals proposals,
            RunStore runs,
            PlanStore plans,
            Proof proof,
            RollCall rollCall,
            Schemes schemes,
            Pairings pairings,
            Pins pins,
            CountyTime time,
            Clock clock) {
        this.proposals = proposals;
        this.runs = runs;
        this.plans = plans;
        this.proof = proof;
        this.rollCall = rollCall;
        this.schemes = schemes;
        this.pairings = pairings;
        this.pins = pins;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Adopts what the run proposes for {@code place}, from the day of the run on, or from today when that has passed.
     *
     * @param rest leave out the villages where the world has changed since; without it, any such village refuses the whole
     */
    @Transactional
    public Adopted adopt(UUID id, DivisionCode place, boolean rest, Caller caller) {
        caller.may(Right.PAIRING_ADOPT, place);
        proposals.require(id, caller);
        var run = runs.locked(id).orElseThrow();
        var ground = place.ground().and(run.ground());
        if (run.state() != RunState.PROPOSED) {
            throw ProposalRefusal.NOT_IN_THIS_STATE.because(run.state());
        }
        var day = run.day().isBefore(time.today()) ? time.today() : run.day();
        var roster =
                rollCall.call(run.ground(), day, schemes.require(run.scheme()).rules(), _ -> {});
        var fresh = new Freshness(roster);
        var places = new ArrayList<Long>();
        var byHand = new HashSet<UUID>();
        plans.eachVillage(id, ground, village -> {
            if (!village.adopted()) {
                fresh.compare(village);
                places.add(village.place());
                byHand.addAll(village.moved());
            }
        });
        places.removeAll(fresh.stale);
        if (places.isEmpty() || !fresh.stale.isEmpty() && !rest) {
            throw ProposalRefusal.OUT_OF_DATE.because(
                    fresh.stale.size(), fresh.gone, fresh.left, fresh.changed, places.size());
        }
        var proven = proof.of(run, roster, fresh.chosen, byHand);
        var done = pairings.adopt(
                new Pairings.Adoption(
                        id,
                        day,
                        Reason.PLAN_ADOPTED,
                        () -> plan(roster, fresh.chosen).iterator()),
                caller);
        pinByHand(roster, fresh.chosen, byHand, caller);
        plans.adopted(id, places, clock.instant());
        if (plans.allAdopted(id)) {
            runs.adopted(id);
        }
        runs.supersede(id, ground);
        return new Adopted(day, places.size(), fresh.stale.size(), done.given(), done.changed(), done.kept(), proven);
    }

    private static java.util.stream.Stream<Pairings.VillagePlan> plan(Roster roster, int[] chosen) {
        var starts = roster.starts();
        return IntStream.range(0, roster.villages().size())
                .filter(v -> Arrays.stream(chosen, starts[v], starts[v + 1]).anyMatch(c -> c >= 0))
                .mapToObj(v -> {
                    var some = IntStream.range(starts[v], starts[v + 1])
                            .filter(h -> chosen[h] >= 0)
                            .toArray();
                    var spot = roster.villages().get(v);
                    return new Pairings.VillagePlan(
                            spot.id(),
                            spot.place(),
                            Arrays.stream(some)
                                    .mapToObj(roster.households()::get)
                                    .toArray(UUID[]::new),
                            Arrays.stream(some)
                                    .mapToObj(h -> roster.posts().get(chosen[h]).cadre())
                                    .toArray(UUID[]::new));
                });
    }

    /** What was moved by hand is a choice that survives the next proposal. */
    private void pinByHand(Roster roster, int[] chosen, Set<UUID> byHand, Caller caller) {
        for (int h = 0; h < chosen.length && !byHand.isEmpty(); h++) {
            if (chosen[h] >= 0 && byHand.contains(roster.households().get(h))) {
                pins.put(
                        roster.households().get(h),
                        roster.posts().get(chosen[h]).cadre(),
                        roster.villages().get(roster.problem().villageOf(h)).place(),
                        Reason.MOVED_BY_HAND,
                        caller);
            }
        }
    }

    /**
     * What an adoption did.
     *
     * @param day from which the pairs hold
     * @param villages adopted; {@code left} were out of date and left out
     * @param given households that had nobody before
     * @param proven what holds of what was adopted
     */
    public record Adopted(
            LocalDate day, int villages, int left, long given, long changed, long kept, Proof.Proven proven) {}
}
