package lianxin.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.muster.Criterion;
import lianxin.muster.Home;
import lianxin.muster.Policy;
import lianxin.muster.Post;
import lianxin.muster.UuidColumn;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.scheme.Exclusion;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Schemes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Why a proposal pairs a household as it does, from what is kept with the run: positions, limits, and what one more household with each
 * cadre costs the whole. Nothing is solved again, so it answers at once.
 */
@Service
public class Reasons {

    private final Proposals proposals;
    private final PlanStore plans;
    private final LoadStore loads;
    private final Households households;
    private final Exclusions exclusions;
    private final Schemes schemes;

    Reasons(
            Proposals proposals,
            PlanStore plans,
            LoadStore loads,
            Households households,
            Exclusions exclusions,
            Schemes schemes) {
        this.proposals = proposals;
        this.plans = plans;
        this.loads = loads;
        this.households = households;
        this.exclusions = exclusions;
        this.schemes = schemes;
    }

    /** Why this household gets this contact. */
    @Transactional(readOnly = true)
    public Why why(UUID id, UUID household, Caller caller) {
        var run = proposals.require(id, caller);
        var totals = run.totals();
        var village = plans.village(id, households.require(household).place()).orElse(null);
        if (totals == null || village == null || village.find(household) < 0) {
            throw ProposalRefusal.NO_SUCH_RUN.because(id);
        }
        return new Look(run, totals.kinds()).why(village, village.find(household));
    }

    /** One look at a run, which remembers the cadres it has seen. */
    private final class Look {

        private final Run run;
        private final Policy policy;
        private final List<List<String>> kinds;
        private final Map<UUID, List<Load>> byUnit = new HashMap<>();
        private final Map<UUID, Load> byCadre = new LinkedHashMap<>();
        private final Map<Long, List<Exclusion>> excluded = new HashMap<>();

        Look(Run run, List<List<String>> kinds) {
            this.run = run;
            this.kinds = kinds;
            policy = new Policy(schemes.require(run.scheme()).rules());
        }

        Why why(Proposed village, int at) {
            var household = village.households()[at];
            var own = Objects.requireNonNull(load(village.cadres()[at]));
            var home = home(village, at);
            boolean pinned = village.pinned().contains(household);
            var choices = choices(village, household);
            return new Why(
                    household,
                    own.post().cadre(),
                    home.metresTo(own.post()),
                    prices(home, own.post()),
                    village.previous()[at],
                    pinned,
                    village.moved().contains(household),
                    own.load(),
                    own.post().high(),
                    pinned ? 1 : choices.size(),
                    choices.stream()
                            .filter(c -> !c.post().cadre().equals(own.post().cadre()))
                            .min(cheapest(home))
                            .map(best -> other(village, home, own, best))
                            .orElse(null),
                    pinned ? null : barred(village, home, household, own));
        }

        /** Whoever is excluded and would be better than the contact, and by how much at most. */
        private Why.@Nullable Barred barred(Proposed village, Home home, UUID household, Load own) {
            long now = Criterion.sum(policy, home, own.post()) + own.price();
            return all(village)
                    .filter(l -> excludes(village, household, l))
                    .min(cheapest(home))
                    .map(l -> new Why.Barred(l.post().cadre(), now - Criterion.sum(policy, home, l.post()) - l.price()))
                    .filter(b -> b.saves() > 0)
                    .orElse(null);
        }

        /** By what the pair and the place cost together, then by identity. */
        private Comparator<Load> cheapest(Home home) {
            return Comparator.<Load>comparingLong(l -> Criterion.sum(policy, home, l.post()) + l.price())
                    .thenComparing(l -> l.post().cadre(), UuidColumn::unsigned);
        }

        private Why.Other other(Proposed village, Home home, Load own, Load best) {
            long more = Criterion.sum(policy, home, best.post())
                    + best.price()
                    - Criterion.sum(policy, home, own.post())
                    - own.price();
            var gives = best.full() ? displaced(best, own) : null;
            return new Why.Other(
                    best.post().cadre(),
                    home.metresTo(best.post()),
                    prices(home, best.post()),
                    more,
                    best.full(),
                    gives == null ? null : gives.household(),
                    gives == null ? null : gives.to());
        }

        /** The family of a full cadre that would most easily go to somebody else, and to whom: who has room, or the one whom the household leaves. */
        private @Nullable Step displaced(Load full, Load left) {
            var steps = new ArrayList<Step>();
            for (var village : plans.villages(run.id(), full.villages())) {
                for (int i = 0; i < village.households().length; i++) {
                    var household = village.households()[i];
                    if (village.cadres()[i].equals(full.post().cadre())
                            && !village.pinned().contains(household)) {
                        var home = home(village, i);
                        long now = Criterion.sum(policy, home, full.post());
                        choices(village, household).stream()
                                .filter(c -> !c.full()
                                        || c.post().cadre().equals(left.post().cadre()))
                                .min(cheapest(home))
                                .ifPresent(to -> steps.add(new Step(
                                        household,
                                        to.post().cadre(),
                                        Criterion.sum(policy, home, to.post()) + to.price() - now)));
                    }
                }
            }
            return steps.stream()
                    .min(Comparator.comparingLong(Step::more).thenComparing(Step::household, UuidColumn::unsigned))
                    .orElse(null);
        }

        /** Every cadre the household may have. */
        private List<Load> choices(Proposed village, UUID household) {
            return all(village).filter(l -> !excludes(village, household, l)).toList();
        }

        private boolean excludes(Proposed village, UUID household, Load load) {
            return excluded.computeIfAbsent(village.place(), this::exclusions).stream()
                    .anyMatch(
                            x -> x.parts(household, village.place(), load.post().cadre()));
        }

        /** Every cadre whose unit serves the village. */
        private Stream<Load> all(Proposed village) {
            var unknown =
                    village.units().stream().filter(u -> !byUnit.containsKey(u)).toList();
            if (!unknown.isEmpty()) {
                unknown.forEach(u -> byUnit.put(u, new ArrayList<>()));
                for (var load : loads.ofUnits(run.id(), unknown)) {
                    Objects.requireNonNull(byUnit.get(load.post().unit())).add(load);
                    byCadre.put(load.post().cadre(), load);
                }
            }
            return village.units().stream().flatMap(u -> Objects.requireNonNull(byUnit.get(u)).stream());
        }

        private List<Exclusion> exclusions(long place) {
            return Reasons.this.exclusions.on(new Ground(place, place + 1), run.day());
        }

        private Home home(Proposed village, int at) {
            var previous = village.previous()[at];
            return new Home(
                    village.x(),
                    village.y(),
                    kinds.get(village.kinds()[at]),
                    previous == null || load(previous) == null ? null : previous);
        }

        private @Nullable Load load(UUID cadre) {
            if (!byCadre.containsKey(cadre)) {
                loads.of(run.id(), cadre).ifPresent(found -> byCadre.put(cadre, found));
            }
            return byCadre.get(cadre);
        }

        private Map<Criterion, Long> prices(Home home, Post post) {
            var prices = new EnumMap<Criterion, Long>(Criterion.class);
            for (var criterion : Criterion.values()) {
                prices.put(criterion, criterion.price(policy, home, post));
            }
            return prices;
        }
    }

    private record Step(UUID household, UUID to, long more) {}
}
