package lianxin.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import lianxin.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds leaves. There is nothing else one may do with them. */
@Repository
class LeafStore {

    private final JdbcClient sql;

    LeafStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Adds a leaf about these subjects, all different, and says whether it did: when one of them has no token yet, nothing is added. One statement,
     * since every change of the house waits for it.
     */
    boolean add(Deed deed, UUID[] about) {
        return of(deed, """
                                insert into record.leaf (id, kind, what, by_whom, at, lo, hi, whole, subjects, tokens)
                                select :id, :kind, :what, :by, :at, :lo, :hi, false, count(*), coalesce(string_agg(token, '' order by token), '')
                                  from record.subject
                                 where subject = any(:about)
                                having count(*) = :subjects
                                """)
                        .param("about", about)
                        .param("subjects", about.length)
                        .update()
                == 1;
    }

    /** Adds a leaf about everybody on the deed’s ground, {@code subjects} of them. */
    void addWhole(Deed deed, long subjects) {
        of(deed, """
                        insert into record.leaf (id, kind, what, by_whom, at, lo, hi, whole, subjects, tokens)
                        values (:id, :kind, :what, :by, :at, :lo, :hi, true, :subjects, '')
                        """).param("subjects", subjects).update();
    }

    private JdbcClient.StatementSpec of(Deed deed, String statement) {
        return sql.sql(statement)
                .param("id", Ids.next())
                .param("kind", deed.kind().word())
                .param("what", deed.what())
                .param("by", deed.by())
                .param("at", deed.at().atOffset(ZoneOffset.UTC))
                .param("lo", deed.ground().lo())
                .param("hi", deed.ground().hi());
    }

    /** A row of {@code record.leaf} as it was added. */
    static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getObject("id", UUID.class),
                Leaf.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("what"),
                row.getObject("by_whom", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("lo"),
                row.getLong("hi"),
                row.getBoolean("whole"),
                row.getLong("subjects"),
                row.getBytes("tokens"));
    }
}
