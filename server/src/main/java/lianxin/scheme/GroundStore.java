package lianxin.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.scheme.Grounds.Decision;
import lianxin.scheme.Grounds.Given;
import lianxin.scheme.Grounds.UnitGround;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which unit serves where. Rows are ended, not deleted: one that is ended before it began holds on no day. */
@Repository
class GroundStore {

    private static final String GIVEN =
            "select unit, lo, hi, since, nullif(until, 'infinity') as until, source, by_whom, recorded_at, ended_by, ended_at, end_reason";

    private final JdbcClient sql;

    GroundStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<UnitGround> on(Ground ground, LocalDate day) {
        return sql.sql("""
                select unit, lo, hi
                  from scheme.unit_ground
                 where lo < :hi and :lo < hi and since <= :day and :day < until
                 order by lo, hi desc, unit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(GroundStore::row)
                .list();
    }

    List<UnitGround> of(Collection<UUID> units, LocalDate day) {
        return sql.sql("""
                select unit, lo, hi
                  from scheme.unit_ground
                 where unit = any(:units) and since <= :day and :day < until
                 order by lo, hi desc, unit
                """)
                .param("units", units.toArray(UUID[]::new))
                .param("day", day)
                .query(GroundStore::row)
                .list();
    }

    boolean serves(UUID unit, long place, LocalDate day) {
        return sql.sql("""
                select exists (select from scheme.unit_ground
                                where unit = :unit and lo <= :place and :place < hi and since <= :day and :day < until)
                """)
                .param("unit", unit)
                .param("place", place)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    List<Given> given(Ground ground, LocalDate day) {
        return sql.sql(GIVEN + """
                  from scheme.unit_ground
                 where lo < :hi and :lo < hi and since <= :day and :day < until
                 order by lo, hi desc, unit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(GroundStore::given)
                .list();
    }

    /** How many places on {@code ground} each unit serves on {@code day}. */
    Map<UUID, Long> perUnit(Ground ground, LocalDate day) {
        var places = new HashMap<UUID, Long>();
        sql.sql("""
                select unit, count(*)
                  from scheme.unit_ground
                 where lo < :hi and :lo < hi and since <= :day and :day < until
                 group by unit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query((ResultSet row) -> {
                    places.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return places;
    }

    /** What has ended on {@code ground} by {@code day}, the latest first. */
    List<Given> ended(Ground ground, LocalDate day, int limit) {
        return sql.sql(GIVEN + """
                  from scheme.unit_ground
                 where lo >= :lo and lo < :hi and until <= :day
                 order by until desc, ended_at desc nulls last, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("limit", limit)
                .query(GroundStore::given)
                .list();
    }

    /** What holds or will hold of exactly {@code ground} from {@code day} on. */
    List<Given> exactly(Ground ground, LocalDate day) {
        return sql.sql(
                        GIVEN
                                + " from scheme.unit_ground where lo = :lo and hi = :hi and until > :day and since < until order by since")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(GroundStore::given)
                .list();
    }

    /** What was to begin after {@code day} in these villages never does. */
    void forget(Ground ground, Collection<Long> villages, Set<UUID> guests, Decision decision, UUID by) {
        sql.sql("""
                update scheme.unit_ground g
                   set until = since, until_before = until, ended_in = :decision, ended_by = :by, ended_at = now(), end_reason = :reason,
                       version = version + 1
                 where g.lo >= :lo and g.hi <= :hi and g.since > :day and g.since < g.until and g.unit <> all(:guests)
                   and exists (select from unnest(:villages) as place where g.lo <= place and place < g.hi)
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", decision.day())
                .param("decision", decision.id())
                .param("by", by)
                .param("reason", decision.source())
                .param("guests", guests.toArray(UUID[]::new))
                .param("villages", villages.toArray(Long[]::new))
                .update();
    }

    /** It was to end, and does not. */
    void goOn(UnitGround on, LocalDate day) {
        sql.sql("""
                update scheme.unit_ground
                   set until = 'infinity', ended_by = null, ended_at = null, end_reason = null, ended_in = null, version = version + 1
                 where unit = :unit and lo = :lo and hi = :hi and since <= :day and :day < until and until < 'infinity'
                """)
                .param("unit", on.unit())
                .param("lo", on.ground().lo())
                .param("hi", on.ground().hi())
                .param("day", day)
                .update();
    }

    /** It begins on {@code day}, and sooner than it would have if it was to begin later. */
    void begin(UnitGround is, Decision decision, @Nullable LocalDate until, UUID by) {
        sql.sql("""
                insert into scheme.unit_ground as g (unit, lo, hi, since, until, source, begun_in, by_whom)
                values (:unit, :lo, :hi, :day, coalesce(:until::date, 'infinity'), :source, :decision, :by)
                on conflict (unit, lo, hi) where until = 'infinity' do update
                   set since = least(g.since, excluded.since), source = excluded.source, begun_in = excluded.begun_in, by_whom = excluded.by_whom,
                       recorded_at = now(),                        version = g.version + 1
                """)
                .param("unit", is.unit())
                .param("lo", is.ground().lo())
                .param("hi", is.ground().hi())
                .param("day", decision.day())
                .param("until", until)
                .param("source", decision.source())
                .param("decision", decision.id())
                .param("by", by)
                .update();
    }

    /** Says whether there was anything to end. */
    boolean end(UnitGround was, Decision decision, UUID by) {
        return sql.sql("""
                update scheme.unit_ground
                   set until = greatest(since, :day), until_before = until, ended_in = :decision, ended_by = :by, ended_at = now(),
                       end_reason = :reason, version = version + 1
                 where unit = :unit and lo = :lo and hi = :hi and until > :day and since < until
                """)
                        .param("unit", was.unit())
                        .param("lo", was.ground().lo())
                        .param("hi", was.ground().hi())
                        .param("day", decision.day())
                        .param("decision", decision.id())
                        .param("by", by)
                        .param("reason", decision.source())
                        .update()
                > 0;
    }

    /** What the decision began ends; what it ended goes on, or begins again where it has ended already by {@code day}. */
    void undo(UUID decision, LocalDate day, String reason, UUID by) {
        for (var statement : List.of("""
                update scheme.unit_ground
                   set until = greatest(since, :day), until_before = until, ended_in = null, ended_by = :by, ended_at = now(),
                       end_reason = :reason, version = version + 1
                 where begun_in = :decision and until > :day and since < until
                """, """
                insert into scheme.unit_ground (unit, lo, hi, since, until, source, by_whom)
                select unit, lo, hi, :day, until_before, source, :by
                  from scheme.unit_ground
                 where ended_in = :decision and until < :day and until_before > :day
                """, """
                update scheme.unit_ground
                   set until = until_before, ended_in = null, ended_by = null, ended_at = null, end_reason = null, version = version + 1
                 where ended_in = :decision and until >= :day
                """)) {
            sql.sql(statement)
                    .param("decision", decision)
                    .param("day", day)
                    .param("reason", reason)
                    .param("by", by)
                    .update();
        }
    }

    private static UnitGround row(ResultSet row, int number) throws SQLException {
        return new UnitGround(row.getObject("unit", UUID.class), new Ground(row.getLong("lo"), row.getLong("hi")));
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                row(row, number),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("source"),
                row.getObject("by_whom", UUID.class),
                Ended.moment(row, "recorded_at"),
                Ended.in(row));
    }
}
