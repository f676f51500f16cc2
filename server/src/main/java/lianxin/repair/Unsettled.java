package lianxin.repair;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pins;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Component;

/**
 * The villages where some household must get another contact, found from sums: no household is read.
 *
 * <p>May name a village where nobody must, never leave one out.
 */
@Component
class Unsettled {

    private final Pairings pairings;
    private final Pins pins;
    private final Households households;
    private final Cadres cadres;
    private final Exclusions exclusions;
    private final Grounds grounds;

    Unsettled(
            Pairings pairings,
            Pins pins,
            Households households,
            Cadres cadres,
            Exclusions exclusions,
            Grounds grounds) {
        this.pairings = pairings;
        this.pins = pins;
        this.households = households;
        this.cadres = cadres;
        this.exclusions = exclusions;
        this.grounds = grounds;
    }

    Set<Long> villages(Ground ground, LocalDate day) {
        var found = new TreeSet<Long>();
        var held = pairings.holdings(ground, day);
        withNobody(ground, day, found::add);
        withOneWhoMayNotServe(ground, day, held, found::add);
        withOneExcluded(ground, day, held, found::add);
        withOneOtherThanThePinned(ground, day, found::add);
        return found;
    }

    private void withNobody(Ground ground, LocalDate day, LongConsumer found) {
        var covered = pairings.coveredPerVillage(ground, day);
        households.perVillage(ground, day).forEach((village, all) -> {
            if (all > covered.getOrDefault(village, 0)) {
                found.accept(village);
            }
        });
    }

    private void withOneWhoMayNotServe(
            Ground ground, LocalDate day, List<Pairings.Holding> held, LongConsumer found) {
        var people = cadres.byId(held.stream().map(Pairings.Holding::cadre).collect(Collectors.toSet()));
        var served = grounds.on(ground, day).stream()
                .collect(Collectors.groupingBy(
                        Grounds.UnitGround::unit, Collectors.mapping(Grounds.UnitGround::ground, Collectors.toList())));
        for (var one : held) {
            var cadre = Objects.requireNonNull(people.get(one.cadre()));
            if (!mayServe(cadre, one.place(), day, served)) {
                found.accept(one.place());
            }
        }
    }

    private static boolean mayServe(Cadre cadre, long place, LocalDate day, Map<UUID, List<Ground>> served) {
        return cadre.serves(day)
                && !cadre.exempt(day)
                && served.getOrDefault(cadre.unit(), List.of()).stream().anyMatch(g -> g.contains(place));
    }

    /** Where a cadre is excluded for a whole village it is enough that he holds somebody there. */
    private void withOneExcluded(Ground ground, LocalDate day, List<Pairings.Holding> held, LongConsumer found) {
        var holding = new HashMap<Long, Set<UUID>>();
        held.forEach(h -> holding.computeIfAbsent(h.place(), _ -> new HashSet<>()).add(h.cadre()));
        var excluded = exclusions.on(ground, day).stream()
                .filter(pair -> holding.getOrDefault(pair.place(), Set.of()).contains(pair.cadre()))
                .toList();
        var contacts = contacts(
                excluded.stream()
                        .flatMap(pair -> Stream.ofNullable(pair.household()))
                        .toList(),
                day);
        for (var pair : excluded) {
            if (pair.household() == null || pair.cadre().equals(contacts.get(pair.household()))) {
                found.accept(pair.place());
            }
        }
    }

    private void withOneOtherThanThePinned(Ground ground, LocalDate day, LongConsumer found) {
        var pinned = pins.on(ground);
        var contacts = contacts(pinned.keySet(), day);
        var others = pinned.keySet().stream()
                .filter(h -> !Objects.equals(pinned.get(h), contacts.get(h)))
                .toList();
        households.byId(others).values().stream().mapToLong(Household::place).forEach(found);
    }

    private Map<UUID, UUID> contacts(Collection<UUID> some, LocalDate day) {
        return some.isEmpty() ? Map.of() : pairings.contactsOf(List.copyOf(some), day);
    }
}
