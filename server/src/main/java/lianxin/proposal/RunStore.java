package lianxin.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.matcher.Matcher;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The runs and how far they came. Every step from one state to the next asks whether it was still allowed. */
@Repository
@Transactional
class RunStore {

    private static final String SELECT = """
            select id, lo, hi, day, scheme, most_villages, state, by_whom, asked_at, started_at, ended_at, attempts, stage,
                   coalesce(done, 0) as done, coalesce(total, 0) as total, failure, fingerprint, totals
              from proposal.run
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RunStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(UUID id, Ground ground, LocalDate day, UUID scheme, @Nullable Integer mostVillages, UUID by, Instant at) {
        sql.sql("""
                insert into proposal.run (id, lo, hi, day, scheme, most_villages, state, by_whom, asked_at)
                values (:id, :lo, :hi, :day, :scheme, :most, 'WAITING', :by, :at)
                """)
                .param("id", id)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("scheme", scheme)
                .param("most", mostVillages)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Run> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** As {@link #byId}, and nobody else changes it until the transaction ends. */
    Optional<Run> locked(UUID id) {
        return sql.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Run> on(Ground ground, int limit) {
        return sql.sql(SELECT + " where lo >= :lo and hi <= :hi order by asked_at desc, id desc limit :limit")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** A run under way on a ground that overlaps. */
    Optional<Run> underWay(Ground ground) {
        return sql.sql(SELECT + " where state in ('WAITING', 'SOLVING') and lo < :hi and hi > :lo limit 1")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(this::row)
                .optional();
    }

    /** Takes the run up; from SOLVING too, when its node died. Says whether it was still to be taken. */
    boolean begin(UUID id, Instant now) {
        return sql.sql("""
                update proposal.run
                   set state = 'SOLVING', attempts = attempts + 1, started_at = :now, stage = 'READING', done = 0, total = 0
                 where id = :id and state in ('WAITING', 'SOLVING')
                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Writes down how far it is; says whether anybody still wants the answer. On its own, since it is told while the roster is being read. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean reached(UUID id, String stage, long done, long total) {
        return sql.sql("""
                update proposal.run set stage = :stage, done = :done, total = :total
                 where id = :id and state = 'SOLVING'
                """)
                        .param("id", id)
                        .param("stage", stage)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    boolean end(UUID id, RunState state, @Nullable String fingerprint, @Nullable Totals totals, Instant now) {
        return sql.sql("""
                update proposal.run
                   set state = :state, engine = :engine, fingerprint = :fingerprint, totals = :totals::jsonb, ended_at = :now, stage = null
                 where id = :id and state = 'SOLVING'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("engine", Matcher.VERSION)
                        .param("fingerprint", fingerprint)
                        .param("totals", totals == null ? null : json.writeValueAsString(totals))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void fail(UUID id, String why, Instant now) {
        sql.sql("""
                update proposal.run set state = 'FAILED', failure = :why, ended_at = :now, stage = null
                 where id = :id and state in ('WAITING', 'SOLVING')
                """)
                .param("id", id)
                .param("why", why)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean cancel(UUID id, Instant now) {
        return sql.sql("""
                update proposal.run set state = 'CANCELLED', ended_at = :now, stage = null
                 where id = :id and state in ('WAITING', 'SOLVING')
                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void adopted(UUID id) {
        sql.sql("update proposal.run set state = 'ADOPTED' where id = :id and state = 'PROPOSED'")
                .param("id", id)
                .update();
    }

    /** The run of which something on the ground was adopted last: whatever is adopted supersedes all that were asked for before. */
    Optional<Origin> adoptedLast(Ground ground) {
        return sql.sql("""
                select id, scheme, coalesce(engine, 0) as engine
                  from proposal.run r
                 where lo < :hi and hi > :lo
                   and exists (select from proposal.village v
                                where v.run = r.id and v.place >= :lo and v.place < :hi and v.adopted_at is not null)
                 order by asked_at desc, id desc
                 limit 1
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Origin.class)
                .optional();
    }

    /** Whose answer a plan is: by which rules, of which engine; 0 of one that did not say. */
    record Origin(UUID id, UUID scheme, int engine) {}

    /** Other proposals for any of this ground: the world they were made for is gone. */
    void supersede(UUID by, Ground ground) {
        sql.sql("""
                update proposal.run set state = 'SUPERSEDED'
                 where state = 'PROPOSED' and id <> :by and lo < :hi and hi > :lo
                """)
                .param("by", by)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .update();
    }

    void retotal(UUID id, Totals totals) {
        sql.sql("update proposal.run set totals = :totals::jsonb where id = :id")
                .param("id", id)
                .param("totals", json.writeValueAsString(totals))
                .update();
    }

    private Run row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var totals = row.getString("totals");
        var started = row.getTimestamp("started_at");
        var ended = row.getTimestamp("ended_at");
        return new Run(
                row.getObject("id", UUID.class),
                row.getLong("lo"),
                row.getLong("hi"),
                row.getObject("day", LocalDate.class),
                row.getObject("scheme", UUID.class),
                row.getObject("most_villages", Integer.class),
                RunState.valueOf(row.getString("state")),
                row.getObject("by_whom", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                started == null ? null : started.toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("attempts"),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("failure"),
                row.getString("fingerprint"),
                totals == null ? null : json.readValue(totals, Totals.class));
    }
}
