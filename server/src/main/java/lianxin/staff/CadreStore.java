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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CadreStore {

    private static final String SELECT = """
            select id, key, unit, place, name, post, rank, leader, phone, skills, home_village, capacity_min, capacity_max,
                   since, nullif(until, 'infinity') as until, exempt_reason, exempt_until, version
              from staff.cadre
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

    Optional<Cadre> byKey(String key) {
        return sql.sql(SELECT + " where key = :key")
                .param("key", key)
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

    /** The cadre, held until the end of the transaction. */
    Optional<Cadre> locked(UUID id) {
        return sql.sql(SELECT + " where id = :id for no key update")
                .param("id", id)
                .query(CadreStore::row)
                .optional();
    }

    long countServing(Ground ground, LocalDate day) {
        return sql.sql("""
                select count(*)
                  from staff.cadre
                 where place >= :lo and place < :hi and since <= :day and :day < until
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    List<Cadre> exempt(Ground ground, LocalDate day) {
        return sql.sql(SELECT + """
                 where exempt_until > :day and place >= :lo and place < :hi and since <= :day and :day < until
                 order by id
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(CadreStore::row)
                .list();
    }

    List<Cadre> expiredExemptions(Ground ground, LocalDate day) {
        return sql.sql(SELECT + """
                 where exempt_until <= :day and place >= :lo and place < :hi and since <= :day and :day < until
                 order by exempt_until, id
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(CadreStore::row)
                .list();
    }

    List<Cadre> page(Ground ground, LocalDate day, @Nullable UUID unit, long place, UUID last, int limit) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and (place, id) > (:place, :last) and since <= :day and :day < until
                   and (:unit::uuid is null or unit = :unit)
                 order by place, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("unit", unit)
                .param("place", place)
                .param("last", last)
                .param("limit", limit)
                .query(CadreStore::row)
                .list();
    }

    List<Cadre> search(String words, Ground ground, LocalDate day, int limit) {
        return sql.sql(SELECT + """
                 where place >= :lo and place < :hi and since <= :day and :day < until
                   and (name ~>=~ :words and name ~<~ :beyond
                        or given ~>=~ :words and given ~<~ :beyond
                        or initials ~>=~ lower(:words) and initials ~<~ lower(:beyond)
                        or key ~>=~ :words and key ~<~ :beyond)
                 order by name <> :words, place, id
                 limit :limit
                """)
                .param("words", words)
                .param("beyond", Initials.beyond(words))
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("limit", limit)
                .query(CadreStore::row)
                .list();
    }

    /** Writes the cadre unless his key is taken; says whether he was written. */
    boolean add(UUID id, String key, long place, CadreFacts facts, LocalDate since) {
        return described("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, leader, phone, skills, home_village,
                                            capacity_min, capacity_max, since)
                values (:id, :key, :unit, :place, :name, :initials, :post, :rank, :leader, :phone, :skills, :home, :min, :max, :since)
                on conflict on constraint a_cadre_has_one_key do nothing
                """, id, place, facts)
                        .param("key", key)
                        .param("since", since)
                        .update()
                == 1;
    }

    void amend(UUID id, long place, CadreFacts facts) {
        described("""
                update staff.cadre
                   set unit = :unit, place = :place, name = :name, initials = :initials, post = :post, rank = :rank, leader = :leader,
                       phone = :phone, skills = :skills, home_village = :home, capacity_min = :min, capacity_max = :max,
                       version = version + 1
                 where id = :id
                """, id, place, facts).update();
    }

    void exempt(UUID id, @Nullable String reason, @Nullable LocalDate until) {
        sql.sql("""
                update staff.cadre
                   set exempt_reason = :reason, exempt_until = :until, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("reason", reason)
                .param("until", until)
                .update();
    }

    /** Closes his time of service, and lets the database say at once whether he still holds households. */
    void leave(UUID id, LocalDate day) {
        sql.sql("""
                update staff.cadre
                   set until = :day, exempt_reason = null, exempt_until = null, version = version + 1
                 where id = :id
                """).param("id", id).param("day", day).update();
        sql.sql("set constraints all immediate").update();
        sql.sql("set constraints all deferred").update();
    }

    private JdbcClient.StatementSpec described(String statement, UUID id, long place, CadreFacts facts) {
        return sql.sql(statement)
                .param("id", id)
                .param("unit", facts.unit())
                .param("place", place)
                .param("name", facts.name())
                .param("initials", Initials.ofPerson(facts.name()))
                .param("post", facts.post())
                .param("rank", facts.rank())
                .param("leader", facts.leader())
                .param("phone", facts.phone())
                .param("skills", facts.skills().toArray(String[]::new))
                .param("home", facts.homeVillage())
                .param("min", facts.capacityMin())
                .param("max", facts.capacityMax());
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
