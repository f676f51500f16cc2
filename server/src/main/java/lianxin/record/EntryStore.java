package lianxin.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives committed leaves their places in the tree, and keeps its signed states. */
@Repository
class EntryStore {

    /** One sequencer at a time, whatever the number of servers. */
    private static final long TURN = 0x6c69616e78696eL;

    private final JdbcClient sql;

    EntryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits for the turn; it ends with the transaction. */
    void takeTurn() {
        sql.sql("select pg_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query((_, _) -> true)
                .single();
    }

    /** How many leaves have their place. */
    long size() {
        return sql.sql("select coalesce(max(index) + 1, 0) from record.entry")
                .query(Long.class)
                .single();
    }

    /**
     * Where to look for leaves without a place. Transactions below {@code floor} have ended and were looked through; those from {@code ceiling}
     * on have not begun. A database brought back from a dump counts its transactions anew; then everything is looked through once.
     */
    Window window() {
        return sql.sql("""
                select case when f.xid > pg_snapshot_xmax(s.now) then '0' else f.xid::text end as floor,
                       case when f.xid > pg_snapshot_xmax(s.now) then '18446744073709551615' else pg_snapshot_xmax(s.now)::text end as ceiling,
                       pg_snapshot_xmin(s.now)::text as next
                  from record.floor f, pg_current_snapshot() as s (now)
                """).query(Window.class).single();
    }

    /** Committed leaves without a place, those of older transactions first; at most {@code limit}. */
    List<Waiting> waiting(Window window, int limit) {
        return sql.sql("""
                select l.*, l.xid::text as number
                  from record.leaf l
                 where l.xid >= :floor::xid8 and l.xid < :ceiling::xid8
                   and not exists (select from record.entry e where e.leaf = l.id)
                 order by l.xid, l.id
                 limit :limit
                """)
                .param("floor", window.floor())
                .param("ceiling", window.ceiling())
                .param("limit", limit)
                .query((row, _) -> new Waiting(row.getString("number"), LeafStore.leaf(row)))
                .list();
    }

    /** When the longest waiting of them was written, if any is. */
    Optional<Instant> waitingSince(Window window) {
        return sql.sql("""
                select min(l.at)
                  from record.leaf l
                 where l.xid >= :floor::xid8 and l.xid < :ceiling::xid8
                   and not exists (select from record.entry e where e.leaf = l.id)
                """)
                .param("floor", window.floor())
                .param("ceiling", window.ceiling())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    void raiseFloor(Window window) {
        sql.sql("update record.floor set xid = :next::xid8 where xid <> :next::xid8")
                .param("next", window.next())
                .update();
    }

    /** Gives the leaves the next places from {@code first} on. */
    void place(long first, List<Waiting> leaves) {
        sql.sql("""
                insert into record.entry (index, xid, leaf, at)
                select :first + n - 1, xid::xid8, leaf, at
                  from unnest(:xids, :leaves, :ats::timestamptz[]) with ordinality as w (xid, leaf, at, n)
                """)
                .param("first", first)
                .param("xids", leaves.stream().map(Waiting::xid).toArray(String[]::new))
                .param("leaves", leaves.stream().map(w -> w.leaf().id()).toArray(UUID[]::new))
                .param("ats", leaves.stream().map(w -> w.leaf().at().toString()).toArray(String[]::new))
                .update();
    }

    void mention(byte[][] who, Long[] indexes) {
        sql.sql("insert into record.mention (who, index) select * from unnest(:who, :indexes) on conflict do nothing")
                .param("who", who)
                .param("indexes", indexes)
                .update();
    }

    Optional<Signed> lastSigned() {
        return sql.sql("select size, at, note from record.checkpoint order by size desc limit 1")
                .query(EntryStore::signed)
                .optional();
    }

    /** Keeps a signed state, and whose signature it is. */
    void keep(long size, Instant at, String note, String key) {
        sql.sql("insert into record.signer (key, since) values (:key, :at) on conflict do nothing")
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("insert into record.checkpoint (size, at, note) values (:size, :at, :note)")
                .param("size", size)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }

    private static Signed signed(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Signed(
                row.getLong("size"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("note"));
    }

    /** A range of transactions, and where the next look may begin. */
    record Window(String floor, String ceiling, String next) {}

    /** A leaf without a place, and the transaction that wrote it. */
    record Waiting(String xid, Leaf leaf) {}

    /** A signed state of the tree. */
    record Signed(long size, Instant at, String note) {}
}
