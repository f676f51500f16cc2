package lianxin.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DivisionStore {

    private static final String SELECT = """
            select d.id, v.code, d.level, v.name, v.kind, v.parent, v.since,
                   nullif(v.until, 'infinity') as until, d.lon, d.lat
              from region.division d
              join region.division_version v on v.division = d.id and v.since <= :day and :day < v.until
            """;

    private final JdbcClient sql;

    DivisionStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Division> byCode(long code, LocalDate day) {
        return sql.sql(SELECT + " where v.code = :code")
                .param("day", day)
                .param("code", code)
                .query(DivisionStore::row)
                .optional();
    }

    Optional<Division> byId(UUID id, LocalDate day) {
        return sql.sql(SELECT + " where d.id = :id")
                .param("day", day)
                .param("id", id)
                .query(DivisionStore::row)
                .optional();
    }

    List<Division> byIds(Collection<UUID> ids, LocalDate day) {
        return sql.sql(SELECT + " where d.id = any(:ids)")
                .param("day", day)
                .param("ids", ids.toArray(UUID[]::new))
                .query(DivisionStore::row)
                .list();
    }

    List<Division> children(UUID parent, LocalDate day) {
        return sql.sql(SELECT + " where v.parent = :parent order by v.code")
                .param("day", day)
                .param("parent", parent)
                .query(DivisionStore::row)
                .list();
    }

    List<Division> path(UUID id, LocalDate day) {
        return sql.sql("""
                with recursive up as (
                    select v.division, v.parent, 0 as step
                      from region.division_version v
                     where v.division = :id and v.since <= :day and :day < v.until
                     union all
                    select v.division, v.parent, up.step + 1
                      from up
                      join region.division_version v on v.division = up.parent and v.since <= :day and :day < v.until
                )
                select d.id, v.code, d.level, v.name, v.kind, v.parent, v.since,
                       nullif(v.until, 'infinity') as until, d.lon, d.lat
                  from up
                  join region.division d on d.id = up.division
                  join region.division_version v on v.division = d.id and v.since <= :day and :day < v.until
                 order by up.step desc
                """)
                .param("day", day)
                .param("id", id)
                .query(DivisionStore::row)
                .list();
    }

    List<Division> within(Ground ground, Level level, LocalDate day) {
        return sql.sql(SELECT + " where d.level = :level and v.code >= :lo and v.code < :hi order by v.code")
                .param("day", day)
                .param("level", level.name())
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(DivisionStore::row)
                .list();
    }

    List<Division> search(String words, Ground ground, LocalDate day, int limit) {
        return sql.sql(SELECT + """
                 where v.code >= :lo and v.code < :hi
                   and (position(:words in v.name) > 0 or starts_with(v.code::text, :words) or starts_with(v.initials, lower(:words)))
                 order by d.level, v.code
                 limit :limit
                """)
                .param("day", day)
                .param("words", words)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(DivisionStore::row)
                .list();
    }

    private static Division row(ResultSet row, int number) throws SQLException {
        return new Division(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getLong("code")),
                Level.valueOf(row.getString("level")),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("parent", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class));
    }
}
