package lianxin.repair;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.coverage.OffGround;
import lianxin.muster.Shortages;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.Households;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to what a repair keeps as identities. */
@Component
class Names {

    static final int SHOWN = 100;

    private final Shortages shortages;
    private final Divisions divisions;
    private final Units units;
    private final Cadres cadres;
    private final Households households;

    Names(Shortages shortages, Divisions divisions, Units units, Cadres cadres, Households households) {
        this.shortages = shortages;
        this.divisions = divisions;
        this.units = units;
        this.cadres = cadres;
        this.households = households;
    }

    /** A repair, with names. */
    Mended of(Repair repair) {
        var people = new HashSet<UUID>();
        repair.steps().forEach(s -> {
            people.add(s.to());
            add(people, s.from());
        });
        var byId = cadres.byId(people);
        var homes = households.byId(
                repair.steps().stream().map(Repair.Step::household).toList());
        var places = divisions.byId(
                repair.steps().stream().map(Repair.Step::village).collect(Collectors.toSet()), repair.day());
        var steps = repair.steps().stream()
                .map(s -> new Mended.Step(
                        s,
                        Objects.requireNonNull(homes.get(s.household())).head(),
                        Objects.requireNonNull(places.get(s.village())).name(),
                        s.from() == null ? "—" : name(byId.get(s.from())),
                        name(byId.get(s.to()))))
                .toList();
        return new Mended(repair, steps, repair.why() == null ? null : shortages.named(repair.why(), repair.day()));
    }

    /** The cadres of whom something waits. */
    Map<UUID, Cadre> people(Waiting waiting) {
        var who = new HashSet<>(waiting.excused().keySet());
        waiting.away().forEach(a -> {
            who.add(a.absence().cadre());
            add(who, a.absence().backup());
        });
        return new HashMap<>(cadres.byId(who));
    }

    Map<UUID, Unit> units(Waiting waiting) {
        return units.byId(
                waiting.unserved().stream().map(OffGround::unit).distinct().toList());
    }

    /** Names of the first villages, as many as a page shows. */
    Map<Long, String> villages(Waiting waiting, LocalDate day) {
        return waiting.unserved().stream()
                .map(OffGround::village)
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.toMap(
                        v -> v, v -> divisions.require(new DivisionCode(v), day).name()));
    }

    private static void add(Collection<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static String name(@Nullable Cadre cadre) {
        return cadre == null ? "—" : cadre.name();
    }
}
