package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.calendar.WorkCalendar;
import lianxin.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By when each step is to be taken: working days of the real calendar, as many as the rules say that hold on the day it began. */
@Component
public class Terms {

    private final JdbcClient sql;
    private final WorkCalendar calendar;

    Terms(JdbcClient sql, WorkCalendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /** The rules that hold for every category on {@code day}. */
    Pace pace(LocalDate day) {
        return sql.sql("""
                select triage_days, accept_days, redo_days, urge_days, answer_days, escalate_days, reopen_days, returns, source
                  from cases.pace
                 where since <= :day
                 order by since desc
                 limit 1
                """).param("day", day).query(Pace.class).single();
    }

    /** How long a category is handled, as holds on {@code day}. */
    Term term(String category, LocalDate day) {
        return sql.sql("""
                select handle_days, extend_days, source
                  from cases.term
                 where category in (:category, '*') and since <= :day
                 order by (category <> '*') desc, since desc
                 limit 1
                """)
                .param("category", category)
                .param("day", day)
                .query(Term.class)
                .single();
    }

    /** What the law says of a kind that is not ours to handle, as holds on {@code day}; none for the other kinds. */
    Optional<Lawful> lawful(Kind kind, LocalDate day) {
        return sql.sql("""
                select tell_days, decide_days, extend_days, source
                  from cases.lawful
                 where kind = :kind and since <= :day
                 order by since desc
                 limit 1
                """)
                .param("kind", kind.name())
                .param("day", day)
                .query(Lawful.class)
                .optional();
    }

    /** What may be chosen as a category on {@code day}, in the county’s order. */
    List<Category> categories(LocalDate day) {
        return sql.sql("""
                select code, name_zh as zh, name_en as en
                  from (select distinct on (code) * from cases.category where since <= :day order by code, since desc) c
                 where until is null or until > :day
                 order by position
                """).param("day", day).query(Category.class).list();
    }

    static Map<String, Category> byCode(List<Category> categories) {
        return categories.stream().collect(Collectors.toMap(Category::code, Function.identity()));
    }

    /** The deadline of a step that begins on {@code day} and may take that many working days. */
    Due due(LocalDate day, int workdays) {
        var on = plus(day, workdays);
        return new Due(on, plus(on, -1), plus(on, 1));
    }

    /** The deadline when {@code workdays} more are granted to what was due on {@code on}. */
    Due later(LocalDate on, int workdays) {
        return workdays == 0 ? new Due(on, plus(on, -1), plus(on, 1)) : due(on, workdays);
    }

    /** Working days from {@code from} up to but not including {@code to}. */
    int between(LocalDate from, LocalDate to) {
        try {
            return calendar.workdaysBetween(from, to);
        } catch (Refusal yearNotLoaded) {
            return (int) (to.toEpochDay() - from.toEpochDay());
        }
    }

    /** A year nobody has loaded the holidays of must not keep a case from being heard: then every day counts, which is sooner. */
    LocalDate plus(LocalDate day, int workdays) {
        try {
            return calendar.plusWorkdays(day, workdays);
        } catch (Refusal yearNotLoaded) {
            return day.plusDays(workdays);
        }
    }

    /** Working days for each step; {@code reopenDays} are calendar days; after {@code returns} returns the county decides. */
    record Pace(
            int triageDays,
            int acceptDays,
            int redoDays,
            int urgeDays,
            int answerDays,
            int escalateDays,
            int reopenDays,
            int returns,
            String source) {}

    /** Working days to handle a case of one category, and by how many that may be extended, once. */
    public record Term(int handleDays, int extendDays, String source) {}

    /**
     * By when whoever said it is answered elsewhere, in days of the calendar.
     *
     * @param tellDays within which it is passed on, and within which whoever takes it says whether he takes it up
     * @param decideDays from its being taken up to the answer; {@code extendDays} more at most
     */
    public record Lawful(int tellDays, int decideDays, int extendDays, String source) {}

    /** What a case is about. */
    public record Category(String code, String zh, String en) {}
}
