package lianxin.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.scope.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExclusionStore {

    private static final String SELECT = """
            select id, household, village, cadre, place, reason, source, since, nullif(until, 'infinity') as until, by_whom, recorded_at,
                   ended_by, ended_at, end_reason
              from scheme.exclusion
            """;

    private final JdbcClient sql;
    private final Standing standing;

    ExclusionStore(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    List<Exclusion> on(Ground ground, LocalDate day) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and since <= :day and :day < until
                 order by place, household nulls first, cadre
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(ExclusionStore::row)
                .list();
    }

    List<Exclusion> from(LocalDate day) {
        return sql.sql(SELECT + " where until > :day and since < until")
                .param("day", day)
                .query(ExclusionStore::row)
                .list();
    }

    List<Exclusion> ended(Ground ground, LocalDate day, int limit) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and until <= :day
                 order by until desc, ended_at desc nulls last, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("limit", limit)
                .query(ExclusionStore::row)
                .list();
    }

    Optional<Exclusion> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ExclusionStore::row)
                .optional();
    }

    /** Writes it down unless the two are excluded on {@code since} or later already; says whether it was written. */
    boolean add(Exclusion it) {
        return sql.sql("""
                insert into scheme.exclusion (id, household, village, cadre, place, reason, source, since, until, by_whom)
                select :id, :household, :village, :cadre, :place, :reason, :source, :since, coalesce(:until::date, 'infinity'), :by
                 where not exists (select from scheme.exclusion
                                    where cadre = :cadre and subject = coalesce(:household, :village) and until > :since and since < until)
                """)
                        .param("id", it.id())
                        .param("household", it.household())
                        .param("village", it.village())
                        .param("cadre", it.cadre())
                        .param("place", it.place())
                        .param("reason", it.reason())
                        .param("source", it.source())
                        .param("since", it.since())
                        .param("until", it.until())
                        .param("by", it.by())
                        .update()
                == 1;
    }

    /** Ends it on {@code day}, or on the day it was to begin when that is later; says whether it had not ended. */
    boolean end(UUID id, LocalDate day, UUID by, String reason) {
        return sql.sql("""
                update scheme.exclusion
                   set until = greatest(since, :day), ended_by = :by, ended_at = now(), end_reason = :reason, version = version + 1
                 where id = :id and until > :day and since < until
                """)
                        .param("id", id)
                        .param("day", day)
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void moved(Collection<Change> households) {
        standing.houseDoes(() -> sql.sql("""
                update scheme.exclusion x
                   set place = m.place
                  from unnest(:households::uuid[], :places::bigint[]) as m (household, place)
                 where x.household = m.household and x.place <> m.place
                """)
                .param("households", households.stream().map(Change::household).toArray(UUID[]::new))
                .param("places", households.stream().map(Change::place).toArray(Long[]::new))
                .update());
    }

    /** Those of whole villages that still hold on {@code day} go with the village, or with what took it over. */
    void redrawn(Collection<Heir> heirs, LocalDate day) {
        standing.houseDoes(() -> sql.sql("""
                update scheme.exclusion x
                   set village = m.heir, place = m.place
                  from unnest(:villages::uuid[], :heirs::uuid[], :places::bigint[]) as m (village, heir, place)
                 where x.village = m.village and x.until > :day
                   and not exists (select from scheme.exclusion y
                                    where y.cadre = x.cadre and y.village = m.heir and y.id <> x.id and y.until = 'infinity')
                """)
                .param("villages", heirs.stream().map(Heir::village).toArray(UUID[]::new))
                .param("heirs", heirs.stream().map(Heir::heir).toArray(UUID[]::new))
                .param("places", heirs.stream().map(Heir::place).toArray(Long[]::new))
                .param("day", day)
                .update());
    }

    private static Exclusion row(ResultSet row, int number) throws SQLException {
        return new Exclusion(
                row.getObject("id", UUID.class),
                row.getObject("household", UUID.class),
                row.getObject("village", UUID.class),
                row.getObject("cadre", UUID.class),
                row.getLong("place"),
                row.getString("reason"),
                row.getString("source"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("by_whom", UUID.class),
                Ended.moment(row, "recorded_at"),
                Ended.in(row));
    }

    /** The village that takes another's place, perhaps itself under a new code. */
    record Heir(UUID village, UUID heir, long place) {}
}
