package lianxin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.complaint.Writings.Part;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ComplaintStore {

    private static final String SELECT =
            "select id, number, place, cadre, unit, origin, state, since, due_on, taken_by, finding, again, by_whom, at, version from complaint.complaint";

    private final JdbcClient sql;

    ComplaintStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Writes it down unless its id or its number has one; says whether it was written. */
    boolean add(Complaint fresh) {
        return sql.sql("""
                        insert into complaint.complaint (id, number, place, cadre, unit, origin, state, since, due_on, by_whom, at)
                        values (:id, :number, :place, :cadre, :unit, :origin, :state, :since, :due, :by, :since)
                        on conflict do nothing
                        """)
                        .param("id", fresh.id())
                        .param("number", fresh.number())
                        .param("place", fresh.place())
                        .param("cadre", fresh.cadre())
                        .param("unit", fresh.unit())
                        .param("origin", fresh.origin().name())
                        .param("state", fresh.state().name())
                        .param("since", utc(fresh.since()))
                        .param("due", fresh.dueOn())
                        .param("by", fresh.by())
                        .update()
                == 1;
    }

    /** The next state, if it is still in the one that was seen; says whether it was. */
    boolean save(Complaint next) {
        var finding = next.finding();
        return sql.sql("""
                        update complaint.complaint
                           set cadre = :cadre, unit = :unit, state = :state, since = :since, due_on = :due, taken_by = :taken, finding = :finding,
                               again = :again, version = :version
                         where id = :id and version = :version - 1
                        """)
                        .param("cadre", next.cadre())
                        .param("unit", next.unit())
                        .param("state", next.state().name())
                        .param("since", utc(next.since()))
                        .param("due", next.dueOn())
                        .param("taken", next.takenBy())
                        .param("finding", finding == null ? null : finding.name())
                        .param("again", next.again())
                        .param("version", next.version())
                        .param("id", next.id())
                        .update()
                == 1;
    }

    Optional<Complaint> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ComplaintStore::row)
                .optional();
    }

    Optional<Complaint> byNumber(String number) {
        return sql.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(ComplaintStore::row)
                .optional();
    }

    /** Those of a ground, open ones or ended ones, the most urgent first. */
    List<Complaint> on(Ground ground, boolean open, int limit) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and (state in ('RECEIVED', 'TAKEN', 'ASKED_AGAIN')) = :open
                 order by due_on nulls last, since desc, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("open", open)
                .param("limit", limit)
                .query(ComplaintStore::row)
                .list();
    }

    UUID addStep(Complaint now, Deed deed, UUID by, Instant at) {
        var id = Ids.next();
        sql.sql("""
                insert into complaint.step (id, complaint, place, deed, state, by_whom, at)
                values (:id, :complaint, :place, :deed, :state, :by, :at)
                """)
                .param("id", id)
                .param("complaint", now.id())
                .param("place", now.place())
                .param("deed", deed.name())
                .param("state", now.state().name())
                .param("by", by)
                .param("at", utc(at))
                .update();
        return id;
    }

    /** All that was done with it, in order, with what was written. */
    List<Step> steps(UUID complaint, Map<UUID, Map<Part, String>> clear) {
        return sql.sql("select id, deed, state, by_whom, at from complaint.step where complaint = :id order by at, id")
                .param("id", complaint)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Step(
                            id,
                            Deed.valueOf(row.getString("deed")),
                            State.valueOf(row.getString("state")),
                            row.getObject("by_whom", UUID.class),
                            at(row, "at"),
                            clear.getOrDefault(id, Map.of()).getOrDefault(Part.WORDS, ""));
                })
                .list();
    }

    /** Days of a limit, as it holds on {@code day}. */
    int days(Limit limit, LocalDate day) {
        return sql.sql(
                        "select days from complaint.term where code = :code and since <= :day order by since desc limit 1")
                .param("code", limit.name())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Complaint row(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new Complaint(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getLong("place"),
                row.getObject("cadre", UUID.class),
                row.getObject("unit", UUID.class),
                Complaint.Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                at(row, "since"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("taken_by", UUID.class),
                finding == null ? null : Finding.valueOf(finding),
                row.getInt("again"),
                row.getObject("by_whom", UUID.class),
                at(row, "at"),
                row.getInt("version"));
    }

    /** What is limited, in calendar days. */
    enum Limit {
        /** To say whether it is taken up. */
        DECIDE,
        /** To answer. */
        ANSWER,
        /** To ask for another look, from the answer. */
        AGAIN
    }
}
