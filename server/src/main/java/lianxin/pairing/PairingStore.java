package lianxin.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lianxin.region.Ground;
import lianxin.scope.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the chains. */
@Repository
class PairingStore {

    private static final String SELECT = """
            select household, cadre, since, nullif(until, 'infinity') as until, reason, place, run, recorded_at
              from pairing.pairing
            """;

    private final JdbcClient sql;
    private final Standing standing;

    PairingStore(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    Optional<Pairing> contactOf(UUID household, LocalDate day) {
        return sql.sql(SELECT
                        + " where household = :household and since <= :day and :day < until and cadre is not null")
                .param("household", household)
                .param("day", day)
                .query(PairingStore::row)
                .optional();
    }

    List<Pairing> history(UUID household) {
        return sql.sql(SELECT + " where household = :household order by since")
                .param("household", household)
                .query(PairingStore::row)
                .list();
    }

    List<Pairing> replaced(UUID household) {
        return sql.sql("""
                select household, cadre, since, null::date as until, reason, place, run, recorded_at
                  from pairing.replaced
                 where household = :household
                 order by since, replaced_at
                """)
                .param("household", household)
                .query(PairingStore::row)
                .list();
    }

    Map<UUID, UUID> contactsOf(Collection<UUID> households, LocalDate day) {
        var contacts = new HashMap<UUID, UUID>();
        sql.sql("""
                select household, cadre
                  from pairing.pairing
                 where household = any(:households) and since <= :day and :day < until and cadre is not null
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("day", day)
                .query((ResultSet row) -> {
                    contacts.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return contacts;
    }

    List<Pairing> heldBy(UUID cadre, LocalDate day, UUID after, int limit) {
        return sql.sql(SELECT + """
                 where cadre = :cadre and until > :day and since <= :day and household > :after
                 order by household
                 limit :limit
                """)
                .param("cadre", cadre)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query(PairingStore::row)
                .list();
    }

    /** Counted as the house, as all loads are: how much a cadre holds is one number, whoever asks, and tells nothing of the households. */
    int load(UUID cadre, LocalDate day) {
        return standing.house(() -> sql.sql(
                        "select count(*) from pairing.pairing where cadre = :cadre and until > :day and since <= :day")
                .param("cadre", cadre)
                .param("day", day)
                .query(Integer.class)
                .single());
    }

    Map<UUID, Integer> loadsOf(Collection<UUID> cadres, LocalDate day) {
        var loads = new HashMap<UUID, Integer>();
        standing.houseDoes(() -> sql.sql("""
                select cadre, count(*)
                  from pairing.pairing
                 where cadre = any(:cadres) and until > :day and since <= :day
                 group by cadre
                """)
                .param("cadres", cadres.toArray(UUID[]::new))
                .param("day", day)
                .query((ResultSet row) -> {
                    loads.put(row.getObject(1, UUID.class), row.getInt(2));
                }));
        return loads;
    }

    /** How many households of each village a cadre held on {@code day}, by code. */
    Map<Long, Integer> villagesOf(UUID cadre, LocalDate day) {
        var villages = new LinkedHashMap<Long, Integer>();
        sql.sql("""
                select place, count(*)
                  from pairing.pairing
                 where cadre = :cadre and until > :day and since <= :day
                 group by place
                 order by place
                """).param("cadre", cadre).param("day", day).query((ResultSet row) -> {
            villages.put(row.getLong(1), row.getInt(2));
        });
        return villages;
    }

    /** The first day each of {@code households} was back in scope after a stretch without a contact; those who never had one are missing. */
    Map<UUID, LocalDate> lastChange(Collection<UUID> households) {
        var days = new HashMap<UUID, LocalDate>();
        sql.sql(
                        "select household, max(since) from pairing.pairing where household = any(:households) group by household")
                .param("households", households.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    days.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                });
        return days;
    }

    boolean answersFor(UUID cadre, UUID backup, LocalDate day) {
        return sql.sql("""
                select exists (select from pairing.backup
                                where cadre = :cadre and backup = :backup and since <= :day and :day < until)
                """)
                .param("cadre", cadre)
                .param("backup", backup)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    boolean holdsOn(UUID cadre, Ground ground, LocalDate day) {
        return sql.sql("""
                select exists (select from pairing.pairing
                                where cadre = :cadre and until > :day and since <= :day and place >= :lo and place < :hi)
                """)
                .param("cadre", cadre)
                .param("day", day)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Boolean.class)
                .single();
    }

    Map<UUID, Integer> loads(Ground ground, LocalDate day) {
        var loads = new HashMap<UUID, Integer>();
        standing.houseDoes(() -> sql.sql("""
                select cadre, count(*)
                  from pairing.pairing
                 where place >= :lo and place < :hi and since <= :day and :day < until and cadre is not null
                 group by cadre
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query((ResultSet row) -> {
                    loads.put(row.getObject(1, UUID.class), row.getInt(2));
                }));
        return loads;
    }

    List<Pairings.Holding> holdings(Ground ground, LocalDate day) {
        return sql.sql("""
                select place, cadre, count(*) as households
                  from pairing.pairing
                 where place >= :lo and place < :hi and since <= :day and :day < until and cadre is not null
                 group by place, cadre
                 order by place, cadre
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Pairings.Holding.class)
                .list();
    }

    Map<Long, Integer> coveredPerVillage(Ground ground, LocalDate day) {
        var counts = new LinkedHashMap<Long, Integer>();
        sql.sql("""
                select place, sum(change)
                  from pairing.tally
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

    long covered(Ground ground, LocalDate day) {
        return sql.sql("""
                select coalesce(sum(change), 0)
                  from pairing.tally
                 where place >= :lo and place < :hi and day <= :day
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Needs a transaction: a cursor streams only inside one. */
    @Transactional(readOnly = true)
    void each(Ground ground, LocalDate day, Consumer<Pairings.Held> visitor) {
        sql.sql("""
                select household, cadre, place
                  from pairing.pairing
                 where place >= :lo and place < :hi and since <= :day and :day < until and cadre is not null
                 order by place, household
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .withFetchSize(10_000)
                .query((ResultSet row) -> visitor.accept(
                        new Pairings.Held(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3))));
    }

    /** How many chains on {@code ground} are not what the constraints promise; always 0, unless somebody switched them off. */
    Map<Long, Integer> broken(Ground ground) {
        var counts = new LinkedHashMap<Long, Integer>();
        sql.sql("""
                select place, count(*)
                  from (select place, until, lead(since) over (partition by household order by since) as next
                          from pairing.pairing
                         where place >= :lo and place < :hi) stretch
                 where until <> coalesce(next, 'infinity')
                 group by place
                 order by place
                """).param("lo", ground.lo()).param("hi", ground.hi()).query((ResultSet row) -> {
            counts.put(row.getLong(1), row.getInt(2));
        });
        return counts;
    }

    static Pairing row(ResultSet row, int number) throws SQLException {
        return new Pairing(
                row.getObject("household", UUID.class),
                row.getObject("cadre", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                Reason.valueOf(row.getString("reason")),
                row.getLong("place"),
                row.getObject("run", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
