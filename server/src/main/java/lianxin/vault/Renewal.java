package lianxin.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals anew what still lies under an old key, 500 values at a time, while people read and write. Killed, it goes on with what is left; on several
 * servers each takes other rows. An old key is destroyed only by hand, when nothing lies under it and no backup needs it.
 */
@Component
class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final int BATCH = 500;

    private final List<Cells> columns;
    private final Ring ring;
    private final Vault vault;
    private final KeyStore store;
    private final TransactionTemplate transaction;

    Renewal(List<Cells> columns, Ring ring, Vault vault, KeyStore store, TransactionTemplate transaction) {
        this.columns = columns;
        this.ring = ring;
        this.vault = vault;
        this.store = store;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void beat() {
        try {
            columns.stream()
                    .filter(cells -> store.active(cells.field().name()).isPresent())
                    .forEach(this::finish);
        } catch (Locked | DataAccessException | TransactionException e) {
            LOG.warn("Sealing anew was interrupted and goes on in a minute: {}", e.getMessage());
        }
    }

    /** A new key for every column that has one, and everything under it. */
    void renew() {
        columns.stream()
                .filter(cells -> store.active(cells.field().name()).isPresent())
                .forEach(cells -> {
                    ring.renew(cells.field());
                    finish(cells);
                });
    }

    /** Destroys a key that only opens; refused while anything lies under it. */
    void destroy(int key) {
        transaction.executeWithoutResult(_ -> {
            store.takeTurn();
            if (columns.stream().anyMatch(cells -> cells.under(key) > 0)) {
                throw new Locked("key-in-use", key);
            }
            store.destroy(key);
            ring.forget(key);
        });
    }

    /** Until nothing of the column lies under another key than the active one. */
    void finish(Cells cells) {
        while (Boolean.TRUE.equals(transaction.execute(_ -> batch(cells)))) {}
    }

    private boolean batch(Cells cells) {
        ring.active(cells.field());
        var old = cells.sealedWith(store.retired(cells.field().name()), BATCH);
        cells.replace(
                old.stream().map(value -> vault.again(cells.field(), value)).toList());
        return !old.isEmpty();
    }
}
