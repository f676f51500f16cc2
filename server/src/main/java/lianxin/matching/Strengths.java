package lianxin.matching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.muster.Policy;
import lianxin.muster.Terrain;
import lianxin.pairing.Pairings;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.scheme.ContactScheme;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** How strong units are on a day: what the contact scheme lets their cadres hold. */
@Component
class Strengths {

    private final Units units;
    private final Cadres cadres;
    private final Pairings pairings;

    Strengths(Units units, Cadres cadres, Pairings pairings) {
        this.units = units;
        this.cadres = cadres;
        this.pairings = pairings;
    }

    /** The units with their seat on {@code ground}, and those of {@code serving} that have it elsewhere; units without cadres are missing. */
    List<Strength> on(Ground ground, LocalDate day, ContactScheme scheme, Terrain terrain, Collection<UUID> serving) {
        var offices = new HashMap<UUID, Unit>();
        units.on(ground).forEach(u -> offices.put(u.id(), u));
        var staff = cadres.serving(ground, day).stream().collect(Collectors.groupingBy(Cadre::unit));
        var guests = serving.stream().filter(u -> !offices.containsKey(u)).toList();
        units.byId(guests).values().forEach(u -> {
            offices.put(u.id(), u);
            staff.put(u.id(), cadres.of(u.id(), day));
        });
        var elsewhere = elsewhere(ground, day);
        return offices.values().stream()
                .sorted(Comparator.comparing(Unit::key))
                .map(unit -> strength(
                        unit,
                        staff.getOrDefault(unit.id(), List.of()).stream()
                                .filter(c -> !c.exempt(day))
                                .toList(),
                        new Policy(scheme),
                        elsewhere,
                        terrain.of(unit),
                        !ground.contains(unit.place())))
                .filter(strength -> strength.cadres() > 0)
                .toList();
    }

    private Map<UUID, Integer> elsewhere(Ground ground, LocalDate day) {
        var all = new HashMap<>(pairings.loads(Ground.EVERYWHERE, day));
        pairings.loads(ground, day).forEach((cadre, here) -> all.merge(cadre, -here, Integer::sum));
        return all;
    }

    private static Strength strength(
            Unit unit,
            List<Cadre> people,
            Policy policy,
            Map<UUID, Integer> elsewhere,
            Terrain.Point at,
            boolean guest) {
        int low = 0;
        int target = 0;
        int high = 0;
        int led = 0;
        long overload = 0;
        var skilled = new HashMap<String, Integer>();
        for (var cadre : people) {
            var limits = policy.limits(cadre);
            int other = elsewhere.getOrDefault(cadre.id(), 0);
            int places = Math.max(0, limits.high() - other);
            low += guest ? 0 : Math.min(places, Math.max(0, limits.low() - other));
            target += Math.clamp(limits.target() - (long) other, 0, places);
            high += places;
            led += cadre.leader() ? places : 0;
            overload += limits.overload();
            cadre.skills().forEach(skill -> skilled.merge(skill, places, Integer::sum));
        }
        return new Strength(
                unit.id(),
                unit.place(),
                at.x(),
                at.y(),
                reach(unit),
                guest,
                people.size(),
                low,
                Math.max(low, target),
                high,
                led,
                Map.copyOf(skilled),
                people.isEmpty() ? 0 : overload / people.size());
    }

    /** A unit of a township serves in its township, one of a county in its county, and so on. */
    static Ground reach(Unit unit) {
        long span = switch (unit.level()) {
            case "CITY" -> 100_000_000L;
            case "COUNTY" -> 1_000_000L;
            case "TOWNSHIP" -> 1_000L;
            default -> 1L;
        };
        return new DivisionCode(unit.place() / span * span).ground();
    }
}
