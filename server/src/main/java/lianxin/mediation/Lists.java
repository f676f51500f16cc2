package lianxin.mediation;

import java.time.LocalDate;
import java.util.List;
import lianxin.platform.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a county calls disputes and how many days it gives, as they hold on a day. */
@Component
public class Lists {

    private final JdbcClient sql;

    Lists(JdbcClient sql) {
        this.sql = sql;
    }

    /** The kinds of dispute one may choose on {@code day}. */
    public List<Kind> kinds(LocalDate day) {
        return sql.sql("""
                select code, name_zh as zh, name_en as en
                  from (select distinct on (code) * from mediation.kind where since <= :day order by code, since desc) k
                 where until is null or until > :day
                 order by position
                """).param("day", day).query(Kind.class).list();
    }

    /** What a matter’s kind was called when it began. */
    String called(Matter matter, Words words) {
        return kinds(matter.clueOn()).stream()
                .filter(kind -> kind.code().equals(matter.kind()))
                .map(kind -> words.chinese() ? kind.zh() : kind.en())
                .findFirst()
                .orElse(matter.kind());
    }

    /** Every time limit there is and was. */
    Terms terms() {
        return new Terms(sql.sql("select code, since, days, source from mediation.term order by since desc")
                .query(Term.class)
                .list());
    }

    /** A kind of dispute. */
    public record Kind(String code, String zh, String en) {}

    /** So many days from a day on, and who says so. */
    public record Term(String code, LocalDate since, int days, String source) {}

    /** The time limits, the latest first. */
    public record Terms(List<Term> all) {

        /** Days of one limit as it was on {@code day}. */
        public int days(Limit limit, LocalDate day) {
            return all.stream()
                    .filter(term ->
                            term.code().equals(limit.name()) && !term.since().isAfter(day))
                    .findFirst()
                    .orElseThrow()
                    .days();
        }

        /** That many days after {@code day}, which itself does not count. */
        LocalDate after(LocalDate day, Limit limit) {
            return day.plusDays(days(limit, day));
        }
    }

    /** What is limited. */
    public enum Limit {
        /** To look into a clue. */
        LOOK,
        /** For everybody to say whether they wish mediation. */
        ANSWER,
        /** To come to an end, from everybody’s consent. */
        CLOSE,
        /** To apply for confirmation, from the agreement’s effect (art. 33). */
        CONFIRM,
        /** To visit, from the performance or its time limit. */
        FOLLOW_UP,
        /** So long before a day it is shown as near. */
        REMIND,
        /** So long the last step may be taken back. */
        TAKE_BACK
    }
}
