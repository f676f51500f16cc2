package lianxin.rights;

import java.time.LocalDate;
import lianxin.calendar.WorkCalendar;
import lianxin.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By when a request is answered: working days, as many as {@code rights.deadline} says on the day it came. */
@Component
class Deadlines {

    private final JdbcClient sql;
    private final WorkCalendar calendar;

    Deadlines(JdbcClient sql, WorkCalendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /** The last day for an answer. A year nobody has loaded the holidays of must not keep a family from asking: then every day counts, which is sooner. */
    LocalDate due(Wish wish, LocalDate received) {
        var rule = rule(wish, received);
        try {
            return calendar.plusWorkdays(received, rule.workdays());
        } catch (Refusal yearNotLoaded) {
            return received.plusDays(rule.workdays());
        }
    }

    Rule rule(Wish wish, LocalDate day) {
        return sql.sql("""
                select workdays, source
                  from rights.deadline
                 where kind = :kind and since <= :day
                 order by since desc
                 limit 1
                """)
                .param("kind", wish.name())
                .param("day", day)
                .query(Rule.class)
                .single();
    }

    /** How many working days, and which document says so. */
    record Rule(int workdays, String source) {}
}
