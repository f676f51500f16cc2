package lianxin.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.platform.CountyTime;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one must know to judge visits, asked for all of a batch at once and as the house: that a household is not one’s own any more is no reason not to know it. */
@Component
class VisitFacts {

    private final Households households;
    private final VisitStore visits;
    private final OccasionStore occasions;
    private final Lists lists;
    private final Standing standing;

    VisitFacts(Households households, VisitStore visits, OccasionStore occasions, Lists lists, Standing standing) {
        this.households = households;
        this.visits = visits;
        this.occasions = occasions;
        this.lists = lists;
        this.standing = standing;
    }

    Known about(List<Seen> seen) {
        return standing.house(() -> {
            var homes = households.byId(ids(seen, LogVisit::household));
            var links = new HashMap<UUID, UUID>();
            var corrected = ids(seen, LogVisit::corrects);
            if (!corrected.isEmpty()) {
                visits.byId(corrected).forEach(v -> links.put(v.id(), v.household()));
            }
            var answered = ids(seen, LogVisit::occasion);
            if (!answered.isEmpty()) {
                links.putAll(occasions.households(answered));
            }
            seen.stream()
                    .filter(one -> one.said().household() != null)
                    .forEach(one -> links.putIfAbsent(
                            one.id(), Objects.requireNonNull(one.said().household())));
            return new Known(homes, links, lists.topicsEver(), lists.begin(), stops(seen));
        });
    }

    private static Set<Rounds.Stop> stops(List<Seen> seen) {
        return seen.stream()
                .filter(one -> one.said().household() != null)
                .map(VisitFacts::stop)
                .collect(Collectors.toSet());
    }

    private static Rounds.Stop stop(Seen one) {
        return new Rounds.Stop(
                Objects.requireNonNull(one.said().household()), LocalDate.ofInstant(one.seenAt(), CountyTime.ZONE));
    }

    private static Collection<UUID> ids(List<Seen> seen, Function<LogVisit, @Nullable UUID> part) {
        return seen.stream()
                .map(Seen::said)
                .map(part)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /**
     * What is known.
     *
     * @param links of each visit and life event that is named, whose it is; of a visit in the same batch, whose it will be
     * @param begin when there first was a contact scheme
     */
    record Known(
            Map<UUID, Household> homes,
            Map<UUID, UUID> links,
            Set<String> topics,
            Instant begin,
            Set<Rounds.Stop> stops) {

        VisitRules.Said sound(Seen one) {
            return VisitRules.sound(one.said(), topics);
        }

        @Nullable
        Household household(UUID id) {
            return homes.get(id);
        }

        Rounds.Stop stop(Seen one) {
            return VisitFacts.stop(one);
        }

        /** Whether what it corrects and what it answers are the same household’s. */
        boolean belongs(VisitRules.Said said) {
            return Stream.of(said.corrects(), said.occasion())
                    .allMatch(id -> id == null || said.household().equals(links.get(id)));
        }
    }
}
