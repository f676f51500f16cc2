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
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** Puts names to what a search has kept. */
@Component
class Outlooks {

    private static final int FEW = 12;
    private static final int FULLEST = 50;

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

    /** The match at a place on the run's ground: village by village up to a county, in sums above it. */
    Outlook.Sight sight(Run run, DivisionCode at) {
        var place = divisions.require(at, run.day());
        var ground = at.ground().and(run.ground());
        var sums = plans.sums(run.id(), List.of(ground));
        var parts = place.level().compareTo(Level.COUNTY) < 0
                ? sums(run, below(run, place))
                : villages(run, place.level() == Level.COUNTY ? below(run, place) : List.of(place), ground);
        return new Outlook.Sight(
                place,
                sums.getOrDefault(ground, Outlook.Sum.of(List.of())),
                parts,
                names(run, parts.stream().flatMap(p -> p.villages().stream()).toList(), List.of()));
    }

    private List<Division> below(Run run, Division place) {
        var level = Level.values()[place.level().ordinal() + 1];
        return divisions.on(place.code().ground().and(run.ground()), level, run.day());
    }

    private List<Outlook.Part> sums(Run run, List<Division> places) {
        var sums =
                plans.sums(run.id(), places.stream().map(p -> p.code().ground()).toList());
        return places.stream()
                .filter(p -> sums.containsKey(p.code().ground()))
                .map(p -> new Outlook.Part(
                        p, Objects.requireNonNull(sums.get(p.code().ground())), List.of()))
                .toList();
    }

    private List<Outlook.Part> villages(Run run, List<Division> places, Ground ground) {
        var all = plans.villages(run.id(), ground);
        return places.stream()
                .map(place -> {
                    var there = all.stream()
                            .filter(v -> place.code().ground().contains(v.place()))
                            .toList();
                    return new Outlook.Part(place, Outlook.Sum.of(there), there);
                })
                .filter(part -> !part.villages().isEmpty())
                .toList();
    }

    /** What the units would carry: the fullest, or {@code all} of them. */
    Outlook.Burdens burdens(Run run, boolean all) {
        var every = plans.burdens(run.id());
        var shown = all ? every : every.stream().limit(FULLEST).toList();
        return new Outlook.Burdens(shown, every.size(), names(run, List.of(), shown));
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

    /** A unit with its villages among their neighbours; 404 when the match does not know it. */
    Outlook.Server server(Run run, UUID unit) {
        var burden = plans.burdens(run.id()).stream()
                .filter(b -> b.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> MatchingRefusal.NO_SUCH_RUN.because(run.id()));
        var parts = plans.townships(run.id(), unit).stream()
                .map(code -> divisions.require(new DivisionCode(code), run.day()))
                .flatMap(town -> villages(run, List.of(town), town.code().ground()).stream())
                .toList();
        var shown = parts.stream().flatMap(p -> p.villages().stream()).toList();
        return new Outlook.Server(units.require(unit), burden, parts, names(run, shown, List.of(burden)));
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
