package lianxin.cases;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to cases, in order. Written once. */
@Repository
class StepStore {

    private final JdbcClient sql;

    StepStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID id, Case now, Step.Deed deed, UUID by, java.time.Instant at, String words) {
        sql.sql("""
                insert into cases.step (id, issue, household, place, deed, stage, level, unit, by_whom, at, words, due_on)
                values (:id, :issue, :household, :place, :deed, :stage, :level, :unit, :by, :at, :words, :due)
                """)
                .param("id", id)
                .param("issue", now.id())
                .param("household", now.household())
                .param("place", now.place())
                .param("deed", deed.name())
                .param("stage", now.stage().name())
                .param("level", now.desk().level().name())
                .param("unit", now.desk().unit())
                .param("by", by)
                .param("at", CaseStore.utc(at))
                .param("words", words)
                .param("due", now.due() == null ? null : now.due().on())
                .update();
    }

    /** All that happened to a case, in order. */
    List<Step> of(UUID issue) {
        return sql.sql("""
                select deed, stage, level, unit, by_whom as by, at, words, due_on
                  from cases.step
                 where issue = :issue
                 order by at, id
                """).param("issue", issue).query(Step.class).list();
    }

    /** Whether anybody did anything with a case since then; that files come and go is nothing done. */
    boolean movedSince(UUID issue, java.time.Instant at) {
        return sql.sql("""
                select exists (select from cases.step where issue = :issue and at > :at and deed not in ('ATTACHED', 'DETACHED'))
                """)
                .param("issue", issue)
                .param("at", CaseStore.utc(at))
                .query(Boolean.class)
                .single();
    }

    /** The accounts that had a hand in a case. */
    List<UUID> hands(UUID issue) {
        return sql.sql("select distinct by_whom from cases.step where issue = :issue")
                .param("issue", issue)
                .query(UUID.class)
                .list();
    }
}
