package lianxin.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairing;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A household’s story: who was there and what was found, what happened, what was promised, who its contact was. */
@Service
public class Story {

    private final VisitStore visits;
    private final Occasions occasions;
    private final Promises promises;
    private final Pairings pairings;
    private final Households households;
    private final Accounts accounts;
    private final Cadres cadres;
    private final Rounds rounds;
    private final Turns turns;
    private final Reads reads;

    Story(
            VisitStore visits,
            Occasions occasions,
            Promises promises,
            Pairings pairings,
            Households households,
            Accounts accounts,
            Cadres cadres,
            Rounds rounds,
            Turns turns,
            Reads reads) {
        this.visits = visits;
        this.occasions = occasions;
        this.promises = promises;
        this.pairings = pairings;
        this.households = households;
        this.accounts = accounts;
        this.cadres = cadres;
        this.rounds = rounds;
        this.turns = turns;
        this.reads = reads;
    }

    /** The household, if the caller may read who was at its door; refused with 404 otherwise. A cadre reads those of his round. */
    public Household household(UUID id, LocalDate today, Caller caller) {
        caller.may(Right.VISIT_READ);
        var home = households.byId(List.of(id)).get(id);
        if (home == null
                || caller.cadre() != null
                        && rounds.among(Set.of(new Rounds.Stop(id, today)), caller)
                                .isEmpty()) {
            throw VisitRefusal.NOT_YOUR_HOUSEHOLD.because();
        }
        caller.may(Right.VISIT_READ, home.place());
        return home;
    }

    /** All that was told of it, the latest first. */
    @Transactional
    public List<Told> of(Household home, Caller caller) {
        reads.of(caller, Purpose.HOUSEHOLD_PAGE, List.of(home.id()));
        var ids = List.of(home.id());
        var been = visits.of(ids, Instant.EPOCH);
        var promised = promises.of(ids, LocalDate.EPOCH).getOrDefault(home.id(), List.of());
        var chain = pairings.history(home.id());
        var names = accounts.names(
                Stream.concat(been.stream().map(Visit::by), promised.stream().map(Promise::by))
                        .collect(Collectors.toSet()));
        var people = cadres.byId(chain.stream()
                .map(Pairing::cadre)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet()));
        return Stream.of(
                        been.stream().map(v -> (Told) new Told.Been(v, name(names, v.by()), day(v.seenAt()))),
                        occasions.of(ids, LocalDate.EPOCH).getOrDefault(home.id(), List.of()).stream()
                                .map(o -> (Told) new Told.Happened(o, o.happenedOn())),
                        promised.stream().map(p -> (Told)
                                new Told.Promised(p, name(names, p.by()), p.doneOn() == null ? p.dueOn() : p.doneOn())),
                        chain.stream().map(p -> (Told) new Told.Changed(p, person(p, people), p.since())))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(Told::on).reversed())
                .toList();
    }

    /** When its turn is. */
    public Turn turn(Household home, LocalDate today) {
        var since = pairings.contactOf(home.id(), today).map(Pairing::since).orElse(home.since());
        return turns.of(List.of(new Round(home.id(), since, false)), Map.of(home.id(), home), today)
                .getFirst();
    }

    private static String name(Map<UUID, String> names, UUID account) {
        return names.getOrDefault(account, "");
    }

    private static @Nullable String person(Pairing pairing, Map<UUID, Cadre> people) {
        var cadre = pairing.cadre() == null ? null : people.get(pairing.cadre());
        return cadre == null ? null : cadre.name();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CountyTime.ZONE);
    }
}
