package lianxin.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws, who calls, and whom he calls. */
@Repository
class CallStore {

    private final JdbcClient sql;

    CallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many replied cases of households on a ground are waiting to be drawn. */
    int population(Ground ground) {
        return sql.sql("""
                select count(*)
                  from cases.issue
                 where place >= :lo and place < :hi and stage in ('REPLIED', 'UNANSWERED') and household is not null
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Integer.class)
                .single();
    }

    /** Draws by lot: the order of the hashes of seed and case, which nobody can choose and everybody can compute again. */
    List<UUID> draw(Ground ground, String seed, int wanted) {
        return sql.sql("""
                select id
                  from cases.issue
                 where place >= :lo and place < :hi and stage in ('REPLIED', 'UNANSWERED') and household is not null
                 order by sha256(convert_to(:seed || id::text, 'UTF8'))
                 limit :wanted
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("seed", seed)
                .param("wanted", wanted)
                .query(UUID.class)
                .list();
    }

    void add(Draw draw, UUID by) {
        sql.sql("""
                insert into cases.draw (id, lo, hi, day, seed, population, wanted, drawn, by_whom, at)
                values (:id, :lo, :hi, (:at at time zone 'Asia/Shanghai')::date, :seed, :population, :wanted, :drawn, :by, :at)
                """)
                .param("id", draw.id())
                .param("lo", draw.lo())
                .param("hi", draw.hi())
                .param("seed", draw.seed())
                .param("population", draw.population())
                .param("wanted", draw.wanted())
                .param("drawn", draw.drawn())
                .param("by", by)
                .param("at", CaseStore.utc(draw.at()))
                .update();
    }

    void add(UUID draw, Case one, UUID interviewer) {
        sql.sql("insert into cases.call (issue, draw, place, interviewer) values (:issue, :draw, :place, :interviewer)")
                .param("issue", one.id())
                .param("draw", draw)
                .param("place", one.place())
                .param("interviewer", interviewer)
                .update();
    }

    List<Draw> draws(Ground ground, int limit) {
        return sql.sql("""
                select id, lo, hi, seed, population, wanted, drawn, at
                  from cases.draw
                 where lo < :hi and hi > :lo
                 order by at desc, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(Draw.class)
                .list();
    }

    List<Interviewer> interviewers() {
        return sql.sql("select account, county from cases.interviewer order by account")
                .query(Interviewer.class)
                .list();
    }

    void name(UUID account, long county, UUID by, Instant at) {
        sql.sql("""
                insert into cases.interviewer (account, county, since, by_whom)
                values (:account, :county, :at, :by)
                on conflict (account) do update set county = excluded.county, since = excluded.since, by_whom = excluded.by_whom
                """)
                .param("account", account)
                .param("county", county)
                .param("by", by)
                .param("at", CaseStore.utc(at))
                .update();
    }

    /** The cases an interviewer still has to call. */
    List<UUID> waiting(UUID interviewer) {
        return sql.sql(
                        "select issue from cases.call where interviewer = :interviewer and done_at is null order by issue")
                .param("interviewer", interviewer)
                .query(UUID.class)
                .list();
    }

    /** The call of this case that somebody still has to make, held. */
    Optional<Call> open(UUID issue) {
        return sql.sql("""
                select issue, draw, interviewer, tries from cases.call where issue = :issue and done_at is null order by draw limit 1 for update
                """).param("issue", issue).query(Call.class).optional();
    }

    void tried(Call call) {
        sql.sql("update cases.call set tries = tries + 1 where issue = :issue and draw = :draw")
                .param("issue", call.issue())
                .param("draw", call.draw())
                .update();
    }

    void done(Call call, Instant at) {
        sql.sql(
                        "update cases.call set tries = least(tries + 1, 3), done_at = :at where issue = :issue and draw = :draw")
                .param("issue", call.issue())
                .param("draw", call.draw())
                .param("at", CaseStore.utc(at))
                .update();
    }

    record Interviewer(UUID account, long county) {}

    record Call(UUID issue, UUID draw, UUID interviewer, int tries) {}
}
