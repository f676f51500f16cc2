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
class UnitStore {

    private static final String SELECT = """
            select id, key, name, parent, level, kind, place, lon, lat, since, nullif(until, 'infinity') as until, version
              from registry.unit
            """;

    private final JdbcClient sql;

    UnitStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Unit> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(UnitStore::row)
                .optional();
    }

    List<Unit> byIds(Collection<UUID> ids) {
        return sql.sql(SELECT + " where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UnitStore::row)
                .list();
    }

    List<Unit> on(Ground ground) {
        return sql.sql(SELECT + " where place >= :lo and place < :hi order by key")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(UnitStore::row)
                .list();
    }

    private static Unit row(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                row.getObject("parent", UUID.class),
                row.getString("level"),
                row.getString("kind"),
                row.getLong("place"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getInt("version"));
    }
}
