package lianxin.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestStore {

    private static final String SELECT = """
            select id, household, place, kind, asker, channel, received_on, due_on, state, handled_at, reason
              from rights.request
            """;

    private final JdbcClient sql;

    RequestStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Request request, UUID by, Instant at) {
        sql.sql("""
                insert into rights.request (id, household, place, kind, asker, channel, received_on, due_on, state, received_by, received_at)
                values (:id, :household, :place, :kind, :asker, :channel, :received, :due, 'OPEN', :by, :at)
                """)
                .param("id", request.id())
                .param("household", request.household())
                .param("place", request.place())
                .param("kind", request.kind().name())
                .param("asker", request.asker().name())
                .param("channel", request.channel().name())
                .param("received", request.receivedOn())
                .param("due", request.dueOn())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The request, held until the end of the transaction. */
    Optional<Request> locked(UUID id) {
        return sql.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(RequestStore::row)
                .optional();
    }

    Optional<Request> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(RequestStore::row)
                .optional();
    }

    List<Request> of(UUID household) {
        return sql.sql(SELECT + " where household = :household order by received_on desc, id desc")
                .param("household", household)
                .query(RequestStore::row)
                .list();
    }

    /** Those that wait, the most urgent first. */
    List<Request> open(Ground ground, int limit) {
        return sql.sql(SELECT + """
                 where state = 'OPEN' and place >= :lo and place < :hi
                 order by due_on, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(RequestStore::row)
                .list();
    }

    void answer(UUID id, Request.State state, @Nullable String reason, UUID by, Instant at) {
        sql.sql("""
                update rights.request
                   set state = :state, reason = :reason, handled_by = :by, handled_at = :at
                 where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets those answered before that moment; says how many. */
    int forget(Instant before) {
        return sql.sql("delete from rights.request where state <> 'OPEN' and handled_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Request row(ResultSet row, int number) throws SQLException {
        var handled = row.getObject("handled_at", OffsetDateTime.class);
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("household", UUID.class),
                row.getLong("place"),
                Wish.valueOf(row.getString("kind")),
                Asker.valueOf(row.getString("asker")),
                Channel.valueOf(row.getString("channel")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Request.State.valueOf(row.getString("state")),
                handled == null ? null : handled.toInstant(),
                row.getString("reason"));
    }
}
