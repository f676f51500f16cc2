package lianxin.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.Schemes;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a cadre has to do: whose contact he is, and for whom he answers. */
@Component
public class Duties {

    static final int A_PAGE = 100;

    private final PairingStore store;
    private final Schemes schemes;
    private final Backups backups;
    private final Households households;
    private final Cadres cadres;
    private final Units units;

    Duties(PairingStore store, Schemes schemes, Backups backups, Households households, Cadres cadres, Units units) {
        this.store = store;
        this.schemes = schemes;
        this.backups = backups;
        this.households = households;
        this.cadres = cadres;
        this.units = units;
    }

    /** A page of a cadre's duty on a day, households on {@code ground} only; the number of all is told nevertheless. */
    Duty of(Cadre cadre, LocalDate day, UUID after, Ground ground) {
        var held = store.heldBy(cadre.id(), day, after, A_PAGE);
        var families = families(held.stream()
                .filter(p -> ground.contains(p.place()))
                .map(Pairing::household)
                .toList());
        var rules = schemes.inForce(day).rules();
        var backup = backups.of(cadre.id(), day).orElse(null);
        return new Duty(
                cadre,
                units.require(cadre.unit()),
                store.load(cadre.id(), day),
                limits(cadre, rules),
                store.villagesOf(cadre.id(), day),
                families,
                held.size() == A_PAGE ? held.getLast().household() : null,
                backup,
                backup == null ? null : cadres.require(Objects.requireNonNull(backup.backup())),
                rules,
                colleagues(cadre, day));
    }

    private static ContactScheme.Load limits(Cadre cadre, ContactScheme rules) {
        var rank = rules.load(cadre.rank());
        int max = Optional.ofNullable(cadre.capacityMax()).orElse(rank.max());
        int min = Optional.ofNullable(cadre.capacityMin()).orElse(rank.min());
        return new ContactScheme.Load(
                min, Math.clamp(rank.target(), min, Math.max(min, max)), max, rank.overloadPrice());
    }

    private List<Cadre> colleagues(Cadre cadre, LocalDate day) {
        return cadres.of(cadre.unit(), day).stream()
                .filter(c -> !c.id().equals(cadre.id()))
                .limit(A_PAGE)
                .toList();
    }

    private List<Household> families(List<UUID> ids) {
        var found = households.byId(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Households of the cadres for whom {@code cadre} answers on {@code day}, by cadre. */
    List<Answering> answersFor(UUID cadre, LocalDate day) {
        return backups.by(cadre, day).stream()
                .map(b -> new Answering(
                        cadres.require(b.cadre()),
                        b,
                        families(store.heldBy(b.cadre(), day, Pairings.FIRST, A_PAGE).stream()
                                .map(Pairing::household)
                                .toList())))
                .toList();
    }

    /** A unit's cadres on a day and how many households each holds, by key. */
    List<Person> ofUnit(UUID unit, LocalDate day) {
        var people = cadres.of(unit, day);
        Map<UUID, Integer> loads = store.loadsOf(people.stream().map(Cadre::id).toList(), day);
        return people.stream()
                .map(c -> new Person(c, loads.getOrDefault(c.id(), 0)))
                .toList();
    }

    /**
     * A cadre's duty on a day.
     *
     * @param limits how many he should hold: his own limits, or else those of his rank
     * @param villages how many households he holds in each village, by code
     * @param families a page of his households
     * @param next the household after which the next page begins; null on the last page
     * @param backup his absence on the day and who answers; null when he is there
     */
    public record Duty(
            Cadre cadre,
            Unit unit,
            int load,
            ContactScheme.Load limits,
            Map<Long, Integer> villages,
            List<Household> families,
            @Nullable UUID next,
            @Nullable Backup backup,
            @Nullable Cadre there,
            ContactScheme rules,
            List<Cadre> colleagues) {

        /** Whose data it shows. */
        List<UUID> people() {
            return Stream.concat(Stream.of(cadre.id()), families.stream().map(Household::id))
                    .toList();
        }
    }

    /** Somebody who is away, and the households that call on us meanwhile. */
    public record Answering(Cadre cadre, Backup backup, List<Household> families) {

        /** Whose data it shows. */
        List<UUID> people() {
            return families.stream().map(Household::id).toList();
        }
    }

    /** A cadre and how many households he holds. */
    public record Person(Cadre cadre, int load) {}
}
