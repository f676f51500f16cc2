package lianxin.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {

    private final JdbcClient sql;

    CalendarStore(JdbcClient sql) {
        this.sql = sql;
    }

    long edition() {
        return sql.sql("select number from calendar.edition").query(Long.class).single();
    }

    void lock() {
        sql.sql("select number from calendar.edition for update")
                .query(Long.class)
                .single();
    }

    List<SpecialDay> all() {
        return sql.sql("select day, kind, name from calendar.special_day")
                .query(SpecialDay.class)
                .list();
    }

    List<SpecialDay> days(int year) {
        return sql.sql("""
                select day, kind, name
                  from calendar.special_day
                 where day >= :first and day < :next
                 order by day
                """)
                .param("first", LocalDate.of(year, 1, 1))
                .param("next", LocalDate.of(year + 1, 1, 1))
                .query(SpecialDay.class)
                .list();
    }

    List<WorkCalendar.LoadedYear> years() {
        return sql.sql("select year, source from calendar.year order by year")
                .query(WorkCalendar.LoadedYear.class)
                .list();
    }

    void put(YearNotice notice, String source) {
        sql.sql("delete from calendar.special_day where notice = :year")
                .param("year", notice.year())
                .update();
        sql.sql("""
                insert into calendar.special_day (day, kind, name, notice)
                select day, kind, name, :year
                  from unnest(:days::date[], :kinds::text[], :names::text[]) as fresh (day, kind, name)
                on conflict (day) do update
                   set kind = excluded.kind, name = excluded.name, notice = excluded.notice
                """)
                .param("year", notice.year())
                .param(
                        "days",
                        notice.days().stream().map(d -> d.day().toString()).toArray(String[]::new))
                .param("kinds", notice.days().stream().map(d -> d.kind().name()).toArray(String[]::new))
                .param("names", notice.days().stream().map(SpecialDay::name).toArray(String[]::new))
                .update();
        sql.sql("""
                insert into calendar.year (year, source)
                values (:year, :source)
                on conflict (year) do update
                   set source = excluded.source, loaded_at = now()
                """).param("year", notice.year()).param("source", source).update();
    }
}
