package lianxin.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.proposal.RunState;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.scheme.Grounds;
import lianxin.scheme.Schemes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A match becomes what holds: the units may serve the villages it says, in one transaction, all of it or one township; and is taken back. */
@Service
public class MatchAdoptions {

    private final Matchings matchings;
    private final RunStore runs;
    private final PlanStore plans;
    private final AdoptionStore adoptions;
    private final Rolls rolls;
    private final Schemes schemes;
    private final Grounds grounds;
    private final ApplicationEventPublisher house;
    private final CountyTime time;
    private final Clock clock;

    MatchAdoptions(
            Matchings matchings,
            RunStore runs,
            PlanStore plans,
            AdoptionStore adoptions,
            Rolls rolls,
            Schemes schemes,
            Grounds grounds,
            ApplicationEventPublisher house,
            CountyTime time,
            Clock clock) {
        this.matchings = matchings;
        this.runs = runs;
        this.plans = plans;
        this.adoptions = adoptions;
        this.rolls = rolls;
        this.schemes = schemes;
        this.grounds = grounds;
        this.house = house;
        this.time = time;
        this.clock = clock;
    }

    /** As {@link #adopt(UUID, DivisionCode, String, Caller)}, for the whole ground of the run. */
    @Transactional
    public Adopted adopt(UUID id, String source, Caller caller) {
        return adopt(id, matchings.require(id, caller).place(), source, caller);
    }

    /**
     * Adopts the match for one place on its ground, from the day of the run on, or from today when that has passed. The first match of a ground,
     * where no unit has served any village yet, may hold from a day that has passed: it is written down late.
     *
     * <p>Everything is looked at anew: refused when villages, units, or who serves whom have changed since the search, and when the rosters of
     * the day would leave the pairing without a solution, in this place and wherever else somebody serves.
     *
     * @param place the whole, or a township of it, or whatever else lies on the ground and was not adopted yet
     * @param source the document by which it holds
     * @return how many villages have other units from that day on
     */
    @Transactional
    public Adopted adopt(UUID id, DivisionCode place, String source, Caller caller) {
        caller.may(Right.PAIRING_ADOPT, place);
        matchings.require(id, caller);
        var run = runs.locked(id).orElseThrow();
        var parts = new Parts(plans.villages(id, run.ground()), adoptions.of(id));
        var ground = place.ground().and(run.ground());
        var match = parts.in(ground);
        if (run.state() != RunState.PROPOSED
                || match.isEmpty()
                || match.stream().anyMatch(parts::adopted)) {
            throw MatchingRefusal.NOT_IN_THIS_STATE.because(run.state());
        }
        if (source.isBlank()) {
            throw MatchingRefusal.NO_SOURCE.because();
        }
        var day = run.day().isBefore(time.today())
                        && match.stream().anyMatch(v -> !v.before().isEmpty())
                ? time.today()
                : run.day();
        var roll = rolls.call(run.ground(), day, schemes.require(run.scheme()).rules(), _ -> {});
        hold(roll, parts, ground);
        var guests = roll.units().stream()
                .filter(Strength::guest)
                .map(Strength::unit)
                .collect(Collectors.toSet());
        refuseWider(run, ground, guests, day);
        var adoption = new Adoption(
                Ids.next(),
                id,
                ground.lo(),
                ground.hi(),
                day,
                source.strip(),
                (int) match.stream().filter(MatchedVillage::changed).count(),
                caller.id(),
                clock.instant(),
                null,
                null,
                null);
        grounds.adopt(
                new Grounds.Decision(adoption.id(), day, adoption.source()),
                ground,
                match.stream().map(MatchedVillage::place).toList(),
                served(match, guests),
                guests,
                caller);
        adoptions.add(adoption);
        if (new Parts(parts.villages(), adoptions.of(id)).whole()) {
            runs.adopted(run, day, adoption.source(), caller);
        }
        runs.supersede(id, ground);
        house.publishEvent(new MatchingAdopted(id, caller.id(), adoption.at(), day, ground.lo(), ground.hi()));
        return new Adopted(day, adoption.changed(), match.size());
    }

    /**
     * Takes an adoption back from today on, or from the day on which it was to hold: who served before serves again. The match can then be
     * adopted anew. Refused when somebody else has decided since, and when families have a contact by it.
     */
    @Transactional
    public void undo(UUID adoption, String why, Caller caller) {
        caller.may(Right.PAIRING_ADOPT);
        var it = adoptions
                .byId(adoption)
                .filter(a -> caller.ground().and(a.ground()).equals(a.ground()))
                .orElseThrow(() -> MatchingRefusal.NO_SUCH_RUN.because(adoption));
        var run = runs.locked(it.run()).orElseThrow();
        if (!it.holds()) {
            throw MatchingRefusal.NOT_IN_THIS_STATE.because(run.state());
        }
        if (why.isBlank()) {
            throw MatchingRefusal.NO_REASON.because();
        }
        var day = it.day().isBefore(time.today()) ? time.today() : it.day();
        var match = plans.villages(run.id(), it.ground());
        var roll = rolls.call(it.ground(), day, schemes.require(run.scheme()).rules(), _ -> {});
        refuseIfBuiltUpon(match, roll);
        grounds.undo(adoption, day, why.strip(), caller);
        adoptions.undone(adoption, caller.id(), clock.instant(), why.strip());
        runs.reopened(run.id());
        house.publishEvent(
                new MatchingAdjusted(run.id(), caller.id(), clock.instant(), MatchingAdjusted.What.TAKEN_BACK));
    }

