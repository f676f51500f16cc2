package lianxin.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds leaves. There is nothing else one may do with them. */
@Repository
class LeafStore {

    private final JdbcClient sql;

    LeafStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Leaf leaf) {
        sql.sql("""
                insert into record.leaf (id, kind, what, by_whom, at, lo, hi, whole, subjects, tokens)
                values (:id, :kind, :what, :by, :at, :lo, :hi, :whole, :subjects, :tokens)
                """)
                .param("id", leaf.id())
                .param("kind", leaf.kind().word())
                .param("what", leaf.what())
                .param("by", leaf.by())
                .param("at", leaf.at().atOffset(ZoneOffset.UTC))
                .param("lo", leaf.lo())
                .param("hi", leaf.hi())
                .param("whole", leaf.whole())
                .param("subjects", leaf.subjects())
                .param("tokens", leaf.tokens())
                .update();
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
