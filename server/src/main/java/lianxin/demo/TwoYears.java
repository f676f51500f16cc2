package lianxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.coverage.NightlyCheck;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.proposal.Adoptions;
import lianxin.proposal.Proposals;
import lianxin.proposal.RunState;
import lianxin.region.Division;
import lianxin.registry.Household;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Pairs the demonstration: a plan of last year, this year's proposal, its adoption, what has happened since, and the first check of it all. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class TwoYears {

    /** First day of last year's plan. */
    static final LocalDate LAST_YEAR = LocalDate.of(2025, 3, 1);

    private static final String SPLIT_OFF = "-2";
    private static final int MOST_LAST_YEAR = 30;

    private final Making making;
    private final DemoAccounts accounts;
    private final Cadres cadres;
    private final Households households;
    private final HouseholdDeeds deeds;
    private final Grounds grounds;
    private final Exclusions exclusions;
    private final Pairings pairings;
    private final Proposals proposals;
    private final Adoptions adoptions;
    private final NightlyCheck check;
    private final Disputes disputes;
    private final Promises promises;
    private final Troubles troubles;
    private final Map<UUID, List<Cadre>> staff = new HashMap<>();

    TwoYears(
            Making making,
            DemoAccounts accounts,
            Cadres cadres,
            Households households,
            HouseholdDeeds deeds,
            Grounds grounds,
            Exclusions exclusions,
            Pairings pairings,
            Proposals proposals,
            Adoptions adoptions,
            NightlyCheck check,
            Disputes disputes,
            Promises promises,
            Troubles troubles) {
        this.making = making;
        this.accounts = accounts;
        this.cadres = cadres;
        this.households = households;
        this.deeds = deeds;
        this.grounds = grounds;
        this.exclusions = exclusions;
        this.pairings = pairings;
        this.proposals = proposals;
        this.adoptions = adoptions;
        this.check = check;
        this.disputes = disputes;
        this.promises = promises;
        this.troubles = troubles;
    }

    Map<Step, Demo.Doing> steps(World.Made made) {
        var steps = new LinkedHashMap<Step, Demo.Doing>();
        steps.put(Step.LAST_YEAR, progress -> lastYear(made, progress));
        steps.put(Step.KINSHIP, progress -> kinship(made, progress));
        steps.put(Step.PROPOSAL, progress -> propose(made, progress));
        steps.put(Step.ADOPTION, _ -> adopt(made));
        steps.put(Step.STORIES, _ -> stories(made));
        steps.put(Step.DISPUTES, _ -> disputes.make(made.day()));
        steps.put(Step.DEEDS, _ -> promises.make(made.day(), accounts.office(made.scale())));
        steps.put(Step.CHECK, _ -> Integer.toString(check.checkAll().size()));
        return steps;
    }

    /** Last year nine villages of ten were paired, by simple shares: whoever serves the village and has fewest takes the next. */
    private String lastYear(World.Made made, Progress progress) {
        var load = new HashMap<UUID, Integer>();
        var plans = new ArrayList<Pairings.VillagePlan>();
        var villages = making.villages(made);
        for (var village : villages) {
            progress.at(plans.size(), villages.size());
            var there = serving(village, made.day()).stream()
                    .filter(c -> !c.since().isAfter(LAST_YEAR))
                    .toList();
            var families = families(village, made.day()).stream()
                    .filter(h -> !h.since().isAfter(LAST_YEAR))
                    .toList();
            if (there.isEmpty()
                    || new Dice(made.seed(), "last year", village.code().value()).chance(0.1)) {
                continue;
            }
            var plan = shared(families, there, load);
            if (!plan.isEmpty()) {
                plans.add(new Pairings.VillagePlan(
                        village.id(),
                        village.code().value(),
                        plan.keySet().toArray(UUID[]::new),
                        plan.values().toArray(UUID[]::new)));
            }
        }
        var changed = pairings.adopt(
                new Pairings.Adoption(null, LAST_YEAR, Reason.PLAN_ADOPTED, plans), accounts.office(made.scale()));
        return Long.toString(changed.given() + changed.kept());
    }

    private static Map<UUID, UUID> shared(List<Household> families, List<Cadre> there, Map<UUID, Integer> load) {
        var plan = new LinkedHashMap<UUID, UUID>();
        var next = there.stream()
                .min(Comparator.comparingInt(c -> load.getOrDefault(c.id(), 0)))
                .orElseThrow();
        var given = 0;
        for (var family : families) {
            if (given == 8) { // neighbours have the same contact
                next = there.stream()
                        .min(Comparator.comparingInt(c -> load.getOrDefault(c.id(), 0)))
                        .orElseThrow();
                given = 0;
            }
            if (load.getOrDefault(next.id(), 0) < MOST_LAST_YEAR) {
                plan.put(family.id(), next.id());
                load.merge(next.id(), 1, Integer::sum);
            }
            given++;
        }
        return plan;
    }

    /** A few cadres serve the village they come from; those of them who bear the family's name are kin of some. */
    private String kinship(World.Made made, Progress progress) {
        var caller = accounts.office(made.scale());
        var found = 0;
        var villages = making.villages(made);
        for (var i = 0; i < villages.size(); i += Math.max(1, villages.size() / 200)) {
            progress.at(i, villages.size());
            var village = villages.get(i);
            var kin = serving(village, made.day()).stream()
                    .filter(c -> village.id().equals(c.homeVillage()))
                    .findFirst();
            if (kin.isPresent()) {
                var surname = kin.get().name().substring(0, 1);
                for (var family : families(village, made.day()).stream()
                        .filter(h -> h.head().startsWith(surname))
                        .limit(3)
                        .toList()) {
                    if (exclusions.on(village.code().ground(), made.day()).stream()
                            .noneMatch(e -> family.id().equals(e.household()))) {
                        exclusions.exclude(family.id(), kin.get().id(), "KINSHIP", "", null, caller);
                        found++;
                    }
                }
            }
        }
        return Integer.toString(found);
    }

    private String propose(World.Made made, Progress progress) {
        var caller = accounts.office(made.scale());
        var place = made.scale().place();
        for (var run : proposals.latest(place, caller)) {
            if (run.state().underWay()) { // of a start that ended in the middle
                proposals.cancel(run.id(), caller);
            }
        }
        var run = proposals.latest(place, caller).stream()
                .filter(r -> r.state() == RunState.PROPOSED)
                .map(r -> r.id())
                .findFirst()
                .orElseGet(() -> proposals.ask(place, made.day(), null, caller));
        Waiting.untilProposed(
                () -> {
                    var now = proposals.require(run, caller);
                    progress.at(now.permille(), 1_000);
                    return now.state();
                },
                () -> proposals.cancel(run, caller));
        return "";
    }

    private String adopt(World.Made made) {
        var caller = accounts.office(made.scale());
        var place = made.scale().place();
        var proposed = proposals.latest(place, caller).stream()
                .filter(r -> r.state() == RunState.PROPOSED)
                .findFirst();
        return proposed.map(run -> adoptions.adopt(run.id(), place, false, caller))
                .map(done -> Long.toString(done.given() + done.changed() + done.kept()))
                .orElse("");
    }

    /** Since then: a family has split, somebody is excused until shortly, and accounts are open for those who look on. */
    private String stories(World.Made made) {
        var caller = accounts.office(made.scale());
        var village = making.villages(made).getFirst();
        var family = families(village, made.day()).stream()
                .filter(h -> h.size() >= 4)
                .findFirst();
        family.filter(h -> h.version() == 1).ifPresent(h -> split(h, caller, made.day()));
        var contact =
                family.flatMap(h -> pairings.contactOf(h.id(), made.day())).map(p -> p.cadre());
        var excused = cadres.serving(made.scale().place().ground(), made.day()).stream()
                .filter(c -> !c.leader() && c.exemptUntil() == null)
                .max(Comparator.comparing(Cadre::key));
        excused.ifPresent(
                c -> cadres.exempt(c.id(), c.version(), "产假", made.day().plusDays(9), caller));
        contact.ifPresent(c -> troubles.tell(
                families(village, made.day()),
                accounts.others(cadres.require(c).unit(), c, making.township(village, made.day()))));
        return "";
    }

    /** Three places where something is going on: addresses for the person at the terminal to open. */
    List<String> leads(World.Made made) {
        var village = making.villages(made).getFirst();
        var leads = new ArrayList<String>();
        families(village, made.day()).stream()
                .filter(h -> h.key().endsWith(SPLIT_OFF))
                .findFirst()
                .ifPresent(h -> leads.add("/households/" + h.id()));
        var serving = cadres.serving(made.scale().place().ground(), made.day()).stream()
                .sorted(Comparator.comparing(Cadre::key))
                .toList();
        serving.stream()
                .filter(c -> c.exemptUntil() != null)
                .findFirst()
                .ifPresent(c -> leads.add("/cadres/" + c.id()));
        serving.stream()
                .filter(c -> !c.leader() && c.exemptUntil() == null)
                .findFirst()
                .ifPresent(c -> leads.add("/repairs/cadre/" + c.id()));
        return leads;
    }

    private void split(Household family, Caller caller, LocalDate day) {
        var parts = new LinkedHashMap<String, HouseholdFacts>();
        var head = family.head().substring(0, family.head().offsetByCodePoints(0, 1)) + "小分";
        parts.put(family.key() + SPLIT_OFF, new HouseholdFacts(head, family.group(), 2, List.of()));
        deeds.split(family.id(), family.version(), parts, day, caller);
    }

    private List<Cadre> serving(Division village, LocalDate day) {
        return grounds.on(village.code().ground(), day).stream()
                .flatMap(g -> staff.computeIfAbsent(g.unit(), unit -> cadres.of(unit, day)).stream())
                .toList();
    }

    private List<Household> families(Division village, LocalDate day) {
        return households.inVillage(village.code().value(), day, Pairings.FIRST, 100_000);
    }
}
