package lianxin.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CadreStore {

    private static final String SELECT = """
            select id, key, unit, place, name, post, rank, leader, phone, skills, home_village, capacity_min, capacity_max,
                   since, nullif(until, 'infinity') as until, exempt_reason, exempt_until, version
              from registry.cadre
            """;

    private final JdbcClient sql;

    CadreStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Cadre> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(CadreStore::row)
                .optional();
    }

    List<Cadre> byIds(Collection<UUID> ids) {
        return sql.sql(SELECT + " where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(CadreStore::row)
                .list();
    }

    List<Cadre> serving(Ground ground, LocalDate day) {
        return sql.sql(SELECT + " where place >= :lo and place < :hi and since <= :day and :day < until order by id")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(CadreStore::row)
                .list();
    }

    List<Cadre> of(UUID unit, LocalDate day) {
        return sql.sql(SELECT + " where unit = :unit and since <= :day and :day < until order by key")
                .param("unit", unit)
                .param("day", day)
                .query(CadreStore::row)
                .list();
    }

    private static Cadre row(ResultSet row, int number) throws SQLException {
        return new Cadre(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getObject("unit", UUID.class),
                row.getLong("place"),
                row.getString("name"),
                row.getString("post"),
                row.getString("rank"),
                row.getBoolean("leader"),
                row.getString("phone"),
                List.of((String[]) row.getArray("skills").getArray()),
                row.getObject("home_village", UUID.class),
                row.getObject("capacity_min", Integer.class),
                row.getObject("capacity_max", Integer.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("exempt_reason"),
                row.getObject("exempt_until", LocalDate.class),
                row.getInt("version"));
    }
}
