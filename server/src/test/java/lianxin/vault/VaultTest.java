package lianxin.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lianxin.OwnDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed opens where it was sealed, with the right keys, and at any moment of their renewal. */
@SpringBootTest
class VaultTest {

    static final Field PHONE = new Field("vault.sample", "phone", Shape.PHONE);
    static final Field WORDS = new Field("vault.sample", "words", Shape.TEXT);
    static final int ROWS = 6_000;
    static final int KILLS = 50;

    /** The common pool of two cores has one thread; here two must run beside each other. */
    static final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    JdbcClient sql;

    @Autowired
    KeyStore store;

    @Autowired
    Environment environment;

    @Autowired
    DataSource source;

    @TempDir
    Path folder;

    Opened house;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("vault", properties);
    }

    /** The vault as one server has it, over a connection of its own. */
    record Opened(JdbcClient sql, Lock lock, Ring ring, Vault vault, Renewal renewal) {

        static Opened over(DataSource source, Path keys, Suite suite) {
            var sql = JdbcClient.create(source);
            var transactions = new JdbcTransactionManager(source);
            var settings = new VaultSettings(suite, List.of(), null);
            var store = new KeyStore(sql);
            var lock = new Lock(settings, keys, store);
            var ring = new Ring(store, lock, settings, Clock.systemUTC(), transactions);
            var vault = new Vault(ring, lock, settings);
            return new Opened(
                    sql,
                    lock,
                    ring,
                    vault,
                    new Renewal(List.of(new Sample(sql)), ring, vault, store, new TransactionTemplate(transactions)));
        }
    }

    /** A column of telephone numbers. */
    record Sample(JdbcClient sql) implements Cells {

        @Override
        public Field field() {
            return PHONE;
        }

        @Override
        public List<Old> sealedWith(List<Integer> keys, int limit) {
            return sql.sql(
                            "select id, sealed from roster.sample where key = any(:keys) limit :limit for update skip locked")
                    .param("keys", keys.toArray(Integer[]::new))
                    .param("limit", limit)
                    .query((row, _) -> new Old(row.getObject("id", UUID.class), row.getBytes("sealed")))
                    .list();
        }

        @Override
        public void replace(List<Cell> cells) {
            cells.forEach(this::put);
        }

        void put(Cell cell) {
            sql.sql("""
                    insert into roster.sample (id, sealed, key, exact) values (:id, :sealed, :key, :exact)
                    on conflict (id) do update set sealed = excluded.sealed, key = excluded.key, exact = excluded.exact
                    """)
                    .param("id", cell.row())
                    .param("sealed", cell.sealed())
                    .param("key", cell.key())
                    .param("exact", cell.exact())
                    .update();
        }

        @Override
        public long under(int key) {
            return sql.sql("select count(*) from roster.sample where key = :key")
                    .param("key", key)
                    .query(Long.class)
                    .single();
        }

        byte[] sealed(UUID id) {
            return sql.sql("select sealed from roster.sample where id = :id")
                    .param("id", id)
                    .query((row, _) -> row.getBytes(1))
                    .single();
        }
    }

    @BeforeEach
    void anEmptyVault() {
        sql.sql("create table if not exists roster.sample (id uuid primary key, sealed bytea, key int, exact bytea)")
                .update();
        sql.sql("truncate roster.sample").update();
        sql.sql("delete from vault.key").update();
        house = Opened.over(source, folder, Suite.AES);
    }

    static UUID row(int n) {
        return new UUID(5, n);
    }

    static String phone(int n) {
        return "1380000%04d".formatted(n);
    }

    static void locked(String reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Locked.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void algorithmsGiveThePublishedAnswers() {
        KnownAnswers.check();
    }

    @Test
    void noCellOpensInThePlaceOfAnother() {
        var cells = IntStream.range(0, 40)
                .mapToObj(n -> house.vault().seal(n % 2 == 0 ? PHONE : WORDS, row(n / 4), phone(n)))
                .toList();
        for (var one = 0; one < cells.size(); one++) {
            assertThat(house.vault()
                            .open(
                                    one % 2 == 0 ? PHONE : WORDS,
                                    row(one / 4),
                                    cells.get(one).sealed()))
                    .isEqualTo(phone(one));
            for (var other = 0; other < cells.size(); other++) {
                var field = other % 2 == 0 ? PHONE : WORDS;
                var sealed = cells.get(one).sealed();
                var there = row(other / 4);
                if (one % 2 != other % 2 || one / 4 != other / 4) {
                    locked("does-not-open", () -> house.vault().open(field, there, sealed));
                }
            }
        }
    }

    @Test
    void oneBentBitAndItStaysShut() {
        var sealed = house.vault().seal(PHONE, row(1), phone(1)).sealed();
        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var bent = sealed.clone();
            bent[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> house.vault().open(PHONE, row(1), bent)).isInstanceOf(Locked.class);
        }
        locked("not-a-seal", () -> house.vault().open(PHONE, row(1), new byte[10]));
    }

    @Test
    void bothWaysOfSealingLieSideBySide() {
        var aes = house.vault().seal(PHONE, row(1), phone(1));
        var chinese = Opened.over(source, folder, Suite.SM4);
        var sm4 = chinese.vault().seal(PHONE, row(2), phone(1));
        assertThat(sm4.key()).isNotEqualTo(aes.key());
        assertThat(sm4.exact()).isNotEqualTo(aes.exact());
        for (var vault : List.of(house.vault(), chinese.vault())) {
            assertThat(vault.open(PHONE, row(1), aes.sealed())).isEqualTo(phone(1));
            assertThat(vault.open(PHONE, row(2), sm4.sealed())).isEqualTo(phone(1));
            assertThat(vault.exactly(PHONE, phone(1))).contains(aes.exact(), sm4.exact());
            assertThat(vault.endingWith(PHONE, "0001")).contains(aes.ending(), sm4.ending());
            assertThat(vault.exactly(WORDS, phone(1))).doesNotContain(aes.exact(), sm4.exact());
        }
    }

    @Test
    void aWrongKeyOpensNothingAndSaysSo() throws Exception {
        house.vault().seal(PHONE, row(1), phone(1));
        house.lock().tryItself();
        Opened.over(source, folder, Suite.AES).lock().tryItself();
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        locked(
                "key-file",
                () -> Opened.over(source, elsewhere, Suite.AES).lock().tryItself());
        assertThat(elsewhere).isEmptyDirectory();
        new VaultSettings(Suite.AES, List.of(), null).custody(elsewhere).make();
        assertThatThrownBy(
                        () -> Opened.over(source, elsewhere, Suite.AES).lock().tryItself())
                .hasMessageContaining(elsewhere.toString())
                .isInstanceOfSatisfying(
                        Locked.class, e -> assertThat(e.reason()).isEqualTo("wrong-key"));
    }

    @Test
    void itTakesTwoCustodians() throws Exception {
        house.vault().seal(PHONE, row(1), phone(1));
        for (var custodian : List.of("custodian-1", "custodian-2")) {
            var file = folder.resolve(custodian);
            var right = Files.readString(file);
            Files.writeString(file, "something else");
            locked(
                    "passphrase",
                    () -> Opened.over(source, folder, Suite.AES).lock().tryItself());
            Files.delete(file);
            locked(
                    "key-file",
                    () -> Opened.over(source, folder, Suite.AES).lock().tryItself());
            Files.writeString(file, right);
        }
        Opened.over(source, folder, Suite.AES).lock().tryItself();
        assertThat(Files.getPosixFilePermissions(folder.resolve("vault.key"))).hasSize(2);
    }

    @Test
    void keysHaveALifeAndAreCounted() {
        var first = house.vault().seal(PHONE, row(1), phone(1));
        new Sample(sql).put(first);
        assertThat(store.byId(first.key()).orElseThrow())
                .satisfies(key -> assertThat(key.state()).isEqualTo(DataKey.State.ACTIVE))
                .satisfies(key -> assertThat(key.encryptions()).isEqualTo(1_000));
        locked("key-in-use", () -> house.renewal().destroy(first.key()));
        house.renewal().renew();
        assertThat(store.byId(first.key()).orElseThrow().state()).isEqualTo(DataKey.State.DECRYPT_ONLY);
        assertThat(new Sample(sql).under(first.key())).isZero();
        house.renewal().destroy(first.key());
        assertThat(store.byId(first.key()).orElseThrow().wrapped()).isEmpty();
        locked("no-such-key", () -> house.vault().open(PHONE, row(1), first.sealed()));
        assertThat(house.vault().open(PHONE, row(1), new Sample(sql).sealed(row(1))))
                .isEqualTo(phone(1));
        sql.sql("update vault.key set created = created - interval '366 days' where state = 'ACTIVE'")
                .update();
        var later = house.vault().seal(PHONE, row(2), phone(2));
        assertThat(later.key()).isNotEqualTo(new Sample(sql).sealed(row(1))[5]);
        assertThat(store.active(PHONE.name()).orElseThrow().id()).isEqualTo(later.key());
    }

    @Test
    void renewalIsKilledFiftyTimesAndEverybodyReadsOn() {
        var sample = new Sample(sql);
        IntStream.range(0, ROWS).forEach(n -> sample.put(house.vault().seal(PHONE, row(n), phone(n))));
        var reading = new AtomicBoolean(true);
        var read = new AtomicInteger();
        var unreadable = new ArrayList<String>();
        var reader = CompletableFuture.runAsync(
                () -> {
                    var random = new Random(1);
                    var other = Opened.over(source, folder, Suite.AES).vault();
                    while (reading.get()) {
                        var n = random.nextInt(ROWS);
                        try {
                            assertThat(other.open(PHONE, row(n), sample.sealed(row(n))))
                                    .isEqualTo(phone(n));
                            read.incrementAndGet();
                        } catch (Locked | AssertionError e) {
                            unreadable.add(n + ": " + e.getMessage());
                        }
                    }
                },
                threads);
        var random = new Random(50);
        var died = 0;
        while (died < KILLS) {
            var work = CompletableFuture.supplyAsync(() -> survives(victim()), threads);
            while (!work.isDone()) {
                LockSupport.parkNanos(random.nextInt(60_000_000));
                sql.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'")
                        .query((_, _) -> true)
                        .list();
            }
            died += work.join() ? 0 : 1;
        }
        house.renewal().finish(sample);
        reading.set(false);
        reader.join();
        assertThat(unreadable).isEmpty();
        assertThat(read.get()).isGreaterThan(100);
        assertThat(sample.under(store.active(PHONE.name()).orElseThrow().id())).isEqualTo(ROWS);
        IntStream.range(0, ROWS)
                .forEach(n -> assertThat(house.vault().open(PHONE, row(n), sample.sealed(row(n))))
                        .isEqualTo(phone(n)));
        assertThat(store.all())
                .filteredOn(k -> k.state() == DataKey.State.ACTIVE)
                .hasSize(1);
    }

    private static boolean survives(Opened victim) {
        try {
            while (true) {
                victim.renewal().renew();
            }
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    private Opened victim() {
        return Opened.over(
                new DriverManagerDataSource(
                        environment.getRequiredProperty("spring.datasource.url") + "?ApplicationName=victim",
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password")),
                folder,
                Suite.AES);
    }
}
