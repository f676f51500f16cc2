package lianxin.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stands as the house, whoever asks: what somebody may act as must be known before it can be said what he sees. */
@Repository
class MandateStore {

    private static final String SELECT = """
            select id, account, role, lo, hi, unit, cadre, post, kind, source, since, until, reason, given_by
              from access.mandate
            """;

    private final JdbcClient sql;
    private final Standing standing;

    MandateStore(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    Optional<Mandate> byId(UUID id) {
        return standing.house(() -> sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(MandateStore::row)
                .optional());
    }

    /** Those whose time is now: regular ones first, the oldest first. Whether the post behind them still stands is not asked here. */
    List<Mandate> during(UUID account, Instant now) {
        return standing.house(() -> sql.sql(SELECT + """
                 where account = :account and since <= :now and (until is null or until > :now)
                 order by kind <> 'REGULAR', kind, since, id
                """)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MandateStore::row)
                .list());
    }

    /** All there ever were, the newest first. */
    List<Mandate> of(UUID account) {
        return standing.house(() -> sql.sql(SELECT + " where account = :account order by since desc, id desc")
                .param("account", account)
                .query(MandateStore::row)
                .list());
    }

    /** Those who stand in for the account now. */
    List<Mandate> deputies(UUID account, Instant now) {
        return standing.house(() -> sql.sql(SELECT + """
                 where source in (select m.id from access.mandate m where m.account = :account)
                   and since <= :now and (until is null or until > :now)
                 order by since
                """)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MandateStore::row)
                .list());
    }

    /** Those of these roles whose ground includes {@code place}, at {@code now}. */
    List<Mandate> over(long place, List<String> roles, Instant now) {
        return standing.house(() -> sql.sql(SELECT + """
                 where lo <= :place and :place < hi and role = any(:roles) and kind <> 'EMERGENCY'
                   and since <= :now and (until is null or until > :now)
                """)
                .param("place", place)
                .param("roles", roles.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MandateStore::row)
                .list());
    }

    /** Those for exactly this ground at {@code now}, deputies aside. */
    List<Mandate> exactlyOn(Ground ground, Instant now) {
        return standing.house(() -> sql.sql(SELECT + """
                 where lo = :lo and hi = :hi and kind <> 'DEPUTY' and since <= :now and (until is null or until > :now)
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MandateStore::row)
                .list());
    }

    /** What an account was told and has not put aside, the newest first. */
    List<Notice> notices(UUID account, int limit) {
        return standing.house(() -> sql.sql("""
                select n.id, n.at, a.name as who, m.role, m.lo as place, m.until, m.reason
                  from access.notice n
                  join access.mandate m on m.id = n.mandate
                  join access.account a on a.id = m.account
                 where n.account = :account and n.seen_at is null
                 order by n.at desc
                 limit :limit
                """)
                .param("account", account)
                .param("limit", limit)
                .query(Notice.class)
                .list());
    }

    void add(Mandate mandate) {
        standing.houseDoes(() -> sql.sql("""
                insert into access.mandate (id, account, role, lo, hi, unit, cadre, post, kind, source, since, until, reason, given_by)
                values (:id, :account, :role, :lo, :hi, :unit, :cadre, :post, :kind, :source, :since, :until, :reason, :by)
                """)
                .param("id", mandate.id())
                .param("account", mandate.account())
                .param("role", mandate.role().name())
                .param("lo", mandate.ground().lo())
                .param("hi", mandate.ground().hi())
                .param("unit", mandate.unit())
                .param("cadre", mandate.cadre())
                .param("post", mandate.post())
                .param("kind", mandate.kind().name())
                .param("source", mandate.source())
                .param("since", mandate.since().atOffset(ZoneOffset.UTC))
                .param("until", offset(mandate.until()))
                .param("reason", mandate.reason())
                .param("by", mandate.givenBy())
                .update());
    }

    /** Says whether it was still to be ended. */
    boolean end(UUID id, Instant at, UUID by) {
        return standing.house(() -> sql.sql("""
                update access.mandate
                   set until = greatest(since, :at), ended_by = :by, ended_at = :at
                 where id = :id and ended_at is null and (until is null or until > :at)
                """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1);
    }

    private static @Nullable Object offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Mandate row(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Role.valueOf(row.getString("role")),
                new Ground(row.getLong("lo"), row.getLong("hi")),
                row.getObject("unit", UUID.class),
                row.getObject("cadre", UUID.class),
                row.getObject("post", UUID.class),
                Mandate.Kind.valueOf(row.getString("kind")),
                row.getObject("source", UUID.class),
                row.getTimestamp("since").toInstant(),
                instant(row.getTimestamp("until")),
                row.getString("reason"),
                row.getObject("given_by", UUID.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
