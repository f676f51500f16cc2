package lianxin.open311;

import java.util.List;
import java.util.UUID;
import lianxin.scope.Standing;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import lianxin.vault.Field;
import lianxin.vault.SealedRows;
import lianxin.vault.Shape;
import lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets with which messages are signed. They lie under lock: a hash would not sign. */
@Repository
class HookSecrets implements Cells {

    private static final Field FIELD = new Field("open311.hook", "sealed", Shape.TEXT);

    private final JdbcClient sql;
    private final SealedRows rows;
    private final Vault vault;
    private final Standing standing;

    HookSecrets(JdbcClient sql, Vault vault, Standing standing) {
        this.sql = sql;
        this.rows = new SealedRows(sql, FIELD);
        this.vault = vault;
        this.standing = standing;
    }

    Cell seal(UUID hook, String secret) {
        return vault.seal(FIELD, hook, secret);
    }

    String open(UUID hook) {
        return vault.open(
                FIELD,
                hook,
                sql.sql("select sealed from open311.hook where id = :hook")
                        .param("hook", hook)
                        .query(byte[].class)
                        .single());
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return standing.house(() -> rows.sealedWith(keys, limit));
    }

    @Override
    public void replace(List<Cell> cells) {
        standing.houseDoes(() -> rows.replace(cells));
    }

    @Override
    public long under(int key) {
        return standing.house(() -> rows.under(key));
    }
}
