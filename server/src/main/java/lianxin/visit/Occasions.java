package lianxin.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.registry.Households;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Life events (五必访): written down by whoever hears of them, once; each makes a visit due, and none outlives the day it is looked at again. */
@Service
public class Occasions {

    /** From where one may know of it; hearsay is no basis (PIPL art. 13). */
    static final Set<String> BASES = Set.of("TOLD_BY_FAMILY", "VILLAGE", "PUBLIC_DUTY");

    private static final int OLDEST_DAYS = 90;
    private static final int REVIEWED_AFTER_DAYS = 60;

    private final OccasionStore store;
    private final Lists lists;
    private final Households households;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Occasions(OccasionStore store, Lists lists, Households households, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.households = households;
        this.house = house;
        this.clock = clock;
    }

    /** Writes a life event down. Refused for a day to come or longer ago than three months, an unknown kind or basis, and while the same one is open. */
    @Transactional
    public UUID note(UUID household, String kind, LocalDate happenedOn, String basis, Caller caller) {
        caller.may(Right.OCCASION_WRITE);
        var home = households.byId(List.of(household)).get(household);
        if (home == null) {
            throw VisitRefusal.NOT_YOUR_HOUSEHOLD.because();
        }
        caller.may(Right.OCCASION_WRITE, home.place());
        var rule = lists.occasionKind(kind);
        if (!BASES.contains(basis)) {
            throw VisitRefusal.NO_SUCH_WORD.because(basis);
        }
        var today = today();
        var open = store.of(List.of(household), today.minusDays(OLDEST_DAYS)).stream()
                .anyMatch(o -> o.kind().equals(kind) && o.calls(today));
        if (happenedOn.isAfter(today) || happenedOn.isBefore(today.minusDays(OLDEST_DAYS)) || open) {
            throw VisitRefusal.OCCASION_DAY.because(OLDEST_DAYS);
        }
        var due = happenedOn.plusDays(rule.within()).isBefore(today) ? today : happenedOn.plusDays(rule.within());
        var occasion = new Occasion(
                Ids.next(),
                household,
                home.place(),
                kind,
                happenedOn,
                due,
                due.plusDays(REVIEWED_AFTER_DAYS),
                basis,
                null,
                false);
        store.add(occasion, caller.id(), now());
        house.publishEvent(new OccasionNoted(household, caller.id(), now(), occasion.id(), false));
        return occasion.id();
    }

    /** It is over, or was a mistake; answers whose it was. */
    @Transactional
    public UUID close(UUID id, Caller caller) {
        caller.may(Right.OCCASION_WRITE);
        var occasion = store.byId(id).orElseThrow(VisitRefusal.NO_SUCH_OCCASION::because);
        caller.may(Right.OCCASION_WRITE, occasion.place());
        if (!store.close(id, today())) {
            throw VisitRefusal.NO_SUCH_OCCASION.because();
        }
        house.publishEvent(new OccasionNoted(occasion.household(), caller.id(), now(), id, true));
        return occasion.household();
    }

    /** What happened in these households since {@code since}, by household, the latest first. For other rooms. */
    public Map<UUID, List<Occasion>> of(Collection<UUID> ids, LocalDate since) {
        return store.of(ids, since).stream().collect(Collectors.groupingBy(Occasion::household));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    private Instant now() {
        return clock.instant();
    }
}
