package lianxin.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** Puts names to what a search has kept. */
@Component
class Outlooks {

    private static final int FEW = 12;

    private final PlanStore plans;
    private final Pins pins;
    private final Divisions divisions;
    private final Units units;
    private final AdoptionStore adoptions;
    private final Accounts accounts;

    Outlooks(PlanStore plans, Pins pins, Divisions divisions, Units units, AdoptionStore adoptions, Accounts accounts) {
        this.plans = plans;
        this.pins = pins;
        this.divisions = divisions;
        this.units = units;
        this.adoptions = adoptions;
        this.accounts = accounts;
    }

    Division place(Run run) {
        return divisions.require(run.place(), run.day());
    }

    /** What of the run was adopted, the latest first. */
    List<Outlook.Adopted> adoptions(Run run) {
        var all = adoptions.of(run.id());
        var who = accounts.names(all.stream()
                .flatMap(a -> Stream.concat(Stream.of(a.byWhom()), Stream.ofNullable(a.undoneBy())))
                .collect(Collectors.toSet()));
        return all.stream()
                .map(a -> new Outlook.Adopted(
                        a,
                        divisions.require(a.place(), run.day()).name(),
                        who.getOrDefault(a.byWhom(), ""),
                        a.undoneBy() == null ? "" : who.getOrDefault(a.undoneBy(), "")))
                .toList();
    }

    /** The match at a place on the run's ground. */
    Outlook.Sight sight(Run run, DivisionCode at) {
        var place = divisions.require(at, run.day());
        var villages = plans.villages(run.id(), at.ground().and(run.ground()));
        var burdens = plans.burdens(run.id());
        return new Outlook.Sight(place, parts(run, place, villages), villages, burdens, names(run, villages, burdens));
    }

    private List<Outlook.Part> parts(Run run, Division place, List<MatchedVillage> villages) {
        if (place.level().compareTo(Level.TOWNSHIP) >= 0) {
            return List.of(new Outlook.Part(place, villages));
        }
        var below = Level.values()[place.level().ordinal() + 1];
        return divisions.on(place.code().ground().and(run.ground()), below, run.day()).stream()
                .map(child -> new Outlook.Part(
                        child,
                        villages.stream()
                                .filter(v -> child.code().ground().contains(v.place()))
                                .toList()))
                .filter(part -> !part.villages().isEmpty())
                .toList();
    }

    private Outlook.Names names(Run run, Collection<MatchedVillage> villages, Collection<Burden> burdens) {
        var ids = new HashSet<UUID>();
        burdens.forEach(b -> ids.add(b.unit()));
        villages.forEach(v -> {
            ids.addAll(v.before());
            v.shares().forEach(s -> ids.add(s.unit()));
        });
        return new Outlook.Names(
                units.byId(ids),
                divisions.byId(villages.stream().map(MatchedVillage::village).toList(), run.day()));
    }

    /** Why a village has its units; 404 when the match does not know it. */
    Outlook.Because because(Run run, DivisionCode at) {
        var villages = plans.villages(run.id(), at.ground().and(run.ground()));
        if (at.level() != Level.VILLAGE || villages.size() != 1) {
            throw MatchingRefusal.NO_SUCH_RUN.because(run.id());
        }
        var burdens = plans.burdens(run.id());
        var byUnit = burdens.stream().collect(Collectors.toMap(Burden::unit, Function.identity()));
        var pinned = pins.reasons(villages.getFirst().village());
        var choices = units.on(run.ground()).stream()
                .filter(u -> Strengths.reach(u).contains(at.value())
                        && byUnit.containsKey(u.id())
                        && !pinned.containsKey(u.id()))
                .toList();
        return new Outlook.Because(villages.getFirst(), byUnit, pinned, choices, names(run, villages, burdens));
    }

    /** A unit with its villages among all others; 404 when the match does not know it. */
    Outlook.Server server(Run run, UUID unit) {
        var burden = plans.burdens(run.id()).stream()
                .filter(b -> b.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> MatchingRefusal.NO_SUCH_RUN.because(run.id()));
        var villages = plans.villages(run.id(), run.ground());
        var townships = divisions.on(run.ground(), Level.TOWNSHIP, run.day()).stream()
                .map(town -> new Outlook.Part(
                        town,
                        villages.stream()
                                .filter(v -> town.code().ground().contains(v.place()))
                                .toList()))
                .toList();
        var server = new Outlook.Server(units.require(unit), burden, townships, names(run, villages, List.of(burden)));
        var own = townships.stream()
                .filter(part -> part.villages().stream().anyMatch(server::serves))
                .toList();
        return new Outlook.Server(server.unit(), burden, own, server.names());
    }

    /** Why a search found no match. */
    Outlook.Reason reason(Run run) {
        var lifts = new LinkedHashMap<Unit, Integer>();
        var by = plans.lifts(run.id());
        var offices = units.byId(by.keySet());
        by.forEach((unit, places) -> {
            var office = offices.get(unit);
            if (office != null) {
                lifts.put(office, places);
            }
        });
        return new Outlook.Reason(
                plans.shortages(run.id()).stream().map(s -> named(run, s)).toList(), lifts);
    }

    private Outlook.Short named(Run run, PlanStore.Shortage s) {
        var few = s.villages().stream().limit(FEW).toList();
        var places = divisions.byId(few, run.day());
        var offices = units.byId(s.units().stream().limit(FEW).toList());
        return new Outlook.Short(
                s.kind(),
                few.stream()
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .map(Division::name)
                        .toList(),
                s.units().stream()
                        .limit(FEW)
                        .map(offices::get)
                        .filter(Objects::nonNull)
                        .map(Unit::name)
                        .toList(),
                s.villages().size(),
                s.need(),
                s.room());
    }
}
