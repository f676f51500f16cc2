package lianxin.pairing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.registry.Household;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A household's story with its contacts: who it is now, who it was, and who it could be. */
@Component
public class Stories {

    private static final int CANDIDATES = 60;

    private final PairingStore store;
    private final Backups backups;
    private final Grounds grounds;
    private final Cadres cadres;
    private final Units units;

    Stories(PairingStore store, Backups backups, Grounds grounds, Cadres cadres, Units units) {
        this.store = store;
        this.backups = backups;
        this.grounds = grounds;
        this.cadres = cadres;
        this.units = units;
    }

    Story of(UUID household, LocalDate day) {
        var chain = store.history(household);
        var replaced = store.replaced(household);
        var people = cadres.byId(ids(Stream.concat(chain.stream(), replaced.stream())));
        var chapters = Stream.concat(
                        chain.stream().map(p -> new Chapter(p, person(p, people), false)),
                        replaced.stream().map(p -> new Chapter(p, person(p, people), true)))
                .filter(c -> !c.pairing().since().isAfter(day))
                .sorted(Comparator.comparing((Chapter c) -> c.pairing().since()).reversed())
                .toList();
        var now = store.contactOf(household, day).orElse(null);
        if (now == null || now.cadre() == null) {
            return new Story(null, null, null, null, 0, chapters);
        }
        var contact = Objects.requireNonNull(people.get(now.cadre()));
        var backup = backups.of(contact.id(), day)
                .map(b -> cadres.require(Objects.requireNonNull(b.backup())))
                .orElse(null);
        return new Story(
                now,
                contact,
                units.require(contact.unit()),
                backup,
                store.villagesOf(contact.id(), day).getOrDefault(now.place(), 1) - 1,
                chapters);
    }

    /** Who could be given the household: those who hold others of the village, then those whose unit serves it; whoever holds least first. */
    List<Candidate> candidates(Household household, LocalDate day) {
        var near = new lianxin.region.DivisionCode(household.place()).ground();
        var known = store.loads(near, day);
        var who = new HashSet<>(known.keySet());
        for (var server : grounds.on(near, day)) {
            cadres.of(server.unit(), day).stream()
                    .limit(CANDIDATES)
                    .map(Cadre::id)
                    .forEach(who::add);
        }
        store.contactOf(household.id(), day).map(Pairing::cadre).ifPresent(who::remove);
        var loads = store.loadsOf(who, day);
        return cadres.byId(who).values().stream()
                .filter(c -> c.serves(day) && !c.exempt(day))
                .map(c -> new Candidate(c, known.getOrDefault(c.id(), 0), loads.getOrDefault(c.id(), 0)))
                .sorted(Comparator.comparing((Candidate c) -> c.here() == 0)
                        .thenComparing(Candidate::load)
                        .thenComparing(c -> c.cadre().key()))
                .limit(CANDIDATES)
                .toList();
    }

    private static Collection<UUID> ids(Stream<Pairing> pairings) {
        return pairings.map(Pairing::cadre)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static @Nullable Cadre person(Pairing pairing, Map<UUID, Cadre> people) {
        return pairing.cadre() == null ? null : people.get(pairing.cadre());
    }

    /**
     * A household's story.
     *
     * @param now the stretch of the day shown; null when it had no contact then, as are the next three
     * @param backup who answers because the contact is away; null when he is there
     * @param neighbours other households of the village the contact holds
     * @param chapters what happened up to the day shown, the latest first
     */
    public record Story(
            @Nullable Pairing now,
            @Nullable Cadre contact,
            @Nullable Unit unit,
            @Nullable Cadre backup,
            int neighbours,
            List<Chapter> chapters) {}

    /**
     * One stretch in a story.
     *
     * @param cadre null when the stretch says why there is none
     * @param replaced whether it was replaced on the day it began
     */
    public record Chapter(Pairing pairing, @Nullable Cadre cadre, boolean replaced) {}

    /** Somebody who could be the contact: how many households he holds in the village, and in all. */
    public record Candidate(Cadre cadre, int here, int load) {}
}
