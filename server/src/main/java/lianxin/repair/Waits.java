package lianxin.repair;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.pairing.Backups;
import lianxin.pairing.Pairings;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Component;

/** Looks for what waits for a repair. */
@Component
class Waits {

    /** So many households can be gone through while a page is made: a township's, never a county's. */
    private static final int AT_ONCE = 20_000;

    private final Pairings pairings;
    private final Households households;
    private final Cadres cadres;
    private final Exclusions exclusions;
    private final Grounds grounds;
    private final Backups backups;

    Waits(
            Pairings pairings,
            Households households,
            Cadres cadres,
            Exclusions exclusions,
            Grounds grounds,
            Backups backups) {
        this.pairings = pairings;
        this.households = households;
        this.cadres = cadres;
        this.exclusions = exclusions;
        this.grounds = grounds;
        this.backups = backups;
    }

    /** @param everything even what takes long on a large ground */
    Waiting on(Ground ground, LocalDate day, boolean everything) {
        boolean sought = everything || households.count(ground, day) <= AT_ONCE;
        return new Waiting(
                uncovered(ground, day),
                excused(ground, day),
                kin(ground, day),
                away(ground, day),
                sought ? unserved(ground, day) : List.of(),
                sought);
    }

    private Map<Long, Integer> uncovered(Ground ground, LocalDate day) {
        var covered = pairings.coveredPerVillage(ground, day);
        var missing = new TreeMap<Long, Integer>();
        households.perVillage(ground, day).forEach((village, all) -> {
            int without = all - covered.getOrDefault(village, 0);
            if (without > 0) {
                missing.merge(village / 1_000 * 1_000, without, Integer::sum);
            }
        });
        return missing;
    }

    private Map<UUID, Integer> excused(Ground ground, LocalDate day) {
        var excused = new LinkedHashMap<UUID, Integer>();
        var exempt = cadres.exempt(ground, day).stream().map(Cadre::id).toList();
        var loads = pairings.loadsOf(exempt, day);
        for (var cadre : exempt) {
            int load = loads.getOrDefault(cadre, 0);
            if (load > 0) {
                excused.put(cadre, load);
            }
        }
        return excused;
    }

    private List<UUID> kin(Ground ground, LocalDate day) {
        var excluded = exclusions.on(ground, day);
        var contacts = pairings.contactsOf(
                excluded.stream()
                        .flatMap(pair -> Stream.ofNullable(pair.household()))
                        .toList(),
                day);
        var found = new LinkedHashSet<UUID>();
        for (var pair : excluded) {
            if (pair.household() == null) {
                pairings.each(new Ground(pair.place(), pair.place() + 1), day, held -> {
                    if (pair.parts(held.household(), held.place(), held.cadre())) {
                        found.add(held.household());
                    }
                });
            } else if (pair.cadre().equals(contacts.get(pair.household()))) {
                found.add(pair.household());
            }
        }
        return List.copyOf(found);
    }

    private List<Waiting.Away> away(Ground ground, LocalDate day) {
        return backups.unanswered(ground, day).stream()
                .map(absence -> new Waiting.Away(absence, pairings.load(absence.cadre(), day)))
                .filter(away -> away.households() > 0)
                .toList();
    }

    /** Where nobody has said yet which unit serves what, nothing is missing. */
    private List<Waiting.Unserved> unserved(Ground ground, LocalDate day) {
        var served = grounds.on(ground, day).stream()
                .collect(Collectors.groupingBy(
                        Grounds.UnitGround::unit, Collectors.mapping(Grounds.UnitGround::ground, Collectors.toList())));
        if (served.isEmpty()) {
            return List.of();
        }
        var held = pairings.holdings(ground, day);
        var unitOf = cadres
                .byId(held.stream().map(Pairings.Holding::cadre).distinct().toList())
                .values()
                .stream()
                .collect(Collectors.toMap(Cadre::id, Cadre::unit));
        var missing = new LinkedHashMap<Waiting.Unserved, Integer>();
        for (var one : held) {
            var unit = Objects.requireNonNull(unitOf.get(one.cadre()));
            if (served.getOrDefault(unit, List.of()).stream().noneMatch(g -> g.contains(one.place()))) {
                missing.merge(new Waiting.Unserved(one.place(), unit, 0), one.households(), Integer::sum);
            }
        }
        return missing.entrySet().stream()
                .map(m -> new Waiting.Unserved(m.getKey().village(), m.getKey().unit(), m.getValue()))
                .toList();
    }
}
