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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lianxin.platform.Initials;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
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

    Optional<Household> byKey(String key) {
        return sql.sql(SELECT + " where key = :key")
                .param("key", key)
                .query(HouseholdStore::row)
                .optional();
    }

    List<Household> endedBy(LocalDate day, UUID last, int limit) {
        return sql.sql(SELECT + " where until <= :day and until < 'infinity' and id > :last order by id limit :limit")
                .param("day", day)
                .param("last", last)
                .param("limit", limit)
                .query(HouseholdStore::row)
                .list();
    }

    /** The household, held until the end of the transaction. */
    Optional<Household> locked(UUID id) {
        return sql.sql(SELECT + " where id = :id for no key update")
                .param("id", id)
                .query(HouseholdStore::row)
                .optional();
    }

    /** Holds several, always in the same order, so that two who want the same do not wait for each other forever. */
    void hold(UUID... ids) {
        sql.sql("select id from registry.household where id = any(:ids) order by id for no key update")
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    /** As it was on {@code day}: the past row of that day, or the present one. */
    Optional<Household> asOf(UUID id, LocalDate day) {
        return sql.sql("""
                select h.id, h.key, coalesce(p.village, h.village) as village, coalesce(p.place, h.place) as place,
                       coalesce(p.group_no, h.group_no) as group_no, coalesce(p.head, h.head) as head, coalesce(p.size, h.size) as size,
                       h.needs, h.since, nullif(h.until, 'infinity') as until, h.ended, h.version
                  from registry.household h
                  left join lateral (
                       select village, place, group_no, head, size
                         from registry.household_past
                        where household = h.id and valid_from <= :day and :day < valid_to
                        order by recorded_at desc
                        limit 1) p on true
                 where h.id = :id and h.since <= :day
                """)
                .param("id", id)
                .param("day", day)
                .query(HouseholdStore::row)
                .optional();
    }

    List<Need> needs(UUID id) {
        return sql.sql("""
                select category, review_on
                  from registry.household_need
                 where household = :id
                 order by category
                """).param("id", id).query(Need.class).list();
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

    List<Households.Alike> alike(Ground ground, LocalDate day) {
        return sql.sql("""
                select place, needs, count(*)
                  from registry.household
                 where place >= :lo and place < :hi and since <= :day and :day < until
                 group by place, needs
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query((row, _) -> new Households.Alike(
                        row.getLong(1), List.of((String[]) row.getArray(2).getArray()), row.getInt(3)))
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

    /** Needs a transaction: a cursor streams only inside one. */
    @Transactional(readOnly = true)
    void export(Ground ground, LocalDate day, BiConsumer<Household, @Nullable LocalDate> visitor) {
        sql.sql("""
                select h.id, h.key, h.village, h.place, h.group_no, h.head, h.size, h.needs, h.since, nullif(h.until, 'infinity') as until,
                       h.ended, h.version, case when h.needs = '{}' then null else
                       (select min(review_on) from registry.household_need n where n.household = h.id) end as review_on
                  from registry.household h
                 where h.place >= :lo and h.place < :hi and h.since <= :day and :day < h.until
                 order by h.place, h.id
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .withFetchSize(10_000)
                .query((ResultSet row) -> visitor.accept(row(row, 0), row.getObject("review_on", LocalDate.class)));
    }

    /**
     * Households in scope on {@code day} after ({@code place}, {@code last}) in the order of village and identity. Looks only into villages that had
     * any that day, and when any household will do, into no more of them than must hold enough.
     */
    List<Household> page(Ground ground, LocalDate day, @Nullable String need, long place, UUID last, int limit) {
        return sql.sql(SELECT + """
                 where place = any(array(select place
                                           from registry.household_tally
                                          where place >= greatest(:lo, :place) and place < :hi and day <= :day
                                          group by place
                                         having sum(change) > 0
                                          order by place
                                          limit case when :need::text is null then :limit + 1 end))
                   and (place, id) > (:place, :last) and since <= :day and :day < until
                   and (:need::text is null or needs @> array[:need::text])
                 order by place, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("need", need)
                .param("place", place)
                .param("last", last)
                .param("limit", limit)
                .query(HouseholdStore::row)
                .list();
    }

    /** Four index ranges, each cut at {@code limit}: head, given name, initials, key. */
    List<Household> search(String words, Ground ground, LocalDate day, int limit) {
        return sql.sql(SELECT + """
                 where since <= :day and :day < until and id in (
                       (select id from registry.household
                         where head ~>=~ :words and head ~<~ :beyond and place >= :lo and place < :hi and until > :day limit :limit)
                       union
                       (select id from registry.household
                         where given ~>=~ :words and given ~<~ :beyond
                           and place >= :lo and place < :hi and until > :day limit :limit)
                       union
                       (select id from registry.household
                         where initials ~>=~ lower(:words) and initials ~<~ lower(:beyond) and place >= :lo and place < :hi and until > :day
                         limit :limit)
                       union
                       (select id from registry.household
                         where key ~>=~ :words and key ~<~ :beyond and place >= :lo and place < :hi and until > :day limit :limit))
                 order by head <> :words, place, id
                 limit :limit
                """)
                .param("words", words)
                .param("beyond", Initials.beyond(words))
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("limit", limit)
                .query(HouseholdStore::row)
                .list();
    }

    long count(Ground ground, LocalDate day) {
        return sql.sql("""
                select coalesce(sum(change), 0)
                  from registry.household_tally
                 where place >= :lo and place < :hi and day <= :day
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    Map<Long, Integer> perVillage(Ground ground, LocalDate day) {
        var counts = new LinkedHashMap<Long, Integer>();
        sql.sql("""
                select place, sum(change)
                  from registry.household_tally
                 where place >= :lo and place < :hi and day <= :day
                 group by place
                having sum(change) > 0
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
