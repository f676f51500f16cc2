package lianxin.record;

import static lianxin.record.RecordCast.LI;
import static lianxin.record.RecordCast.export;
import static lianxin.record.RecordCast.family;
import static lianxin.record.RecordCast.key;
import static lianxin.record.RecordCast.verify;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lianxin.ledger.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The sequencer is killed in the middle, again and again, while others write. Nothing is lost, doubled or signed twice over. */
class KilledTest extends RecordHouse {

    static final int KILLS = 60;

    /** The common pool of two cores has one thread; here two must run beside each other. */
    static final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    JdbcClient sql;

    @Autowired
    Reads reads;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Keys keys;

    @Autowired
    org.springframework.core.env.Environment environment;

    @Test
    void itGoesOnWhereItWas() {
        var random = new Random(60);
        var before = count("record.leaf");
        var writing = new AtomicBoolean(true);
        var written = new AtomicInteger();
        var writer = CompletableFuture.runAsync(
                () -> {
                    while (writing.get()) {
                        reads.of(
                                LI,
                                Purpose.HOUSEHOLD_PAGE,
                                List.of(family(1_000_000 + written.getAndIncrement() % 500)));
                    }
                },
                threads);
        var died = 0;
        while (died < KILLS) {
            var victim = victim();
            var work = CompletableFuture.supplyAsync(() -> survives(victim), threads);
            while (!work.isDone()) {
                LockSupport.parkNanos(random.nextInt(30_000_000));
                sql.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'")
                        .query((_, _) -> true)
                        .list();
            }
            died += work.join() ? 0 : 1;
        }
        writing.set(false);
        writer.join();
        sequencer.catchUp();
        assertThat(count("record.entry")).isEqualTo(count("record.leaf")).isEqualTo(before + written.get());
        var outcome = verify(export(sql), new Verification(key(sql)));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.covered()).isEqualTo(before + written.get());
    }

    private static boolean survives(Sequencer victim) {
        try {
            while (true) {
                victim.catchUp();
            }
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    private Sequencer victim() {
        var source = new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url")
                        + "?ApplicationName=victim&options=-c%20app.lo=0%20-c%20app.hi=10000000000000",
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        var its = JdbcClient.create(source);
        return new Sequencer(
                new EntryStore(its),
                new TileStore(its),
                keys,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                java.time.Clock.systemUTC());
    }

    long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
