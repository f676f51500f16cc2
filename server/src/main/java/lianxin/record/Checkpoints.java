package lianxin.record;

import java.util.Optional;
import lianxin.ledger.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed states as they are given away. */
@Repository
class Checkpoints {

    private final JdbcClient sql;
    private final CosignatureStore cosignatures;

    Checkpoints(JdbcClient sql, CosignatureStore cosignatures) {
        this.sql = sql;
        this.cosignatures = cosignatures;
    }

    /** The newest one with all that witnesses have signed under it; empty before the first. */
    Optional<String> newest() {
        return sql.sql("select note from record.checkpoint order by size desc limit 1")
                .query(String.class)
                .optional()
                .map(text -> {
                    var note = Note.parse(text);
                    for (var line : cosignatures.under(note.checkpoint().size())) {
                        note = note.and(line);
                    }
                    return note.toString();
                });
    }

    /** The key to check them with. */
    Optional<String> key() {
        return sql.sql("select key from record.signer order by since desc limit 1")
                .query(String.class)
                .optional();
    }
}
