package lianxin.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.visit.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Which households the phones of a holder hold, and the order in which that changed. It names identities only and belongs to nobody’s ground. */
@Repository
class BookStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    BookStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A holder’s book.
     *
     * @param day the day whose round it is
     * @param stale whether somebody heard that the round is another
     * @param figures as they were counted on {@code countedOn}; null when something changed since
     * @param epoch which history of the database this is
     * @param certain whether all of it may be handed out already
     * @param last the transaction below which everything is settled
     */
    record Book(
            LocalDate day,
            boolean stale,
            @Nullable Figures figures,
            @Nullable LocalDate countedOn,
            String epoch,
            String root,
            boolean certain,
            String last) {

        boolean isOf(LocalDate today) {
            return !stale && day.equals(today);
        }
    }

    /** A change: a household to be taken in anew, or dropped. */
    record Change(UUID household, long seq, String xid, String h, boolean gone) {}

    Optional<Book> book(UUID holder) {
        return sql.sql("""
                select b.day, b.stale, b.figures::text as figures, b.counted_on, left(e.id::text, 8) as epoch, s.root, s.certain, s.last
                  from phone.book b
                 cross join phone.epoch e
                 cross join lateral (
                       select lpad(to_hex(coalesce(bit_xor(hash) filter (where not gone), 0)), 16, '0') as root,
                              coalesce(bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())), true) as certain,
                              (pg_snapshot_xmin(pg_current_snapshot()))::text as last
                         from phone.entry
                        where holder = b.holder) s
                 where b.holder = :holder
                """).param("holder", holder).query(this::row).optional();
    }

    private Book row(ResultSet row, int number) throws SQLException {
        var figures = row.getString("figures");
        return new Book(
                row.getObject("day", LocalDate.class),
                row.getBoolean("stale"),
                figures == null ? null : json.readValue(figures, Figures.class),
                row.getObject("counted_on", LocalDate.class),
                row.getString("epoch"),
                row.getString("root"),
                row.getBoolean("certain"),
                row.getString("last"));
    }

    /** The book holds exactly these households from now on. */
    void set(UUID holder, LocalDate day, Collection<UUID> households) {
        sql.sql("""
                insert into phone.book (holder, day, stale) values (:holder, :day, false)
                on conflict (holder) do update set day = excluded.day, stale = false, figures = null
                """).param("holder", holder).param("day", day).update();
        sql.sql("""
                insert into phone.entry as e (holder, household, seq, xid, gone, hash)
                select :holder, h.id, s.seq, pg_current_xact_id(), false, hashtextextended(h.id::text, s.seq)
                  from unnest(:households::uuid[]) as h (id)
                 cross join lateral (select nextval('phone.change') as seq where h.id is not null) s
                 where not exists (select from phone.entry k where k.holder = :holder and k.household = h.id and not k.gone)
                on conflict (holder, household) do update
                   set seq = excluded.seq, xid = excluded.xid, gone = false, hash = excluded.hash
                """)
                .param("holder", holder)
                .param("households", households.toArray(UUID[]::new))
                .update();
        sql.sql("""
                update phone.entry
                   set gone = true, seq = nextval('phone.change'), xid = pg_current_xact_id()
                 where holder = :holder and not gone and household <> all (:households::uuid[])
                """)
                .param("holder", holder)
                .param("households", households.toArray(UUID[]::new))
                .update();
    }

    /** These households have changed, for whoever holds them. Taken in one order by everybody, so that nobody waits in a circle. */
    void touch(Collection<UUID> households) {
        sql.sql("""
                with moved as (
                    update phone.entry e
                       set seq = s.seq, xid = pg_current_xact_id(), hash = hashtextextended(e.household::text, s.seq)
                      from (select holder, household, nextval('phone.change') as seq
                              from (select holder, household
                                      from phone.entry
                                     where household = any(:households) and not gone
                                     order by holder, household
                                       for update) held) s
                     where e.holder = s.holder and e.household = s.household
                    returning e.holder
                )
                update phone.book set figures = null where figures is not null and holder in (select holder from moved)
                """).param("households", households.toArray(UUID[]::new)).update();
    }

    /** Everything any phone holds has changed. */
    void touchAll() {
        sql.sql("""
                update phone.entry e
                   set seq = s.seq, xid = pg_current_xact_id(), hash = hashtextextended(e.household::text, s.seq)
                  from (select holder, household, nextval('phone.change') as seq
                          from (select holder, household from phone.entry where not gone order by holder, household for update) held) s
                 where e.holder = s.holder and e.household = s.household
                """).update();
        sql.sql("update phone.book set figures = null where figures is not null")
                .update();
    }

    /** The rounds of these holders may be others now; null for everybody’s. */
    void stale(@Nullable Collection<UUID> holders) {
        if (holders == null) {
            sql.sql("update phone.book set stale = true where not stale").update();
        } else {
            sql.sql("update phone.book set stale = true where holder = any(:holders)")
                    .param("holders", holders.toArray(UUID[]::new))
                    .update();
        }
    }

    void figures(UUID holder, Figures figures, LocalDate day) {
        sql.sql("update phone.book set figures = :figures::jsonb, counted_on = :day where holder = :holder")
                .param("holder", holder)
                .param("figures", json.writeValueAsString(figures))
                .param("day", day)
                .update();
    }

    /** What changed behind (xid, seq), as far as no older transaction can still change anything before it. */
    List<Change> changes(UUID holder, String xid, long seq, int limit) {
        return sql.sql("""
                select household, seq, xid::text as xid, lpad(to_hex(hash), 16, '0') as h, gone
                  from phone.entry
                 where holder = :holder and (xid, seq) > (:xid::xid8, :seq) and xid < pg_snapshot_xmin(pg_current_snapshot())
                 order by xid, seq
                 limit :limit
                """)
                .param("holder", holder)
                .param("xid", xid)
                .param("seq", seq)
                .param("limit", limit)
                .query(Change.class)
                .list();
    }

    /** What belongs into each bucket, by the last byte of the identity. */
    Map<Integer, Map<UUID, Long>> buckets(UUID holder) {
        var buckets = new HashMap<Integer, Map<UUID, Long>>();
        sql.sql("select household, hash from phone.entry where holder = :holder and not gone")
                .param("holder", holder)
                .query((row, _) -> {
                    var id = row.getObject("household", UUID.class);
                    return buckets.computeIfAbsent((int) (id.getLeastSignificantBits() & 0xff), _ -> new HashMap<>())
                            .put(id, row.getLong("hash"));
                })
                .list();
        return buckets;
    }
}
