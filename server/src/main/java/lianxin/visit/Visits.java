package lianxin.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.registry.Household;
import lianxin.visit.Rounds.Stop;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits, as they are handed in and as they are read. All of a batch is judged and written in a few statements, however many it holds. */
@Service
public class Visits {

    private final VisitStore store;
    private final VisitFacts facts;
    private final Rounds rounds;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Visits(VisitStore store, VisitFacts facts, Rounds rounds, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.rounds = rounds;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Keeps what can be believed, and says of each, in the same order, what became of it. The same visit handed in again is kept still; another one
     * under its name is refused. Doubtful ones are not kept here: whoever asked brings them before a person.
     */
    @Transactional
    public List<Verdict> keep(List<Seen> seen, Caller caller) {
        caller.may(Right.VISIT_RECORD);
        var known = facts.about(seen);
        var own = rounds.among(known.stops(), caller);
        var verdicts = new ArrayList<Verdict>();
        var visits = new HashMap<UUID, Visit>();
        for (var one : seen) {
            verdicts.add(judge(one, known, own, caller, visits));
        }
        var refused = write(visits, caller);
        for (var i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Kept
                    && refused.contains(seen.get(i).id())) {
                verdicts.set(i, new Verdict.Refused(VisitRefusal.REWRITTEN.because()));
            }
        }
        return verdicts;
    }

    /**
     * Keeps a doubtful visit as a person decided: for whoever told it, or for the cadre it was. Refused when there is no such household; what it would
     * have corrected or answered is left out when it is another household’s.
     */
    @Transactional
    public void decide(Seen seen, Instant seenAt, UUID toldBy, @Nullable UUID cadre, Caller caller) {
        caller.may(Right.VISIT_DECIDE);
        var known = facts.about(List.of(seen));
        var said = known.sound(seen);
        var household = known.household(said.household());
        if (household == null) {
            throw VisitRefusal.NOT_YOUR_HOUSEHOLD.because();
        }
        caller.may(Right.VISIT_DECIDE, household.place());
        var visit =
                visit(new Seen(seen.id(), seen.said(), seenAt, seen.toldAt()), said, household, false, toldBy, cadre);
        var visits = new HashMap<UUID, Visit>();
        visits.put(visit.id(), known.belongs(said) ? visit : visit.withoutLinks());
        if (!write(visits, caller).isEmpty()) {
            throw VisitRefusal.REWRITTEN.because();
        }
    }

    /** Visits to these households since {@code since}, by household, the latest first; those without any are missing. For other rooms. */
    public Map<UUID, List<Visit>> of(Collection<UUID> households, Instant since) {
        return store.of(households, since).stream().collect(Collectors.groupingBy(Visit::household));
    }

    /** These visits; those that are not there are missing. For other rooms. */
    public List<Visit> byId(Collection<UUID> ids) {
        return store.byId(ids);
    }

    private Verdict judge(Seen one, VisitFacts.Known known, Set<Stop> own, Caller caller, Map<UUID, Visit> visits) {
        try {
            var said = known.sound(one);
            var household = known.household(said.household());
            var doubt = VisitRules.doubt(one.seenAt(), known.begin(), now(), household, own.contains(known.stop(one)));
            if (doubt == null && !known.belongs(said)) {
                doubt = Doubt.NOT_OF_THIS_HOUSEHOLD;
            }
            if (doubt != null) {
                return new Verdict.Doubtful(doubt, household);
            }
            var home = Objects.requireNonNull(household);
            visits.put(one.id(), visit(one, said, home, true, caller.id(), caller.cadre()));
            return new Verdict.Kept(home);
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }

    /** Writes them down and tells of those that are new; answers those whose name belongs to another visit. */
    private Set<UUID> write(Map<UUID, Visit> visits, Caller caller) {
        if (visits.isEmpty()) {
            return Set.of();
        }
        var fresh = store.add(List.copyOf(visits.values()));
        if (!fresh.isEmpty()) {
            house.publishEvent(new VisitsKept(
                    Ids.next(),
                    caller.id(),
                    now(),
                    fresh.stream()
                            .map(id -> Objects.requireNonNull(visits.get(id)).household())
                            .distinct()
                            .toList(),
                    fresh.stream()
                            .filter(id -> Objects.requireNonNull(visits.get(id)).finding() == Finding.NEED)
                            .toList()));
        }
        if (fresh.size() == visits.size()) {
            return Set.of();
        }
        var before = store.byId(visits.keySet()).stream().collect(Collectors.toMap(Visit::id, Function.identity()));
        return visits.values().stream()
                .filter(visit -> !fresh.contains(visit.id()))
                .filter(visit -> {
                    var kept = before.get(visit.id());
                    return kept == null || !kept.saysTheSame(visit);
                })
                .map(Visit::id)
                .collect(Collectors.toSet());
    }

    private Visit visit(
            Seen one, VisitRules.Said said, Household household, boolean contact, UUID by, @Nullable UUID cadre) {
        return new Visit(
                one.id(),
                household.id(),
                household.place(),
                cadre,
                by,
                contact && cadre != null,
                said.way(),
                said.met(),
                said.finding(),
                said.topics(),
                said.words(),
                said.needTopic(),
                said.needWords(),
                said.occasion(),
                said.corrects(),
                one.seenAt().truncatedTo(ChronoUnit.MICROS),
                one.toldAt().truncatedTo(ChronoUnit.MICROS),
                now(),
                false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
