package lianxin.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import lianxin.muster.Terrain;
import lianxin.pairing.Pairings;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.registry.Households;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Component;

/** Reads the rosters of a ground into a {@link Roll}: families are counted where they are kept, never read one by one. */
@Component
class Rolls {

    private final Divisions divisions;
    private final Households households;
    private final Cadres cadres;
    private final Pairings pairings;
    private final Grounds grounds;
    private final Pins pins;
    private final Strengths strengths;

    Rolls(
            Divisions divisions,
            Households households,
            Cadres cadres,
            Pairings pairings,
            Grounds grounds,
            Pins pins,
            Strengths strengths) {
        this.divisions = divisions;
        this.households = households;
        this.cadres = cadres;
        this.pairings = pairings;
        this.grounds = grounds;
        this.pins = pins;
        this.strengths = strengths;
    }

    /** @param heard is told how many families have been counted */
    Roll call(Ground ground, LocalDate day, ContactScheme scheme, LongConsumer heard) {
        var places = divisions.on(ground, Level.VILLAGE, day);
        var terrain = new Terrain(places);
        var families = families(ground, day, heard);
        var contacts = contacts(ground, day);
        var served = grounds.on(ground, day);
        var byHand = pins.on(ground);
        var villages = places.stream()
                .filter(d -> families.containsKey(d.code().value()))
                .sorted(Comparator.comparing(Division::code))
                .map(d -> new Village(
                        d.id(),
                        d.code().value(),
                        terrain.of(d).x(),
                        terrain.of(d).y(),
                        Map.copyOf(families.getOrDefault(d.code().value(), Map.of())),
                        Map.copyOf(contacts.getOrDefault(d.code().value(), Map.of())),
                        served.stream()
                                .filter(g -> g.ground().contains(d.code().value()))
                                .map(Grounds.UnitGround::unit)
                                .collect(Collectors.toUnmodifiableSet()),
                        byHand.getOrDefault(d.id(), Set.of())))
                .toList();
        var serving = new HashSet<UUID>();
        villages.forEach(v -> serving.addAll(v.serving()));
        return new Roll(scheme, villages, strengths.on(ground, day, scheme, terrain, serving), terrain.unplaced());
    }

    private Map<Long, Map<Set<String>, Integer>> families(Ground ground, LocalDate day, LongConsumer heard) {
        var counts = new HashMap<Long, Map<Set<String>, Integer>>();
        long all = 0;
        for (var alike : households.alike(ground, day)) {
            all += alike.households();
            counts.computeIfAbsent(alike.place(), _ -> new HashMap<>())
                    .merge(Set.copyOf(alike.needs()), alike.households(), Integer::sum);
        }
        heard.accept(all);
        return counts;
    }

    /** Families by village and by the unit their contact is of. */
    private Map<Long, Map<UUID, Integer>> contacts(Ground ground, LocalDate day) {
        var byCadre = new HashMap<Long, Map<UUID, Integer>>();
        pairings.holdings(ground, day)
                .forEach(held -> byCadre.computeIfAbsent(held.place(), _ -> new HashMap<>())
                        .merge(held.cadre(), held.households(), Integer::sum));
        var who = new HashSet<UUID>();
        byCadre.values().forEach(held -> who.addAll(held.keySet()));
        Map<UUID, UUID> unitOf =
                cadres.byId(new ArrayList<>(who)).values().stream().collect(Collectors.toMap(Cadre::id, Cadre::unit));
        var byUnit = new HashMap<Long, Map<UUID, Integer>>();
        byCadre.forEach((place, held) -> held.forEach((cadre, families) -> {
            var unit = unitOf.get(cadre);
            if (unit != null) {
                byUnit.computeIfAbsent(place, _ -> new HashMap<>()).merge(unit, families, Integer::sum);
            }
        }));
        return byUnit;
    }
}
