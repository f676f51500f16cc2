package lianxin.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the key of keys. Tries itself at every start: the algorithms always, the key as soon as anything is wrapped under it; a start with a wrong
 * key ends there, and nothing is ever sealed under a second one by accident.
 */
@Component
class Lock {

    private final VaultSettings settings;
    private final Path keys;
    private final KeyStore store;

    private @Nullable MasterKey master;

    Lock(VaultSettings settings, @Value("${lianxin.keys}") Path keys, KeyStore store) {
        this.settings = settings;
        this.keys = keys;
        this.store = store;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tryItself() {
        KnownAnswers.check();
        try {
            store.all().stream()
                    .filter(key -> key.wrapped().length > 0)
                    .forEach(key -> master().unwrap(key.wrapped(), key.purpose()));
        } catch (Locked e) {
            throw e.reason().equals("does-not-open") ? new Locked("wrong-key", keys) : e;
        }
    }

    /** The key of keys; the very first time it is made. */
    synchronized MasterKey master() {
        if (master == null) {
            master = settings.pkcs11() == null ? fromFile() : TokenKey.open(settings.pkcs11(), settings.passphrases());
        }
        return master;
    }

    private MasterKey fromFile() {
        var custody = settings.custody(keys);
        return custody.exists() || store.all().stream().anyMatch(key -> key.wrapped().length > 0)
                ? custody.open()
                : custody.make();
    }
}
