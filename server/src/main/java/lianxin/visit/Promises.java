package lianxin.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A household’s plan (R39): what it needs, what was promised, by when, and what came of it. */
@Service
public class Promises {

    private static final int LONGEST = 200;
    private static final String SELECT =
            "select id, household, place, need, action, due_on, by_whom as by, result, done_on from visit.promise";

    private final JdbcClient sql;
    private final Households households;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Promises(JdbcClient sql, Households households, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.households = households;
        this.house = house;
        this.clock = clock;
    }

    /** Promises something. The same promise made again changes nothing. Refused without need, action or day, and for households one does not see. */
    @Transactional
    public void make(
            UUID id,
            UUID household,
            @Nullable String need,
            @Nullable String action,
            @Nullable LocalDate due,
            Caller caller) {
        caller.may(Right.VISIT_RECORD);
        var home = households.byId(List.of(household)).get(household);
        if (home == null) {
            throw VisitRefusal.NOT_YOUR_HOUSEHOLD.because();
        }
        caller.may(Right.VISIT_RECORD, home.place());
        var needs = said(need, "need");
        var does = said(action, "action");
        if (due == null) {
            throw VisitRefusal.UNCLEAR.because("due");
        }
        int fresh = sql.sql("""
                insert into visit.promise (id, household, place, need, action, due_on, by_whom, at)
                values (:id, :household, :place, :need, :action, :due, :by, :at)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("household", household)
                .param("place", home.place())
                .param("need", needs)
                .param("action", does)
                .param("due", due)
                .param("by", caller.id())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
        if (fresh == 1) {
            house.publishEvent(new PromiseMade(household, caller.id(), now(), id));
        }
    }

    /** Says what came of it; answers whose it was. Refused when there is none one sees, and when it was done before with another result. */
    @Transactional
    public UUID keep(UUID id, @Nullable String result, Caller caller) {
        caller.may(Right.VISIT_RECORD);
        var promise = sql.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(Promise.class)
                .optional()
                .orElseThrow(VisitRefusal.NO_SUCH_PROMISE::because);
        caller.may(Right.VISIT_RECORD, promise.place());
        var came = said(result, "result");
        if (promise.result() != null) {
            if (promise.result().equals(came)) {
                return promise.household();
            }
            throw VisitRefusal.PROMISE_DONE.because();
        }
        sql.sql("update visit.promise set result = :result, done_on = :day, done_by = :by where id = :id")
                .param("id", id)
                .param("result", came)
                .param("day", LocalDate.ofInstant(now(), CountyTime.ZONE))
                .param("by", caller.id())
                .update();
        house.publishEvent(new PromiseKept(promise.household(), caller.id(), now(), id));
        return promise.household();
    }

    /** What these households were promised and is open, or was done since {@code since}; by household, the soonest first. For other rooms. */
    public Map<UUID, List<Promise>> of(Collection<UUID> ids, LocalDate since) {
        return sql
                .sql(SELECT + """
                 where household = any(:households) and (done_on is null or done_on >= :since)
                 order by household, due_on, id
                """)
                .param("households", ids.toArray(UUID[]::new))
                .param("since", since)
                .query(Promise.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Promise::household));
    }

    private static String said(@Nullable String words, String field) {
        var line = VisitRules.line(words, field, LONGEST);
        if (line.isEmpty()) {
            throw VisitRefusal.UNCLEAR.because(field);
        }
        return line;
    }

    private Instant now() {
        return clock.instant();
    }
}
