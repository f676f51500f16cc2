package lianxin.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.pairing.Pairings;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.Schemes;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Component;

/**
 * Whether the four promises hold: every household in scope has a contact (I-HOUSE), every cadre who is not excused has a household (I-CADRE),
 * no chain has a gap (I-NOGAP), nobody holds more than he may (I-LOAD).
 */
@Component
class Promises {

    private final Pairings pairings;
    private final Schemes schemes;
    private final Households households;
    private final Cadres cadres;
    private final OffGrounds offGrounds;
    private final Clock clock;

    Promises(
            Pairings pairings,
            Schemes schemes,
            Households households,
            Cadres cadres,
            OffGrounds offGrounds,
            Clock clock) {
        this.pairings = pairings;
        this.schemes = schemes;
        this.households = households;
        this.cadres = cadres;
        this.offGrounds = offGrounds;
        this.clock = clock;
    }

    /** Looks at {@code grounds}, all of them parts of {@code whole}: everything is read once and serves them all. */
    List<Finding> look(Ground whole, Collection<Ground> grounds, LocalDate day) {
        var began = clock.instant();
        var rules = schemes.inForce(day).rules();
        var serving = cadres.serving(whole, day);
        var loads = pairings.loads(Ground.EVERYWHERE, day);
        var broken = pairings.broken(whole);
        var offGround = offGrounds.on(whole, day);
        var found = new ArrayList<Finding>();
        for (var ground : grounds) {
            var here = serving.stream().filter(c -> ground.contains(c.place())).toList();
            var inScope = households.count(ground, day);
            found.add(new Finding(
                    Ids.next(),
                    ground,
                    began,
                    day,
                    inScope,
                    inScope - pairings.covered(ground, day),
                    sum(broken, ground),
                    here.size(),
                    here.stream().filter(c -> idle(c, loads, day)).count(),
                    here.stream().filter(c -> overloaded(c, loads, rules)).count(),
                    here.stream().filter(c -> expired(c, day)).count(),
                    offGround.stream()
                            .filter(o -> ground.contains(o.village()))
                            .mapToLong(OffGround::households)
                            .sum(),
                    Finding.histogram(here.stream()
                            .mapToInt(c -> loads.getOrDefault(c.id(), 0))
                            .toArray()),
                    Duration.between(began, clock.instant()).toMillis()));
        }
        return found;
    }

    private static long sum(Map<Long, Integer> perVillage, Ground ground) {
        return perVillage.entrySet().stream()
                .filter(v -> ground.contains(v.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether he has no household although nothing excuses him. */
    static boolean idle(Cadre cadre, Map<UUID, Integer> loads, LocalDate day) {
        return !loads.containsKey(cadre.id()) && !cadre.exempt(day);
    }

    /** Whether he holds more than he may: his own limit, or else that of his rank. */
    static boolean overloaded(Cadre cadre, Map<UUID, Integer> loads, ContactScheme rules) {
        int most = cadre.capacityMax() == null ? rules.load(cadre.rank()).max() : cadre.capacityMax();
        return loads.getOrDefault(cadre.id(), 0) > most;
    }

    private static boolean expired(Cadre cadre, LocalDate day) {
        return cadre.exemptUntil() != null && !day.isBefore(cadre.exemptUntil());
    }
}
