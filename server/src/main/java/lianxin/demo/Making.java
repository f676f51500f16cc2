package lianxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.calendar.WorkCalendar;
import lianxin.matching.MatchAdoptions;
import lianxin.matching.Matchings;
import lianxin.matching.Run;
import lianxin.proposal.RunState;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.region.Releases;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.roster.RosterLoads;
import lianxin.roster.RosterRow;
import lianxin.staff.Unit;
import lianxin.staff.UnitRow;
import lianxin.staff.Units;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads places, units, cadres and households, a set at a time, the way an office's imports are loaded. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Making {

    /** The document by which units serve villages. */
    private static final String SOURCE = "帮包村安排（演示）";

    private final Releases releases;
    private final WorkCalendar calendar;
    private final Divisions divisions;
    private final RosterLoads loads;
    private final Units units;
    private final Matchings matchings;
    private final MatchAdoptions matches;
    private final DemoAccounts accounts;
    private final TransactionTemplate transaction;

    Making(
            Releases releases,
            WorkCalendar calendar,
            Divisions divisions,
            RosterLoads loads,
            Units units,
            Matchings matchings,
            MatchAdoptions matches,
            DemoAccounts accounts,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.calendar = calendar;
        this.divisions = divisions;
        this.loads = loads;
        this.units = units;
        this.matchings = matchings;
        this.matches = matches;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    Map<Step, Demo.Doing> steps(World.Made made) {
        var steps = new LinkedHashMap<Step, Demo.Doing>();
        steps.put(Step.PLACES, _ -> places());
        steps.put(Step.ACCOUNTS, _ -> accounts.office(made.scale()).name());
        steps.put(Step.UNITS, _ -> units(made));
        steps.put(Step.CADRES, progress -> cadres(made, progress));
        steps.put(Step.HOUSEHOLDS, progress -> households(made, progress));
        steps.put(Step.GROUNDS, progress -> grounds(made, progress));
        return steps;
    }

    private String places() {
        calendar.loadBundled();
        if (releases.all().isEmpty()) {
            releases.loadBundled(Caller.THE_HOUSE);
        }
        return Integer.toString(divisions
                .on(Ground.EVERYWHERE, Level.VILLAGE, Releases.BUNDLED_DAY)
                .size());
    }

    private String units(World.Made made) {
        var rows = new ArrayList<RosterRow>();
        for (var o : organisations(made)) {
            var at = divisions.require(o.place(), made.day());
            rows.add(new UnitRow(
                    rows.size() + 1L,
                    o.key(),
                    o.name(),
                    o.parentKey(),
                    o.level(),
                    o.kind(),
                    o.place().value(),
                    at.lon(),
                    at.lat(),
                    Families.BEGIN));
        }
        load(Roster.UNITS, 0, List.of(rows), made, done -> {});
        return Integer.toString(rows.size());
    }

    private String cadres(World.Made made, Progress progress) {
        var staff = new Staff(made.seed(), made.day(), villages(made));
        var ids = unitIds();
        var rows = new ArrayList<RosterRow>();
        for (var o : organisations(made)) {
            rows.addAll(staff.of(
                    o,
                    id(ids, o),
                    place -> villages(made).stream()
                            .filter(v -> v.code().value() / 1_000 == place / 1_000)
                            .toList()));
            progress.at(rows.size(), made.scale().cadres);
        }
        load(Roster.CADRES, 0, List.of(rows), made, _ -> {});
        return Integer.toString(rows.size());
    }

    /** Which unit serves which villages is found by the same search an office uses, for the people there are on the day. */
    private String grounds(World.Made made, Progress progress) {
        var caller = accounts.office(made.scale());
        var place = made.scale().seat();
        for (var run : matchings.latest(place, caller)) {
            if (run.state().underWay()) { // of a start that ended in the middle
                matchings.cancel(run.id(), caller);
            }
        }
        var run = matchings.latest(place, caller).stream()
                .filter(r -> r.state() == RunState.PROPOSED)
                .map(Run::id)
                .findFirst()
                .orElseGet(() -> matchings.ask(place, made.day(), caller));
        Waiting.untilProposed(
                () -> {
                    var now = matchings.require(run, caller);
                    progress.at(now.done(), now.total());
                    return now.state();
                },
                () -> matchings.cancel(run, caller));
        return Integer.toString(matches.adopt(run, SOURCE, caller).villages());
    }

    /** County by county, so that whatever stops this loses one county at most. */
    private String households(World.Made made, Progress progress) {
        var families = new Families(made.seed(), made.day());
        var byCounty = counts(made).entrySet().stream()
                .collect(Collectors.groupingBy(
                        v -> v.getKey().code().value() / 1_000_000, TreeMap::new, Collectors.toList()));
        var done = new long[1];
        for (var county : byCounty.values()) {
            Iterable<List<? extends RosterRow>> rows = () -> county.stream()
                    .<List<? extends RosterRow>>map(v -> families.of(v.getKey(), v.getValue()))
                    .iterator();
            load(Roster.HOUSEHOLDS, county.getFirst().getKey().code().value() / 1_000_000, rows, made, n -> {
                done[0] += n;
                progress.at(done[0], made.scale().households);
            });
        }
        return Long.toString(done[0]);
    }

    /** Always under the same identity, so that the next start clears away what an interrupted one had staged. */
    private void load(
            Roster roster,
            long part,
            Iterable<? extends List<? extends RosterRow>> rows,
            World.Made made,
            IntConsumer heard) {
        var load = new UUID(roster.ordinal(), part);
        var line = 0L;
        try (var staging = loads.stage(load, roster)) {
            for (var some : rows) {
                for (var row : some) {
                    staging.put(++line, row);
                }
                heard.accept(some.size());
            }
            staging.finish();
        }
        var caller = accounts.office(made.scale());
        transaction.executeWithoutResult(_ -> {
            var compared = loads.compare(load, roster, Ground.EVERYWHERE);
            if (compared.bad() > 0) {
                throw new IllegalStateException(compared.bad() + " rows of " + roster + " cannot be taken");
            }
            loads.merge(load, roster, Leaving.NOBODY, made.day(), caller);
        });
        loads.drop(load);
    }

    List<Organisation> organisations(World.Made made) {
        var ground = made.scale().place().ground();
        var counties = made.scale() == Scale.TOWNSHIP
                ? List.of(divisions.require(made.scale().seat(), made.day()))
                : divisions.on(ground, Level.COUNTY, made.day());
        return Organisations.of(made.scale(), counties, divisions.on(ground, Level.TOWNSHIP, made.day()), made.seed());
    }

    Map<Division, Integer> counts(World.Made made) {
        return new Families(made.seed(), made.day()).counts(villages(made), made.scale().households);
    }

    List<Division> villages(World.Made made) {
        return divisions.on(made.scale().place().ground(), Level.VILLAGE, made.day());
    }

    Division township(Division village, LocalDate day) {
        return divisions.require(Objects.requireNonNull(village.parent()), day);
    }

    Map<String, Unit> unitIds() {
        return units.on(Ground.EVERYWHERE).stream().collect(Collectors.toMap(Unit::key, Function.identity()));
    }

    static UUID id(Map<String, Unit> ids, Organisation organisation) {
        return Objects.requireNonNull(ids.get(organisation.key())).id();
    }
}
