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
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.proposal.RunState;
import lianxin.region.DivisionCode;
import lianxin.scheme.Grounds;
import lianxin.scheme.Schemes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A match becomes what holds: the units may serve the villages it says, in one transaction. */
@Service
public class MatchAdoptions {

    private final Matchings matchings;
    private final RunStore runs;
    private final PlanStore plans;
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
            Rolls rolls,
            Schemes schemes,
            Grounds grounds,
            ApplicationEventPublisher house,
            CountyTime time,
            Clock clock) {
        this.matchings = matchings;
        this.runs = runs;
        this.plans = plans;
        this.rolls = rolls;
        this.schemes = schemes;
        this.grounds = grounds;
        this.house = house;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Adopts the match, from the day of the run on, or from today when that has passed. The first match of a ground, where no unit has served
     * any village yet, may hold from a day that has passed: it is written down late.
     *
     * <p>Everything is looked at anew: refused when villages, units, or who serves whom have changed since the search, and when the rosters of
     * the day would leave the pairing without a solution.
     *
     * @param source the document by which it holds
     * @return how many villages have other units from that day on
     */
    @Transactional
    public Adopted adopt(UUID id, String source, Caller caller) {
        caller.may(Right.PAIRING_ADOPT);
        matchings.require(id, caller);
        var run = runs.locked(id).orElseThrow();
        if (run.state() != RunState.PROPOSED) {
            throw MatchingRefusal.NOT_IN_THIS_STATE.because(run.state());
        }
        if (source.isBlank()) {
            throw MatchingRefusal.NO_SOURCE.because();
        }
        var match = plans.villages(id, run.ground());
        var day = run.day().isBefore(time.today())
                        && match.stream().anyMatch(v -> !v.before().isEmpty())
                ? time.today()
                : run.day();
        var roll = rolls.call(run.ground(), day, schemes.require(run.scheme()).rules(), _ -> {});
        var relations = relations(roll, match);
        if (!Search.holds(roll, relations)) {
            throw MatchingRefusal.TOO_NARROW.because(roll.families());
        }
        var guests = roll.units().stream()
                .filter(Strength::guest)
                .map(Strength::unit)
                .collect(Collectors.toSet());
        grounds.adopt(
                run.ground(),
                match.stream().map(MatchedVillage::place).toList(),
                served(match, guests),
                guests,
                day,
                source.strip(),
                caller);
        runs.adopted(run, day, source.strip(), caller);
        house.publishEvent(new MatchingAdopted(id, caller.id(), clock.instant(), day, run.lo(), run.hi()));
        return new Adopted(
                day, (int) match.stream().filter(MatchedVillage::changed).count(), match.size());
    }

    /** What the match says, in the world as it is on the day; refused when it is another world. */
    private static BitSet[] relations(Roll roll, List<MatchedVillage> match) {
        var number = new HashMap<UUID, Integer>();
        roll.units().forEach(u -> number.put(u.unit(), number.size()));
        var byPlace = match.stream().collect(Collectors.toMap(MatchedVillage::place, v -> v));
        var allowed = roll.allowed();
        var relations = new BitSet[allowed.length];
        int other = 0;
        for (int v = 0; v < allowed.length; v++) {
            var village = byPlace.remove(roll.villages().get(v).place());
            var serving = village == null
                    ? Set.<UUID>of()
                    : village.units().stream().map(MatchedVillage.Share::unit).collect(Collectors.toSet());
            relations[v] = serving.stream()
                    .mapToInt(unit -> number.getOrDefault(unit, number.size()))
                    .collect(BitSet::new, BitSet::set, BitSet::or);
            var beyond = (BitSet) relations[v].clone();
            beyond.andNot(allowed[v]);
            if (village == null
                    || !beyond.isEmpty()
                    || !Set.copyOf(village.before())
                            .equals(roll.villages().get(v).serving())
                    || !serving.containsAll(roll.villages().get(v).pinned())) {
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
