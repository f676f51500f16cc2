package lianxin.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class HouseholdStore {

    private static final String SELECT = """
            select id, key, village, place, group_no, head, size, needs, since, nullif(until, 'infinity') as until, ended, version
              from registry.household
            """;

    private final JdbcClient sql;

    HouseholdStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Household> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(HouseholdStore::row)
                .optional();
    }

    List<Household> byIds(Collection<UUID> ids) {
        return sql.sql(SELECT + " where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(HouseholdStore::row)
                .list();
    }

    List<Household> inVillage(long village, LocalDate day, UUID last, int limit) {
        return sql.sql(SELECT + """
                 where place = :village and id > :last and since <= :day and :day < until
                 order by id
                 limit :limit
                """)
                .param("village", village)
                .param("day", day)
                .param("last", last)
                .param("limit", limit)
                .query(HouseholdStore::row)
                .list();
    }

    /** Needs a transaction: a cursor streams only inside one. */
    @Transactional(readOnly = true)
    void each(Ground ground, LocalDate day, Consumer<Households.Brief> visitor) {
        sql.sql("""
                select id, place, needs
                  from registry.household
                 where place >= :lo and place < :hi and since <= :day and :day < until
                 order by place, id
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .withFetchSize(10_000)
                .query((ResultSet row) -> visitor.accept(
                        new Households.Brief(row.getObject(1, UUID.class), row.getLong(2), List.of((String[])
                                row.getArray(3).getArray()))));
    }

    Map<Long, Integer> perVillage(Ground ground, LocalDate day) {
        var counts = new LinkedHashMap<Long, Integer>();
        sql.sql("""
                select place, count(*)
                  from registry.household
                 where place >= :lo and place < :hi and since <= :day and :day < until
                 group by place
                 order by place
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query((ResultSet row) -> {
                    counts.put(row.getLong(1), row.getInt(2));
                });
        return counts;
    }

    private static Household row(ResultSet row, int number) throws SQLException {
        return new Household(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getObject("village", UUID.class),
                row.getLong("place"),
                row.getInt("group_no"),
                row.getString("head"),
                row.getInt("size"),
                List.of((String[]) row.getArray("needs").getArray()),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("ended"),
                row.getInt("version"));
    }
}
