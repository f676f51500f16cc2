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
     * @param fresh whether nothing has happened since it was made by which the round may be another
     * @param figures as they were counted on {@code countedOn}; null when something changed since
     * @param epoch which history of the database this is
     * @param certain whether all of it may be handed out already
     * @param last the transaction below which everything is settled
     */
    record Book(
            LocalDate day,
            boolean fresh,
            @Nullable Figures figures,
            @Nullable LocalDate countedOn,
            String epoch,
            String root,
            boolean certain,
            String last) {

        boolean isOf(LocalDate today) {
            return fresh && day.equals(today);
        }
    }

    /**
     * For which state of the world a book is being made, read before the round is.
     *
     * @param turn the holder’s own, {@code turns} everybody’s
     * @param anew whether all of it is to be sent again
     */
    record Making(long turn, long turns, long anews, boolean anew) {}

    /** A change: a household to be taken in anew, or dropped. */
    record Change(UUID household, long seq, String xid, String h, boolean gone) {}

    Optional<Book> book(UUID holder) {
        return sql.sql("""
                select b.day, b.made = b.turn and b.made_turns = e.turns as fresh, b.figures::text as figures, b.counted_on, left(e.id::text, 8) as epoch, s.root, s.certain, s.last
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
                row.getBoolean("fresh"),
                figures == null ? null : json.readValue(figures, Figures.class),
                row.getObject("counted_on", LocalDate.class),
                row.getString("epoch"),
                row.getString("root"),
                row.getBoolean("certain"),
                row.getString("last"));
    }

    /** Begins to make a holder’s book: what is known now is what it is made for. */
    Making begin(UUID holder) {
        sql.sql("insert into phone.book (holder, day) values (:holder, date '1970-01-01') on conflict do nothing")
                .param("holder", holder)
                .update();
        return sql.sql("""
                select b.turn, e.turns, e.anews, b.made_anews < e.anews as anew
                  from phone.book b
                 cross join phone.epoch e
                 where b.holder = :holder
                """).param("holder", holder).query(Making.class).single();
    }

    /** The book holds exactly these households from now on. */
    void set(UUID holder, LocalDate day, Collection<UUID> households, Making making) {
        sql.sql("""
                insert into phone.entry as e (holder, household, seq, xid, gone, hash)
                select :holder, h.id, s.seq, pg_current_xact_id(), false, hashtextextended(h.id::text, s.seq)
                  from unnest(:households::uuid[]) as h (id)
                 cross join lateral (select nextval('phone.change') as seq where h.id is not null) s
                 where :anew or not exists (select from phone.entry k where k.holder = :holder and k.household = h.id and not k.gone)
                 order by h.id
                on conflict (holder, household) do update
                   set seq = excluded.seq, xid = excluded.xid, gone = false, hash = excluded.hash
                """)
                .param("holder", holder)
                .param("anew", making.anew())
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
        sql.sql("""
                update phone.book
                   set day = :day, made = :turn, made_turns = :turns, made_anews = :anews, figures = null, changes = changes + 1
                 where holder = :holder
                """)
                .param("day", day)
                .param("turn", making.turn())
                .param("turns", making.turns())
                .param("anews", making.anews())
                .param("holder", holder)
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
                ), books as (
                    select holder from phone.book where holder in (select holder from moved) order by holder for update
                )
                update phone.book set figures = null, changes = changes + 1 where holder in (select holder from books)
                """).param("households", households.toArray(UUID[]::new)).update();
    }

    /** The rounds of these holders may be others now. */
    void turn(Collection<UUID> holders) {
        sql.sql("""
                insert into phone.book as b (holder, day, turn)
                select distinct h, date '1970-01-01', 1 from unnest(:holders) as h order by h
                on conflict (holder) do update set turn = b.turn + 1
                """).param("holders", holders.toArray(UUID[]::new)).update();
    }

    /** Everybody’s round may be another now; {@code anew}: and everything in it has changed. */
    void turnAll(boolean anew) {
        sql.sql("update phone.epoch set turns = turns + 1, anews = anews + :anew")
                .param("anew", anew ? 1 : 0)
                .update();
    }

    /** How often something has happened that figures count. */
    long changed(UUID holder) {
        return sql.sql("select changes from phone.book where holder = :holder")
                .param("holder", holder)
                .query(Long.class)
                .single();
    }

    /** Keeps figures that were counted on {@code day}, unless something they count has happened since {@code changed} was asked. */
    void figures(UUID holder, Figures figures, LocalDate day, long changed) {
        sql.sql("""
                update phone.book
                   set figures = :figures::jsonb, counted_on = :day
                 where holder = :holder and changes = :changed
                """)
                .param("holder", holder)
                .param("figures", json.writeValueAsString(figures))
                .param("day", day)
                .param("changed", changed)
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
