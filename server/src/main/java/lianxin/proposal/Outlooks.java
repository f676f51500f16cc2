package lianxin.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.access.Caller;
import lianxin.muster.Home;
import lianxin.muster.Post;
import lianxin.muster.Shortage;
import lianxin.muster.Shortages;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts names to what a run keeps as identities. Reads one page's worth at a time, whatever the size of the ground. */
@Component
class Outlooks {

    private static final int MOST_CHANGED = 30;
    private static final int DEAREST = 10;

    private final Reasons reasons;
    private final PlanStore plans;
    private final LoadStore loads;
    private final BottleneckStore bottlenecks;
    private final Shortages shortages;
    private final Divisions divisions;
    private final Units units;
    private final Cadres cadres;
    private final Households households;

    Outlooks(
            Reasons reasons,
            PlanStore plans,
            LoadStore loads,
            BottleneckStore bottlenecks,
            Shortages shortages,
            Divisions divisions,
            Units units,
            Cadres cadres,
            Households households) {
        this.reasons = reasons;
        this.plans = plans;
        this.loads = loads;
        this.bottlenecks = bottlenecks;
        this.shortages = shortages;
        this.divisions = divisions;
        this.units = units;
        this.cadres = cadres;
        this.households = households;
    }

    /** The townships of the run's ground, or the villages of a township. */
    List<Outlook.Place> places(Run run, DivisionCode at) {
        boolean townships = at.level().compareTo(Level.TOWNSHIP) < 0;
        var ground = at.ground().and(run.ground());
        var names = divisions.on(ground, townships ? Level.TOWNSHIP : Level.VILLAGE, run.day()).stream()
                .collect(Collectors.toMap(d -> d.code().value(), Division::name));
        return plans.figures(run.id(), ground, townships).stream()
                .map(f -> new Outlook.Place(names.getOrDefault(f.place(), String.valueOf(f.place())), f))
                .toList();
    }

    /** The pairs of a village, {@code limit} of them from the one at {@code from} on; 404 when the run has none there. */
    Outlook.Village village(Run run, DivisionCode code, int from, int limit) {
        var village =
                plans.village(run.id(), code.value()).orElseThrow(() -> ProposalRefusal.NO_SUCH_RUN.because(run.id()));
        var name = divisions.require(village.village(), run.day()).name();
        int all = village.households().length;
        int begin = Math.clamp(from, 0, all);
        int end = Math.min(all, begin + limit);
        var some = IntStream.range(begin, end).boxed().toList();
        return new Outlook.Village(name, village, pairs(run, village, some), end < all ? end : 0);
    }

    private List<Outlook.Pair> pairs(Run run, Proposed village, List<Integer> some) {
        var who = new HashSet<UUID>();
        var whom = new ArrayList<UUID>();
        for (int i : some) {
            who.add(village.cadres()[i]);
            whom.add(village.households()[i]);
            if (village.previous()[i] != null) {
                who.add(village.previous()[i]);
            }
        }
        var people = cadres.byId(who);
        var homes = households.byId(whom);
        var posts = loads.of(run.id(), List.copyOf(who)).stream()
                .map(Load::post)
                .collect(Collectors.toMap(Post::cadre, Function.identity()));
        return some.stream().map(i -> pair(village, i, people, homes, posts)).toList();
    }

    private static Outlook.Pair pair(
            Proposed v, int i, Map<UUID, Cadre> people, Map<UUID, Household> homes, Map<UUID, Post> posts) {
        var home = homes.get(v.households()[i]);
        var post = Objects.requireNonNull(posts.get(v.cadres()[i]));
        return new Outlook.Pair(
                v.households()[i],
                home == null ? "—" : home.head(),
                home == null ? 0 : home.group(),
                v.cadres()[i],
                name(people.get(v.cadres()[i])),
                new Home(v.x(), v.y(), List.of(), null).metresTo(post),
                v.previous()[i],
                v.previous()[i] == null ? "" : name(people.get(v.previous()[i])),
                v.pinned().contains(v.households()[i]),
                v.moved().contains(v.households()[i]));
    }

    private static String name(@Nullable Cadre cadre) {
        return cadre == null ? "—" : cadre.name();
    }

