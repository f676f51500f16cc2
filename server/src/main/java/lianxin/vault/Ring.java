package lianxin.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys at hand: unwrapped, in memory only. Makes a new one when the old has served its year or sealed enough. */
@Component
class Ring {

    /** A key seals for a year. */
    private static final Duration SERVICE = Duration.ofDays(365);

    /** Half of what 96-bit random nonces allow under one key (NIST SP 800-38D, 8.3). */
    private static final long MOST = 1L << 31;

    /** Sealings are counted so many at a time, ahead: what a crash forgets was counted too much, never too little. */
    private static final long BLOCK = 1_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyStore store;
    private final Lock lock;
    private final VaultSettings settings;
    private final Clock clock;
    private final TransactionTemplate apart;

    private final Map<Integer, byte[]> secrets = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicLong> reserved = new ConcurrentHashMap<>();

    Ring(KeyStore store, Lock lock, VaultSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.lock = lock;
        this.settings = settings;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The key that seals the field now; a new one when there is none or the last one's time is over. */
    DataKey active(Field field) {
        var key = store.active(field.name()).filter(this::serves).orElseGet(() -> renewed(field, false));
        count(key);
        return key;
    }

    /** A new key for the field from now on, whatever the old one's age. */
    DataKey renew(Field field) {
        return renewed(field, true);
    }

    /** The key itself; refused when it is destroyed or not ours. */
    byte[] secret(int id) {
        return secrets.computeIfAbsent(id, _ -> {
            var key =
                    store.byId(id).filter(k -> k.wrapped().length > 0).orElseThrow(() -> new Locked("no-such-key", id));
            return lock.master().unwrap(key.wrapped(), key.purpose());
        });
    }

    void forget(int id) {
        secrets.remove(id);
    }

    private boolean serves(DataKey key) {
        return key.suite() == settings.suite()
                && key.encryptions() < MOST
                && key.created().plus(SERVICE).isAfter(clock.instant());
    }

    /** Commits by itself: a key must be there before anything is sealed with it, even if the sealing is rolled back. */
    private DataKey renewed(Field field, boolean anyway) {
        return Objects.requireNonNull(apart.execute(_ -> {
            store.takeTurn();
            var there = store.active(field.name()).filter(this::serves);
            if (there.isPresent() && !anyway) {
                return there.get();
            }
            var id = store.add(field.name(), settings.suite(), clock.instant());
            var secret = new byte[settings.suite().keyBytes];
            RANDOM.nextBytes(secret);
            store.wrap(id, lock.master().wrap(secret, DataKey.purpose(id, field.name())));
            tryOut(id, field);
            store.activate(id, field.name());
            return store.byId(id).orElseThrow();
        }));
    }

    /** Sealed and opened once with the key as it was read back. */
    private void tryOut(int id, Field field) {
        var row = new UUID(0, 0);
        var words = new byte[] {1, 2, 3};
        var seal = Seal.of(settings.suite(), id, secret(id), field, row, words);
        if (!Arrays.equals(Seal.parse(seal.bytes()).open(secret(id), field, row), words)) {
            throw new Locked("self-test", field.name());
        }
    }

    private void count(DataKey key) {
        var left = reserved.computeIfAbsent(key.id(), _ -> new AtomicLong());
        if (left.getAndDecrement() <= 0) {
            apart.executeWithoutResult(_ -> store.count(key.id(), BLOCK));
            left.set(BLOCK - 1);
        }
    }
}
