package lianxin.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.proposal.RunState;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The searches and how far they came. Every step from one state to the next asks whether it was still allowed. */
@Repository
class RunStore {

    private static final String SELECT = """
            select id, lo, hi, day, scheme, state, by_whom, asked_at, ended_at, attempts, stage,
                   coalesce(done, 0) as done, coalesce(total, 0) as total, failure, fingerprint, totals, source, adopted_on
              from matching.run
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RunStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(UUID id, Ground ground, LocalDate day, UUID scheme, UUID by, Instant at) {
        sql.sql("""
                insert into matching.run (id, lo, hi, day, scheme, state, by_whom, asked_at)
                values (:id, :lo, :hi, :day, :scheme, 'WAITING', :by, :at)
                """)
                .param("id", id)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("scheme", scheme)
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

    /** A search under way on a ground that overlaps. */
    Optional<Run> underWay(Ground ground) {
        return sql.sql(SELECT + " where state in ('WAITING', 'SOLVING') and lo < :hi and hi > :lo limit 1")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(this::row)
                .optional();
    }

    /** Takes the search up; from SOLVING too, when its node died. Says whether it was still to be taken. */
    boolean begin(UUID id) {
        return sql.sql("""
                update matching.run
                   set state = 'SOLVING', attempts = attempts + 1, stage = 'READING', done = 0, total = 0
                 where id = :id and state in ('WAITING', 'SOLVING')
                """).param("id", id).update() == 1;
    }

    /** Writes down how far it is; says whether anybody still wants the answer. On its own, since it is told while rosters are being read. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean reached(UUID id, String stage, long done, long total) {
        return sql.sql("""
                update matching.run set stage = :stage, done = :done, total = :total
                 where id = :id and state = 'SOLVING'
                """)
                        .param("id", id)
                        .param("stage", stage)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /** Ends the search with what came of it; says whether it was still wanted. */
    boolean end(UUID id, RunState state, String fingerprint, @Nullable Totals totals, Instant now) {
        return sql.sql("""
                update matching.run
                   set state = :state, fingerprint = :fingerprint, totals = :totals::jsonb, ended_at = :now, stage = null
                 where id = :id and state = 'SOLVING'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("fingerprint", fingerprint)
                        .param("totals", totals == null ? null : json.writeValueAsString(totals))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void fail(UUID id, String why, Instant now) {
        sql.sql("""
                update matching.run set state = 'FAILED', failure = :why, ended_at = :now, stage = null
                 where id = :id and state in ('WAITING', 'SOLVING')
                """)
                .param("id", id)
                .param("why", why)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean cancel(UUID id, Instant now) {
        return sql.sql("""
                update matching.run set state = 'CANCELLED', ended_at = :now, stage = null
                 where id = :id and state in ('WAITING', 'SOLVING')
                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The whole of it holds from {@code day} on. */
    void adopted(Run run, LocalDate day, String source, Caller caller) {
        sql.sql("""
                update matching.run set state = 'ADOPTED', source = :source, adopted_on = :day, adopted_by = :by
                 where id = :id and state = 'PROPOSED'
                """)
                .param("source", source)
                .param("day", day)
                .param("by", caller.id())
                .param("id", run.id())
                .update();
    }

    /** Other matches for any of this ground were made for a world that is gone. */
    void supersede(UUID id, Ground ground) {
        sql.sql("""
                update matching.run set state = 'SUPERSEDED'
                 where state = 'PROPOSED' and id <> :id and lo < :hi and hi > :lo
                """)
                .param("id", id)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .update();
    }

    /** Some of it does not hold any more, and may be adopted again. */
    void reopened(UUID id) {
        sql.sql("update matching.run set state = 'PROPOSED' where id = :id and state = 'ADOPTED'")
                .param("id", id)
                .update();
    }

    private Run row(ResultSet row, int number) throws SQLException {
        var totals = row.getString("totals");
        var ended = row.getTimestamp("ended_at");
        return new Run(
                row.getObject("id", UUID.class),
                row.getLong("lo"),
                row.getLong("hi"),
                row.getObject("day", LocalDate.class),
                row.getObject("scheme", UUID.class),
                RunState.valueOf(row.getString("state")),
                row.getObject("by_whom", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("attempts"),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("failure"),
                row.getString("fingerprint"),
                totals == null ? null : json.readValue(totals, Totals.class),
                row.getString("source"),
                row.getObject("adopted_on", LocalDate.class));
    }
}