    /** A cadre and the households he would hold; 404 when the run does not know him. */
    Outlook.Holder holder(Run run, UUID cadre) {
        var load = loads.of(run.id(), cadre).orElseThrow(() -> ProposalRefusal.NO_SUCH_RUN.because(run.id()));
        var person = cadres.require(cadre);
        var villages = plans.villages(run.id(), load.villages());
        var names = divisions.byId(villages.stream().map(Proposed::village).toList(), run.day());
        var byVillage = new LinkedHashMap<String, List<Outlook.Pair>>();
        for (var village : villages) {
            var his = IntStream.range(0, village.cadres().length)
                    .filter(i -> village.cadres()[i].equals(cadre))
                    .boxed()
                    .toList();
            var division = names.get(village.village());
            byVillage.put(
                    division == null ? String.valueOf(village.place()) : division.name(), pairs(run, village, his));
        }
        return new Outlook.Holder(person, units.require(person.unit()).name(), load, byVillage);
    }

    /** The cadres whose load changes most. */
    List<Outlook.Change> mostChanged(Run run) {
        return named(loads.mostChanged(run.id(), MOST_CHANGED));
    }

    /** The cadres whose limits cost the whole most. */
    List<Outlook.Change> dearestLimits(Run run) {
        return named(loads.dearestLimits(run.id(), DEAREST));
    }

    /** What each unit would bear, by name. */
    List<Outlook.Unit> units(Run run) {
        var borne = loads.byUnit(run.id());
        var known = units.byId(borne.stream().map(UnitLoad::unit).toList());
        return borne.stream()
                .filter(load -> known.containsKey(load.unit()))
                .map(load -> new Outlook.Unit(
                        Objects.requireNonNull(known.get(load.unit())).name(), load))
                .sorted(Comparator.comparing(Outlook.Unit::name))
                .toList();
    }

    private List<Outlook.Change> named(List<Load> changed) {
        var people = cadres.byId(changed.stream().map(l -> l.post().cadre()).toList());
        return changed.stream()
                .filter(l -> people.containsKey(l.post().cadre()))
                .map(l -> new Outlook.Change(
                        Objects.requireNonNull(people.get(l.post().cadre())), l))
                .toList();
    }

    /** Why a run found no pairing. */
    Shortage reason(Run run) {
        return shortages.named(bottlenecks.of(run.id()), run.day());
    }

    /** Why a household gets its contact, with names. */
    Outlook.Because because(Run run, UUID household, Caller caller) {
        var why = reasons.why(run.id(), household, caller);
        var home = households.require(household);
        var people = new HashSet<UUID>(List.of(why.cadre()));
        var families = new HashSet<UUID>();
        add(people, why.previous());
        if (why.other() != null) {
            add(people, why.other().cadre());
            add(people, why.other().to());
            add(families, why.other().displaced());
        }
        add(people, why.barred() == null ? null : why.barred().cadre());
        var heads =
                households.byId(families).values().stream().collect(Collectors.toMap(Household::id, Household::head));
        return new Outlook.Because(
                why,
                home.head(),
                home.place(),
                divisions.require(home.village(), run.day()).name(),
                cadres.byId(people),
                heads);
    }

    private static void add(Collection<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /** Where two proposals for the same ground differ, township by township or village by village. */
    @Transactional(readOnly = true)
    List<Outlook.Difference> differences(Run run, Run other, DivisionCode at) {
        boolean townships = at.level().compareTo(Level.TOWNSHIP) < 0;
        var ground = at.ground().and(run.ground()).and(other.ground());
        var names = divisions.on(ground, townships ? Level.TOWNSHIP : Level.VILLAGE, run.day()).stream()
                .collect(Collectors.toMap(d -> d.code().value(), Division::name));
        return plans.differences(run.id(), other.id(), ground, townships).stream()
                .map(d -> new Outlook.Difference(
                        names.getOrDefault(d.place(), String.valueOf(d.place())),
                        d.place(),
                        d.households(),
                        d.differing()))
                .toList();
    }

    /** The run's place, for its name and the path. */
    Division place(Run run) {
        return divisions.require(run.place(), run.day());
    }
}
