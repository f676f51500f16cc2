package lianxin.muster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** Puts names to the reason why there is no pairing. */
@Component
public class Shortages {

    private static final int FEW = 12;

    private final Divisions divisions;
    private final Units units;
    private final Cadres cadres;

    Shortages(Divisions divisions, Units units, Cadres cadres) {
        this.divisions = divisions;
        this.units = units;
        this.cadres = cadres;
    }

    /** The names behind it. */
    public Shortage named(Bottlenecked why, LocalDate day) {
        return new Shortage(
                why.groups().stream().map(g -> named(g, day)).toList(), named(why.lifts()), named(why.eases()));
    }

    /** Who moves most first. */
    private List<Shortage.Lift> named(Map<UUID, Integer> moved) {
        return cadres.byId(moved.keySet()).values().stream()
                .map(c -> new Shortage.Lift(c, Objects.requireNonNull(moved.get(c.id()))))
                .sorted(Comparator.comparing(Shortage.Lift::by)
                        .reversed()
                        .thenComparing(l -> l.cadre().id()))
                .toList();
    }

    private Shortage.Group named(Bottlenecked.Group group, LocalDate day) {
        var villages = first(group.villages());
        var places = divisions.byId(villages, day);
        var offices = units.byId(first(group.units()));
        return new Shortage.Group(
                group.kind(),
                villages.stream()
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .map(Division::name)
                        .toList(),
                first(group.units()).stream()
                        .map(offices::get)
                        .filter(Objects::nonNull)
                        .map(Unit::name)
                        .toList(),
                group.cadres().size(),
                group.households().size(),
                group.need(),
                group.room());
    }

    private static List<UUID> first(List<UUID> ids) {
        return ids.stream().limit(FEW).toList();
    }
}
