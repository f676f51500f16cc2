package lianxin.rights;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.privacy.Span;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases what has been kept long enough (PIPL arts. 19, 47): every night, span by span, as {@code rights.keeping} says today. What is under a legal hold stays. */
@Component
public class Retention {

    private static final int AT_ONCE = 500;

    private final JdbcClient sql;
    private final Households households;
    private final Erasing erasing;
    private final RequestStore requests;
    private final Clock clock;

    Retention(JdbcClient sql, Households households, Erasing erasing, RequestStore requests, Clock clock) {
        this.sql = sql;
        this.households = households;
        this.erasing = erasing;
        this.requests = requests;
        this.clock = clock;
    }

    /** Looks through all spans; each household is a transaction of its own, so that it goes on where it was stopped. */
    void sweep() {
        var today = LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
        for (var span : List.of(Span.SEALED, Span.FAMILY)) {
            var months = months(span, today);
            if (months != null) {
                note(span, ended(span, today.minusMonths(months)));
            }
        }
        var months = months(Span.REQUEST, today);
        if (months != null) {
            note(
                    Span.REQUEST,
                    requests.forget(today.minusMonths(months)
                            .atStartOfDay(CountyTime.ZONE)
                            .toInstant()));
        }
    }

    /** The rules of today and what they last found. */
    List<Rule> rules(LocalDate day) {
        return sql.sql("""
                select distinct on (k.span) k.span, k.months, k.source, s.at, s.gone
                  from rights.keeping k
                  left join rights.sweep s on s.span = k.span
                 where k.since <= :day
                 order by k.span, k.since desc
                """)
                .param("day", day)
                .query((row, _) -> new Rule(
                        Span.valueOf(row.getString("span")),
                        row.getObject("months", Integer.class),
                        row.getString("source"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getLong("gone")))
                .list();
    }

    private long ended(Span span, LocalDate last) {
        var gone = 0L;
        var after = new UUID(0, 0);
        for (var homes = households.endedBy(last, after, AT_ONCE);
                !homes.isEmpty();
                homes = households.endedBy(last, after, AT_ONCE)) {
            var untouched = untouched(span, homes.stream().map(h -> h.id()).toList());
            for (var home : homes) {
                if (untouched.contains(home.id())) {
                    erasing.erase(home, span, null, Caller.THE_HOUSE);
                    gone++;
                }
            }
            after = homes.getLast().id();
        }
        return gone;
    }

    /** Which of them are neither erased nor held. */
    private List<UUID> untouched(Span span, List<UUID> ids) {
        return sql.sql("""
                select asked.household
                  from unnest(:ids) as asked (household)
                 where not exists (select from rights.erased e where e.household = asked.household and e.span in (:span, 'FAMILY'))
                   and not exists (select from rights.hold h where h.household = asked.household and h.ended_at is null)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("span", span.name())
                .query(UUID.class)
                .list();
    }

    private @Nullable Integer months(Span span, LocalDate day) {
        return rules(day).stream()
                .filter(rule -> rule.span() == span)
                .findFirst()
                .map(Rule::months)
                .orElse(null);
    }

    private void note(Span span, long gone) {
        sql.sql("""
                insert into rights.sweep (span, at, gone) values (:span, :at, :gone)
                on conflict (span) do update set at = excluded.at, gone = excluded.gone
                """)
                .param("span", span.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("gone", gone)
                .update();
    }

    /**
     * How long a span is kept.
     *
     * @param months null: for good
     * @param at when it was last looked through; null: never yet
     * @param gone how many households or requests were over their time then
     */
    public record Rule(
            Span span,
            @Nullable Integer months,
            String source,
            @Nullable OffsetDateTime at,
            long gone) {}

    /** At half past two in the morning, county time. */
    @Configuration
    static class Nightly {

        @Bean
        static RecurringTask<Void> retention(Retention retention, Standing standing) {
            return Tasks.recurring("retention", Schedules.daily(CountyTime.ZONE, LocalTime.of(2, 30)))
                    .execute((_, _) -> standing.houseDoes(retention::sweep));
        }
    }
}
