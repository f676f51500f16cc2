package lianxin.record;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.ledger.Export;
import lianxin.ledger.Note;
import lianxin.ledger.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the record. */
@Repository
class RecordStore {

    /** Rows in hand while a whole record streams out. */
    private static final int AT_ONCE = 2_000;

    private final JdbcClient sql;
    private final Checkpoints checkpoints;

    RecordStore(JdbcClient sql, Checkpoints checkpoints) {
        this.sql = sql;
        this.checkpoints = checkpoints;
    }

    List<Row> find(Question asked, @Nullable UUID doer, List<UUID> about, int limit) {
        return sql.sql("""
                select e.index, l.*
                  from record.entry e
                  join record.leaf l on l.xid = e.xid and l.id = e.leaf
                 where e.index < :before
                   and (cast(:doer as uuid) is null
                        or e.index in (select m.index from record.mention m where m.who = :doerBytes) and l.by_whom = :doer)
                   and (cardinality(:about) = 0
                        or e.index in (select m.index from record.mention m join record.subject s on s.token = m.who
                                        where s.subject = any(:about)))
                   and (:what = '' or l.what = :what)
                   and e.at >= coalesce(cast(:since as timestamptz), '-infinity')
                   and e.at <  coalesce(cast(:until as timestamptz), 'infinity')
                 order by e.index desc
                 limit :limit
                """)
                .param("before", asked.before())
                .param("doer", doer, Types.OTHER)
                .param("doerBytes", doer == null ? null : Subjects.bytes(doer), Types.BINARY)
                .param("about", about.toArray(UUID[]::new))
                .param("what", asked.what().strip())
                .param("since", at(asked.since()), Types.VARCHAR)
                .param("until", at(asked.until()), Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> new Row(row.getLong("index"), LeafStore.leaf(row)))
                .list();
    }

    private static @Nullable String at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC).toString();
    }

    Optional<Leaf> leaf(long index) {
        return sql.sql("""
                select l.*
                  from record.entry e
                  join record.leaf l on l.xid = e.xid and l.id = e.leaf
                 where e.index = :index
                """)
                .param("index", index)
                .query((row, _) -> LeafStore.leaf(row))
                .optional();
    }

    /** The newest signed state, if it contains that place. */
    Optional<String> noteOver(long index) {
        return sql.sql("select note from record.checkpoint where size > :index order by size desc limit 1")
                .param("index", index)
                .query(String.class)
                .optional();
    }

    /**
     * Writes the whole record out, place by place, up to the last signed state there is at the beginning. A place whose leaf is gone comes out as
     * an empty leaf, and the checker sees the hole.
     */
    void export(OutputStream out) throws IOException {
        var notes = sql.sql("select note from record.checkpoint order by size")
                .query(String.class)
                .list();
        var key = checkpoints.key().orElseThrow(() -> RecordRefusal.NOT_SIGNED_YET.because(0));
        var export = new Export(out, VerifierKey.parse(key));
        var next = 0L;
        for (var note : notes) {
            next = leaves(next, Note.parse(note).checkpoint().size(), export);
            export.checkpoint(note);
        }
        export.end();
    }

    private long leaves(long from, long to, Export export) throws IOException {
        var next = from;
        while (next < to) {
            var rows = sql.sql("""
                    select l.*
                      from record.entry e
                      left join record.leaf l on l.xid = e.xid and l.id = e.leaf
                     where e.index >= :from and e.index < :to
                     order by e.index
                    """)
                    .param("from", next)
                    .param("to", Math.min(to, next + AT_ONCE))
                    .query((row, _) -> row.getString("id") == null
                            ? new byte[0]
                            : LeafStore.leaf(row).bytes())
                    .list();
            for (var row : rows) {
                export.leaf(row);
            }
            next = Math.min(to, next + AT_ONCE);
        }
        return next;
    }

    /** A leaf in its place. */
    record Row(long index, Leaf leaf) {}
}