    /** Others have decided since, or families have a contact whose unit serves them only by this. */
    private static void refuseIfBuiltUpon(List<MatchedVillage> match, Roll roll) {
        var now = roll.villages().stream().collect(Collectors.toMap(Village::place, Function.identity()));
        int other = 0;
        int families = 0;
        for (var village : match) {
            var is = now.get(village.place());
            if (is == null || !is.serving().equals(Parts.units(village))) {
                other++;
            } else {
                families += is.contacts().entrySet().stream()
                        .filter(c -> Parts.units(village).contains(c.getKey())
                                && !village.before().contains(c.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
            }
        }
        if (other > 0) {
            throw MatchingRefusal.OUT_OF_DATE.because(other);
        }
        if (families > 0) {
            throw MatchingRefusal.RELIED_UPON.because(families);
        }
    }

    /** What serves this part and more of the match’s ground cannot be ended here alone. */
    private void refuseWider(Run run, Ground ground, Set<UUID> guests, LocalDate day) {
        var wider = grounds.on(ground, day).stream()
                .filter(g -> !guests.contains(g.unit())
                        && !ground.and(g.ground()).equals(g.ground())
                        && run.ground().and(g.ground()).equals(g.ground()))
                .count();
        if (wider > 0) {
            throw MatchingRefusal.NOT_IN_PARTS.because(wider);
        }
    }

    /** Refused unless the world is as the match knew it, and its pairing keeps a solution with this part of the match. */
    private static void hold(Roll roll, Parts parts, Ground ground) {
        var relations = relations(roll, parts, ground);
        var kept = IntStream.range(0, relations.length)
                .filter(v -> !relations[v].isEmpty())
                .boxed()
                .toList();
        boolean whole = parts.villages().stream().allMatch(v -> ground.contains(v.place()) || parts.adopted(v));
        var served = new Roll(
                roll.scheme(),
                kept.stream().map(roll.villages()::get).toList(),
                whole
                        ? roll.units()
                        : roll.units().stream().map(Strength::withoutLeast).toList(),
                roll.unplaced());
        if (!Search.holds(served, kept.stream().map(v -> relations[v]).toArray(BitSet[]::new))) {
            throw MatchingRefusal.TOO_NARROW.because(served.families());
        }
    }

    /** Who would serve each village: by the match on {@code ground}, as now elsewhere; refused when it is another world. */
    private static BitSet[] relations(Roll roll, Parts parts, Ground ground) {
        var number = new HashMap<UUID, Integer>();
        roll.units().forEach(u -> number.put(u.unit(), number.size()));
        var byPlace = parts.villages().stream().collect(Collectors.toMap(MatchedVillage::place, Function.identity()));
        var allowed = roll.allowed();
        var relations = new BitSet[allowed.length];
        int other = 0;
        for (int v = 0; v < allowed.length; v++) {
            var is = roll.villages().get(v);
            var village = byPlace.remove(is.place());
            if (village == null) {
                relations[v] = new BitSet();
                other++;
                continue;
            }
            boolean decided = ground.contains(is.place());
            var serving = decided ? Parts.units(village) : is.serving();
            relations[v] = serving.stream()
                    .mapToInt(unit -> number.getOrDefault(unit, number.size()))
                    .collect(BitSet::new, BitSet::set, BitSet::or);
            if (!decided) {
                relations[v].clear(number.size());
            }
            var beyond = (BitSet) relations[v].clone();
            beyond.andNot(allowed[v]);
            if (!parts.expected(village).equals(is.serving())
                    || decided && !(beyond.isEmpty() && serving.containsAll(is.pinned()))) {
                other++;
            }
        }
        if (other + byPlace.size() > 0) {
            throw MatchingRefusal.OUT_OF_DATE.because(other + byPlace.size());
        }
        return relations;
    }

    private static Map<UUID, Set<DivisionCode>> served(List<MatchedVillage> match, Set<UUID> guests) {
        var served = new HashMap<UUID, Set<DivisionCode>>();
        match.forEach(village -> village.units().stream()
                .map(MatchedVillage.Share::unit)
                .filter(unit -> !guests.contains(unit))
                .forEach(unit ->
                        served.computeIfAbsent(unit, _ -> new HashSet<>()).add(new DivisionCode(village.place()))));
        return served;
    }

    /**
     * What an adoption did.
     *
     * @param day from which the match holds
     * @param changed of {@code villages}
     */
    public record Adopted(LocalDate day, int changed, int villages) {}
}
