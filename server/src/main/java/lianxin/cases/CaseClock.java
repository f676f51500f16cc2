package lianxin.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What time does to cases, every night: what is over its time goes to the leader above; who did not answer is unanswered; what could not be
 * solved then is looked at again; what was confirmed long ago is closed. A few thousand at a time, each lot for good: killed in the middle it goes on where it
 * stopped, and nothing happens twice on one day.
 */
@Service
public class CaseClock {

    static final int LOT = 5_000;
    private static final int HANDS = 2;

    private final JdbcClient sql;
    private final Terms terms;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    CaseClock(
            JdbcClient sql,
            Terms terms,
            TransactionTemplate transaction,
            ApplicationEventPublisher house,
            Clock clock) {
        this.sql = sql;
        this.terms = terms;
        this.transaction = transaction;
        this.house = house;
        this.clock = clock;
    }

    /** Does all that is due on {@code today}, with two hands: while one writes to disk the other works. What one has in hand the other passes over. */
    public Moved night(LocalDate today, Standing standing) {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            return Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> standing.house(() -> strike(today)), hands))
                    .limit(HANDS)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .reduce(new Moved(0, 0, 0, 0), Moved::and);
        }
    }

    /** Does all that is due on {@code today} and nobody else has in hand; says how many cases were moved. */
    public Moved strike(LocalDate today) {
        return new Moved(
                lots(() -> escalate(today), some -> struck(some, 0)),
                lots(() -> unanswered(today), some -> struck(0, some)),
                lots(() -> review(today), _ -> struck(0, 0)),
                lots(() -> close(today), _ -> struck(0, 0)));
    }

    /** Over its time: to the leader of the level above whoever had it last, and again after some working days, up to the city’s. */
    private int escalate(LocalDate today) {
        return sql.sql("""
                with late as (
                    select id, case when watch is null and unit is not null and level <> 'VILLAGE' then level
                                    else case coalesce(watch, level) when 'VILLAGE' then 'TOWNSHIP' when 'TOWNSHIP' then 'COUNTY' else 'CITY' end end as up
                      from cases.issue
                     where escalate_on <= :today
                     order by escalate_on, id
                     limit :lot
                     for update skip locked
                ), moved as (
                    update cases.issue i
                       set watch = late.up, escalate_on = case when late.up = 'CITY' then null else :next::date end, version = version + 1
                      from late
                     where i.id = late.id
                    returning i.id, i.household, i.place, i.stage, i.level, i.unit, i.due_on, late.up
                )
                insert into cases.step (id, issue, household, place, deed, stage, level, unit, by_whom, at, words, due_on)
                select gen_random_uuid(), id, household, place, 'ESCALATED', stage, level, unit, :house, :now, up, due_on from moved
                """)
                .param("today", today)
                .param("next", terms.plus(today, terms.pace(today).escalateDays()))
                .param("lot", LOT)
                .param("house", Caller.THE_HOUSE)
                .param("now", CaseStore.utc(now()))
                .update();
    }

    /** The household has said nothing in time. That is what is kept, and nothing better. */
    private int unanswered(LocalDate today) {
        return moved(sql.sql("""
                with silent as (
                    select id, redone
                      from cases.issue
                     where stage = 'REPLIED' and due_on < :today
                     order by due_on, id
                     limit :lot
                     for update skip locked
                ), moved as (
                    update cases.issue i
                       set stage = 'UNANSWERED', stage_since = :now, voice = 'UNANSWERED', answered_at = :now, due_on = null, yellow_on = null, red_on = null,
                           version = version + 1
                      from silent
                     where i.id = silent.id
                    returning i.id, i.household, i.place, i.stage, i.level, i.unit, silent.redone
                ), said as (
                    insert into cases.answer (id, issue, household, place, said, way, round, by_whom, at)
                    select gen_random_uuid(), id, household, place, 'UNANSWERED', 'CLOCK', redone, :house, :now from moved
                )
                insert into cases.step (id, issue, household, place, deed, stage, level, unit, by_whom, at)
                select gen_random_uuid(), id, household, place, 'UNANSWERED', stage, level, unit, :house, :now from moved
                returning issue
                """)
                .param("today", today)
                .param("lot", LOT)
                .param("house", Caller.THE_HOUSE)
                .param("now", CaseStore.utc(now())));
    }

    /** The day has come on which what could not be solved is looked at again. */
    private int review(LocalDate today) {
        var due = terms.due(today, terms.pace(today).acceptDays());
        return moved(sql.sql("""
                with again as (
                    select id
                      from cases.issue
                     where review_on <= :today and stage in ('CONFIRMED', 'UNANSWERED', 'CLOSED')
                     order by review_on, id
                     limit :lot
                     for update skip locked
                ), moved as (
                    update cases.issue i
                       set stage = 'REDO', stage_since = :now, outcome = null, reply = '', replied_at = null, review_on = null, voice = null,
                           due_on = :due, yellow_on = :yellow, red_on = :red, escalate_on = :red, extended = false, told_at = null, version = version + 1
                      from again
                     where i.id = again.id
                    returning i.id, i.household, i.place, i.stage, i.level, i.unit, i.due_on
                )
                insert into cases.step (id, issue, household, place, deed, stage, level, unit, by_whom, at, due_on)
                select gen_random_uuid(), id, household, place, 'REOPENED', stage, level, unit, :house, :now, due_on from moved
                returning issue
                """)
                .param("today", today)
                .param("due", due.on())
                .param("yellow", due.yellow())
                .param("red", due.red())
                .param("lot", LOT)
                .param("house", Caller.THE_HOUSE)
                .param("now", CaseStore.utc(now())));
    }

    /** What was answered, and can no longer be opened again. */
    private int close(LocalDate today) {
        var before = today.minusDays(terms.pace(today).reopenDays());
        return moved(sql.sql("""
                with old as (
                    select id
                      from cases.issue
                     where stage in ('CONFIRMED', 'UNANSWERED') and stage_since < :before and review_on is null
                     order by stage_since, id
                     limit :lot
                     for update skip locked
                ), moved as (
                    update cases.issue i
                       set stage = 'CLOSED', stage_since = :now, version = version + 1
                      from old
                     where i.id = old.id
                    returning i.id, i.household, i.place, i.stage, i.level, i.unit
                )
                insert into cases.step (id, issue, household, place, deed, stage, level, unit, by_whom, at)
                select gen_random_uuid(), id, household, place, 'CLOSED', stage, level, unit, :house, :now from moved
                returning issue
                """)
                .param(
                        "before",
                        CaseStore.utc(before.atStartOfDay(CountyTime.ZONE).toInstant()))
                .param("lot", LOT)
                .param("house", Caller.THE_HOUSE)
                .param("now", CaseStore.utc(now())));
    }

    /** Tells which cases a lot moved. */
    private int moved(JdbcClient.StatementSpec lot) {
        var cases = lot.query(UUID.class).list();
        if (!cases.isEmpty()) {
            house.publishEvent(new CasesMoved(cases));
        }
        return cases.size();
    }

    private CasesStruck struck(int escalated, int unanswered) {
        return new CasesStruck(Ids.next(), Caller.THE_HOUSE, now(), escalated, unanswered);
    }

    /** Each lot is told in its own transaction: a night that is killed has told what it did, and no more. */
    private int lots(IntSupplier lot, IntFunction<CasesStruck> news) {
        var all = 0;
        while (true) {
            var moved = Objects.requireNonNull(transaction.execute(_ -> {
                var some = lot.getAsInt();
                if (some > 0) {
                    house.publishEvent(news.apply(some));
                }
                return some;
            }));
            all += moved;
            if (moved < LOT) {
                return all;
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How many cases each rule moved. */
    public record Moved(int escalated, int unanswered, int again, int closed) {

        Moved and(Moved other) {
            return new Moved(
                    escalated + other.escalated,
                    unanswered + other.unanswered,
                    again + other.again,
                    closed + other.closed);
        }
    }

    /** At half past one, county time. */
    @Configuration
    static class Nightly {

        @Bean
        static RecurringTask<Void> casesEveryNight(CaseClock cases, Standing standing, CountyTime time) {
            return Tasks.recurring("cases-nightly", Schedules.daily(CountyTime.ZONE, LocalTime.of(1, 30)))
                    .execute((_, _) -> cases.night(time.today(), standing));
        }
    }
}
