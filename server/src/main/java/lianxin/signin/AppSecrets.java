package lianxin.signin;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import lianxin.vault.Field;
import lianxin.vault.Shape;
import lianxin.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets that apps compute codes from. They lie under lock: whoever reads the database can compute no code. */
@Repository
class AppSecrets implements Cells {

    private static final HexFormat HEX = HexFormat.of();
    private static final Field FIELD = new Field("signin.second_factor", "secret", Shape.TEXT);

    private final JdbcClient sql;
    private final Vault vault;

    AppSecrets(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** A secret opened. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Secret(byte[] secret, boolean confirmed, long lastStep) {}

    private record Kept(
            byte[] secret, @Nullable Integer key, @Nullable Instant confirmedAt, long lastStep) {}

    Optional<Secret> of(UUID account) {
        return sql.sql("select secret, key, confirmed_at, last_step from signin.second_factor where account = :account")
                .param("account", account)
                .query(Kept.class)
                .optional()
                .map(kept -> new Secret(
                        kept.key() == null ? kept.secret() : HEX.parseHex(vault.open(FIELD, account, kept.secret())),
                        kept.confirmedAt() != null,
                        kept.lastStep()));
    }

    /** The account’s secret from now on, unless one is in use. */
    void offer(UUID account, byte[] secret) {
        var cell = vault.seal(FIELD, account, HEX.formatHex(secret));
        sql.sql("""
                insert into signin.second_factor (account, secret, key) values (:account, :secret, :key)
                on conflict (account) do update
                   set secret = excluded.secret, key = excluded.key, confirmed_at = null, last_step = 0
                 where signin.second_factor.confirmed_at is null
                """)
                .param("account", account)
                .param("secret", cell.sealed())
                .param("key", cell.key())
                .update();
    }

    /** What was written down before there was a vault. */
    @EventListener(ApplicationReadyEvent.class)
    void sealWhatLiesOpen() {
        sql.sql("select account as row, secret as sealed from signin.second_factor where key is null")
                .query(Old.class)
                .list()
                .forEach(old -> replace(List.of(vault.seal(FIELD, old.row(), HEX.formatHex(old.sealed())))));
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return sql.sql("""
                select account as row, secret as sealed from signin.second_factor
                 where key = any(:keys) limit :limit for update skip locked
                """)
                .param("keys", keys.toArray(Integer[]::new))
                .param("limit", limit)
                .query(Old.class)
                .list();
    }

    @Override
    public void replace(List<Cell> cells) {
        cells.forEach(
                cell -> sql.sql("update signin.second_factor set secret = :sealed, key = :key where account = :account")
                        .param("account", cell.row())
                        .param("sealed", cell.sealed())
                        .param("key", cell.key())
                        .update());
    }

    @Override
    public long under(int key) {
        return sql.sql("select count(*) from signin.second_factor where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
