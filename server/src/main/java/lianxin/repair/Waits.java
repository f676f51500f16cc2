package lianxin.repair;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.coverage.Finding;
import lianxin.coverage.NightlyCheck;
import lianxin.coverage.OffGrounds;
import lianxin.pairing.Backups;
import lianxin.pairing.Pairings;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
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
    private final Backups backups;
    private final OffGrounds offGrounds;
    private final NightlyCheck check;

    Waits(
            Pairings pairings,
            Households households,
            Cadres cadres,
            Exclusions exclusions,
            Backups backups,
            OffGrounds offGrounds,
            NightlyCheck check) {
        this.pairings = pairings;
        this.households = households;
        this.cadres = cadres;
        this.exclusions = exclusions;
        this.backups = backups;
        this.offGrounds = offGrounds;
        this.check = check;
    }

    Waiting on(Ground ground, LocalDate day) {
        boolean small = small(ground, day);
        return new Waiting(
                uncovered(ground, day).entrySet().stream()
                        .collect(Collectors.toMap(
                                v -> v.getKey() / 1_000 * 1_000, Map.Entry::getValue, Integer::sum, TreeMap::new)),
                excused(ground, day),
                List.copyOf(kin(ground, day).keySet()),
                away(ground, day),
                small ? offGrounds.on(ground, day) : List.of(),
                small ? null : checked(ground));
    }

    private Waiting.Checked checked(Ground ground) {
        var found = check.latestOfTownships(ground);
        return new Waiting.Checked(
                found.stream()
                        .map(Finding::checkedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                found.stream()
                        .filter(f -> f.offGround() > 0)
                        .collect(Collectors.toMap(f -> f.ground().lo(), Finding::offGround, Long::sum, TreeMap::new)));
    }

    /** Whether every pair on the ground can be read while a page is made. */
    boolean small(Ground ground, LocalDate day) {
        return households.count(ground, day) <= AT_ONCE;
    }

    /** Villages with households that have nobody, or somebody who is excluded. */
    Set<Long> villages(Ground ground, LocalDate day) {
        var villages = new TreeSet<>(uncovered(ground, day).keySet());
        villages.addAll(kin(ground, day).values());
        return villages;
    }

    private Map<Long, Integer> uncovered(Ground ground, LocalDate day) {
        var covered = pairings.coveredPerVillage(ground, day);
        var missing = new TreeMap<Long, Integer>();
        households.perVillage(ground, day).forEach((village, all) -> {
            int without = all - covered.getOrDefault(village, 0);
            if (without > 0) {
                missing.put(village, without);
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

    /** Households whose contact is excluded, each with its village. */
    private Map<UUID, Long> kin(Ground ground, LocalDate day) {
        var excluded = exclusions.on(ground, day);
        var contacts = pairings.contactsOf(
                excluded.stream()
                        .flatMap(pair -> Stream.ofNullable(pair.household()))
                        .toList(),
                day);
        var found = new LinkedHashMap<UUID, Long>();
        for (var pair : excluded) {
            if (pair.household() == null) {
                pairings.each(new Ground(pair.place(), pair.place() + 1), day, held -> {
                    if (pair.parts(held.household(), held.place(), held.cadre())) {
                        found.put(held.household(), held.place());
                    }
                });
            } else if (pair.cadre().equals(contacts.get(pair.household()))) {
                found.put(pair.household(), pair.place());
            }
        }
        return found;
    }

    private List<Waiting.Away> away(Ground ground, LocalDate day) {
        return backups.unanswered(ground, day).stream()
                .map(absence -> new Waiting.Away(absence, pairings.load(absence.cadre(), day)))
                .filter(away -> away.households() > 0)
                .toList();
    }
}
