package lianxin.gateway;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions that could not be handed over, or were tried in vain so far. One that was asked anew since is history. */
@Repository
class FailureStore {

    private static final String SELECT = """
            select a.id, a.issue, a.household, a.place, a.state, a.tries, a.trouble, a.status, a.made_at, a.next_at, a.ended_at,
                   exists (select from gateway.consent c where c.household = a.household and c.withdrawn_at is null) as agrees
              from gateway.ask a
             where (a.state = 'FAILED' or a.state = 'WAITING' and a.tries > 0)
               and not exists (select from gateway.ask later where later.issue = a.issue and later.made_at > a.made_at)
            """;

    private final JdbcClient sql;

    FailureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** On a ground; those given up first, then the oldest first. */
    List<Failed> on(Ground ground, int limit) {
        return sql.sql(SELECT + """
                   and a.place >= :lo and a.place < :hi
                 order by a.state, a.made_at, a.id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(Failed.class)
                .list();
    }

    Optional<Failed> byId(UUID id) {
        return sql.sql(SELECT + " and a.id = :id")
                .param("id", id)
                .query(Failed.class)
                .optional();
    }

    /** It is tried at once, and for as long as one that was just made; says whether it still was to be. */
    boolean again(UUID id, Instant now) {
        return sql.sql("""
                        update gateway.ask
                           set state = 'WAITING', next_at = :now, made_at = case state when 'FAILED' then :now else made_at end, ended_at = null
                         where id = :id and (state = 'FAILED' or state = 'WAITING' and tries > 0)
                        """).param("now", AskStore.utc(now)).param("id", id).update() == 1;
    }

    /** It is not asked; says whether it still was to be. */
    boolean leave(UUID id, Instant now) {
        return sql.sql("""
                        update gateway.ask set state = 'DROPPED', ended_at = :now
                         where id = :id and (state = 'FAILED' or state = 'WAITING' and tries > 0)
                        """).param("now", AskStore.utc(now)).param("id", id).update() == 1;
    }

    /**
     * One of them.
     *
     * @param trouble the last time; null where it failed before reasons were kept
     * @param status what the provider answered when it would not have it
     * @param nextAt when it is tried again by itself, while it waits
     * @param agrees whether the household still agrees to being asked so
     */
    record Failed(
            UUID id,
            UUID issue,
            UUID household,
            long place,
            Ask.State state,
            int tries,
            @Nullable String trouble,
            @Nullable Integer status,
            OffsetDateTime madeAt,
            OffsetDateTime nextAt,
            @Nullable OffsetDateTime endedAt,
            boolean agrees) {}
}
