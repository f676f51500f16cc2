package lianxin.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns put off, each for a reason of the county’s list; one tap. */
@Service
public class Deferrals {

    private final JdbcClient sql;
    private final Lists lists;
    private final Households households;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Deferrals(JdbcClient sql, Lists lists, Households households, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.lists = lists;
        this.households = households;
        this.house = house;
        this.clock = clock;
    }

    /** Puts a turn off, counted from the day it was said. Refused for longer than the reason allows. */
    @Transactional
    public void defer(
            UUID id,
            UUID household,
            @Nullable LocalDate until,
            @Nullable String reason,
            LocalDate said,
            Caller caller) {
        caller.may(Right.VISIT_RECORD);
        var home = households.byId(List.of(household)).get(household);
        if (home == null) {
            throw VisitRefusal.NOT_YOUR_HOUSEHOLD.because();
        }
        caller.may(Right.VISIT_RECORD, home.place());
        var why = lists.deferralReason(String.valueOf(reason));
        if (until == null || until.isAfter(said.plusDays(why.days()))) {
            throw VisitRefusal.NOT_THAT_LONG.because(why.days());
        }
        var now = clock.instant();
        int fresh = sql.sql("""
                insert into visit.deferral (id, household, place, reason, until, by_whom, at)
                values (:id, :household, :place, :reason, :until, :by, :at)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("household", household)
                .param("place", home.place())
                .param("reason", why.code())
                .param("until", until)
                .param("by", caller.id())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        if (fresh == 1) {
            house.publishEvent(new TurnDeferred(household, caller.id(), now));
        }
    }

    /** Of each of these households the latest deferral that has not run out on {@code day}. For other rooms. */
    public Map<UUID, Deferral> of(Collection<UUID> ids, LocalDate day) {
        return sql
                .sql("""
                select distinct on (household) household, until, reason, (at at time zone :zone)::date as on
                  from visit.deferral
                 where household = any(:households) and until > :day
                 order by household, at desc
                """)
                .param("zone", CountyTime.ZONE.getId())
                .param("households", ids.toArray(UUID[]::new))
                .param("day", day)
                .query(Deferral.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Deferral::household, Function.identity()));
    }
}
