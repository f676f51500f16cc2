package lianxin.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What witnesses have signed along. */
@Repository
class CosignatureStore {

    private final JdbcClient sql;

    CosignatureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many leaves the largest state had that the witness has signed; 0 before the first. */
    long size(String witness) {
        return sql.sql("select coalesce(max(size), 0) from record.cosignature where witness = :witness")
                .param("witness", witness)
                .query(Long.class)
                .single();
    }

    void keep(String witness, long size, Instant at, String line) {
        sql.sql("""
                insert into record.cosignature (witness, size, at, line)
                values (:witness, :size, :at, :line)
                on conflict (witness, size) do nothing
                """)
                .param("witness", witness)
                .param("size", size)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("line", line)
                .update();
    }

    /** The signature lines under the state of that size. */
    List<String> under(long size) {
        return sql.sql("select line from record.cosignature where size = :size order by witness")
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** The largest state the witness has signed; one of no leaves before the first. */
    Condition.Witnessed latest(String witness) {
        return sql.sql("""
                select size, at
                  from record.cosignature
                 where witness = :witness
                 order by size desc
                 limit 1
                """)
                .param("witness", witness)
                .query((row, _) -> new Condition.Witnessed(
                        witness,
                        row.getLong("size"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(new Condition.Witnessed(witness, 0, null));
    }
}
