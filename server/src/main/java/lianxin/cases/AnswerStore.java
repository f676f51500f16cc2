package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What households said, and how handled and confirmed stand beside each other. */
@Repository
class AnswerStore {

    private final JdbcClient sql;

    AnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Writes it down; whoever was still to call about it need not any more. */
    void add(UUID id, Case about, Voice said, Way way, String words, @Nullable UUID draw, UUID by, Instant at) {
        sql.sql("""
                with called as (
                    update cases.call set done_at = :at where issue = :issue and done_at is null
                )
                insert into cases.answer (id, issue, household, place, said, way, round, words, draw, by_whom, at)
                values (:id, :issue, :household, :place, :said, :way, :round, :words, :draw, :by, :at)
                """)
                .param("id", id)
                .param("issue", about.id())
                .param("household", about.household())
                .param("place", about.place())
                .param("said", said.name())
                .param("way", way.name())
                .param("round", about.redone())
                .param("words", words)
                .param("draw", draw)
                .param("by", by)
                .param("at", CaseStore.utc(at))
                .update();
    }

    /** By category, of the cases replied to from {@code from} up to but not including {@code to} on a ground. */
    List<Tally> tally(Ground ground, LocalDate from, LocalDate to) {
        return sql.sql("""
                select category, count(*) as handled,
                       count(*) filter (where voice = 'CONFIRMED')                                as confirmed,
                       count(*) filter (where voice = 'DISPUTED' or voice is null and redone > 0) as disputed,
                       count(*) filter (where voice = 'UNANSWERED')                               as unanswered,
                       count(*) filter (where outcome = 'SOLVED')                                 as solved,
                       count(*) filter (where outcome = 'PARTLY')                                 as partly,
                       count(*) filter (where outcome = 'EXPLAINED')                              as explained,
                       count(*) filter (where outcome = 'NOT_NOW')                                as not_now
                  from cases.issue
                 where place >= :lo and place < :hi and replied_at >= :from and replied_at < :to
                 group by category
                 order by count(*) desc, category
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("from", CaseStore.utc(from.atStartOfDay(CountyTime.ZONE).toInstant()))
                .param("to", CaseStore.utc(to.atStartOfDay(CountyTime.ZONE).toInstant()))
                .query(Tally.class)
                .list();
    }

    /** The same of the calls that were drawn by lot alone: what those say who did not come forward by themselves. */
    List<CallTally> calls(Ground ground, LocalDate from, LocalDate to) {
        return sql.sql("""
                select i.category, count(*) as called, count(*) filter (where a.said = 'CONFIRMED') as confirmed,
                       count(*) filter (where a.said = 'DISPUTED') as disputed, count(*) filter (where a.said = 'UNANSWERED') as unanswered
                  from cases.answer a
                  join cases.issue i on i.id = a.issue
                 where a.way = 'CALL_BACK' and a.place >= :lo and a.place < :hi and a.at >= :from and a.at < :to
                 group by i.category
                 order by count(*) desc, i.category
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("from", CaseStore.utc(from.atStartOfDay(CountyTime.ZONE).toInstant()))
                .param("to", CaseStore.utc(to.atStartOfDay(CountyTime.ZONE).toInstant()))
                .query(CallTally.class)
                .list();
    }
}
