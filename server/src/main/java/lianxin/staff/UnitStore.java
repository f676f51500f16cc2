package lianxin.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.platform.Initials;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitStore {

    private static final String SELECT = """
            select id, key, name, parent, level, kind, place, lon, lat, since, nullif(until, 'infinity') as until, version
              from staff.unit
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

    List<Unit> at(Collection<Long> places) {
        return sql.sql(SELECT + " where place = any(:places) order by key")
                .param("places", places.toArray(Long[]::new))
                .query(UnitStore::row)
                .list();
    }

    Optional<Unit> byKey(String key) {
        return sql.sql(SELECT + " where key = :key")
                .param("key", key)
                .query(UnitStore::row)
                .optional();
    }

    Optional<Unit> locked(UUID id) {
        return sql.sql(SELECT + " where id = :id for no key update")
                .param("id", id)
                .query(UnitStore::row)
                .optional();
    }

    List<Unit> under(UUID parent) {
        return sql.sql(SELECT + " where parent = :parent and until = 'infinity' order by key")
                .param("parent", parent)
                .query(UnitStore::row)
                .list();
    }

    List<Unit> page(Ground ground, LocalDate day, String lastKey, int limit) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and since <= :day and :day < until and key > :last
                 order by key
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("last", lastKey)
                .param("limit", limit)
                .query(UnitStore::row)
                .list();
    }

    List<Unit> search(String words, Ground ground, LocalDate day, int limit) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and since <= :day and :day < until
                   and (position(:words in name) > 0 or starts_with(initials, lower(:words)) or starts_with(key, :words))
                 order by name <> :words, key
                 limit :limit
                """)
                .param("words", words)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("limit", limit)
                .query(UnitStore::row)
                .list();
    }

    /** Whether {@code unit} is {@code ancestor} itself or somewhere below it. */
    boolean isUnder(UUID unit, UUID ancestor) {
        return sql.sql("""
                with recursive up as (
                    select id, parent from staff.unit where id = :unit
                     union
                    select u.id, u.parent from up join staff.unit u on u.id = up.parent
                )
                select exists (select from up where id = :ancestor)
                """)
                .param("unit", unit)
                .param("ancestor", ancestor)
                .query(Boolean.class)
                .single();
    }

    /** Writes the unit unless its key is taken; says whether it was written. */
    boolean add(UUID id, String key, UnitFacts facts, LocalDate since) {
        return described("""
                insert into staff.unit (id, key, name, initials, parent, level, kind, place, lon, lat, since)
                values (:id, :key, :name, :initials, :parent, :level, :kind, :place, :lon, :lat, :since)
                on conflict on constraint a_unit_has_one_key do nothing
                """, id, facts).param("key", key).param("since", since).update() == 1;
    }

    void amend(UUID id, UnitFacts facts) {
        described("""
                update staff.unit
                   set name = :name, initials = :initials, parent = :parent, level = :level, kind = :kind, place = :place,
                       lon = :lon, lat = :lat, version = version + 1
                 where id = :id
                """, id, facts).update();
        sql.sql("update staff.cadre set place = :place, version = version + 1 where unit = :id and place <> :place")
                .param("id", id)
                .param("place", facts.place().value())
                .update();
    }

    void close(UUID id, LocalDate day) {
        sql.sql("update staff.unit set until = :day, version = version + 1 where id = :id")
                .param("id", id)
                .param("day", day)
                .update();
    }

    private JdbcClient.StatementSpec described(String statement, UUID id, UnitFacts facts) {
        return sql.sql(statement)
                .param("id", id)
                .param("name", facts.name())
                .param("initials", Initials.of(facts.name()))
                .param("parent", facts.parent())
                .param("level", facts.level())
                .param("kind", facts.kind())
                .param("place", facts.place().value())
                .param("lon", facts.lon())
                .param("lat", facts.lat());
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
