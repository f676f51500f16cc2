package lianxin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Visits a second that phones hand in and hold a receipt for: through HTTP, signature, rules, books and record, on the database in the box, driver and server
 * in one process. Beside it, in the same minute, the bare database with the same rows and the same commits, and what the disk can sync.
 */
@Command(
        name = "phones",
        description = "visits a second accepted with receipts, beside the bare database; syncs without a change",
        mixinStandardHelpOptions = true)
final class Outboxes implements Callable<Integer> {

    @Option(
            names = "--phones",
            split = ",",
            defaultValue = "1,8,64,512",
            description = "phones at once (${DEFAULT-VALUE})")
    private int[] phones = {};

    @Option(
            names = "--batches",
            split = ",",
            defaultValue = "1,20,200",
            description = "visits a request (${DEFAULT-VALUE})")
    private int[] batches = {};

    @Option(names = "--seconds", defaultValue = "4", description = "length of a round (${DEFAULT-VALUE})")
    private int seconds;

    private record Round(double perSecond, double p50, double p99, double cpu, long again) {}

    /** One round of work by one of several at once; answers how many visits were kept, or −1 when told to come again. */
    private interface Work {
        int done(int who) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        try (var house = house()) {
            bareTables(house.getBean(JdbcClient.class));
            var most = Arrays.stream(phones).max().orElse(1);
            var fleet = new Fleet(house, most);
            firstSync(fleet, Math.min(100, most));
            System.out.println(
                    "| Phones | Visits a request | Accepted visits/s | p50, ms | p99, ms | CPU a visit, ms | Told to come again | Bare database, rows/s | Ratio | fsyncs/s |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|");
            for (var warm = 0; warm < 5; warm++) {
                round(Math.min(8, most), who -> fleet.phones.get(who).send(1));
            }
            for (var count : phones) {
                for (var batch : batches) {
                    var ours = round(count, who -> fleet.phones.get(who).send(batch));
                    var bare = bare(house, Math.min(count, 64), batch);
                    System.out.printf(
                            "| %d | %d | %,.0f | %.1f | %.1f | %.2f | %,d | %,.0f | %.2f | %,.0f |%n",
                            count,
                            batch,
                            ours.perSecond,
                            ours.p50,
                            ours.p99,
                            ours.cpu,
                            ours.again,
                            bare.perSecond,
                            ours.perSecond / bare.perSecond,
                            fsyncs());
                }
            }
            quiet(fleet, Math.min(64, most));
        }
        return 0;
    }

    private static ConfigurableApplicationContext house() throws ClassNotFoundException {
        return new SpringApplicationBuilder(Class.forName("lianxin.Lianxin"))
                .properties(Map.of(
                        "server.port", "0",
                        "lianxin.database.name", "bench-phones",
                        "lianxin.database.fresh", "true",
                        "spring.datasource.hikari.maximum-pool-size", "66",
                        "logging.level.root", "warn",
                        "spring.main.log-startup-info", "false"))
                .run();
    }

    private void firstSync(Fleet fleet, int count) throws Exception {
        var began = System.nanoTime();
        round(count, who -> fleet.phones.get(who).pull(), 1);
        System.out.printf(
                "First sync of %d phones at once, %d households each: %.1f s in all.%n%n",
                count, Fleet.HOMES, (System.nanoTime() - began) / 1e9);
    }

    private void quiet(Fleet fleet, int count) throws Exception {
        for (var who = 0; who < count; who++) {
            for (var page = 0; page < 2; page++) {
                fleet.phones.get(who).pull();
            }
        }
        var bytes = new LongAdder();
        var syncs = new LongAdder();
        var round = round(count, who -> {
            bytes.add(fleet.phones.get(who).pull());
            syncs.increment();
            return 1;
        });
        System.out.printf(
                "%nSync without a change, %d phones: %,.0f a second, p50 %.1f ms, p99 %.1f ms, %d bytes before compression.%n",
                count, round.perSecond, round.p50, round.p99, bytes.sum() / Math.max(1, syncs.sum()));
    }

    private Round round(int count, Work work) throws Exception {
        return round(count, work, 0);
    }

    /** {@code times} each, or 0 for as long as a round lasts. */
    private Round round(int count, Work work, int times) throws Exception {
        var spent = Collections.synchronizedList(new ArrayList<Long>());
        var kept = new LongAdder();
        var again = new LongAdder();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = system.getProcessCpuTime();
        var began = System.nanoTime();
        var end = began + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (var i = 0; i < count; i++) {
                var who = i;
                all.add(() -> {
                    for (var n = 0; times == 0 ? System.nanoTime() < end : n < times; n++) {
                        var from = System.nanoTime();
                        var done = work.done(who);
                        if (done < 0) {
                            again.increment();
                            Thread.sleep(100); // a phone would wait two seconds
                        } else {
                            spent.add(System.nanoTime() - from);
                            kept.add(done);
                        }
                    }
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        var elapsed = (System.nanoTime() - began) / 1e9;
        var sorted = spent.stream().sorted().toList();
        return new Round(
                kept.sum() / elapsed,
                at(sorted, 0.5),
                at(sorted, 0.99),
                (system.getProcessCpuTime() - cpu) / 1e6 / Math.max(1, kept.sum()),
                again.sum());
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * share)) / 1e6;
    }

    private static void bareTables(JdbcClient sql) {
        sql.sql(
                        "create table roster.bare_visit (id uuid primary key, household uuid, place bigint, cadre uuid, words text, topics text[], seen_at timestamptz, told_at timestamptz, recorded_at timestamptz)")
                .update();
        sql.sql("create index on roster.bare_visit (household, seen_at desc)").update();
        sql.sql(
                        "create table roster.bare_receipt (id uuid primary key, digest bytea, account uuid, device uuid, answer text, at timestamptz)")
                .update();
        sql.sql(
                        "create table roster.bare_leaf (id uuid primary key, what text, by_whom uuid, at timestamptz, tokens bytea)")
                .update();
    }

    /** The same rows in the same number of transactions, with nothing between them and the database. */
    private Round bare(ConfigurableApplicationContext house, int count, int batch) throws Exception {
        var source = house.getBean(DataSource.class);
        return round(count, _ -> {
            try (var connection = source.getConnection()) {
                connection.setAutoCommit(false);
                try (var visit = connection.prepareStatement(
                                "insert into roster.bare_visit select gen_random_uuid(), gen_random_uuid(), 999913100201, gen_random_uuid(), '老人在家，身体都好', '{HEALTH}', now(), now(), now() from generate_series(1, ?)");
                        var receipt = connection.prepareStatement(
                                "insert into roster.bare_receipt select gen_random_uuid(), sha256('x'), gen_random_uuid(), gen_random_uuid(), 'accepted', now() from generate_series(1, ?)");
                        var leaf = connection.prepareStatement(
                                "insert into roster.bare_leaf values (gen_random_uuid(), 'VisitsKept', gen_random_uuid(), now(), sha256('x'))")) {
                    visit.setInt(1, batch);
                    visit.executeUpdate();
                    receipt.setInt(1, batch);
                    receipt.executeUpdate();
                    leaf.executeUpdate();
                    connection.commit();
                }
                return batch;
            }
        });
    }

    /** How often a second the disk says that eight kilobytes are safe. */
    private static double fsyncs() throws IOException {
        var file = Files.createTempFile(Path.of(System.getProperty("user.dir")), "fsync", ".bin");
        try (var disk = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var began = System.nanoTime();
            var done = 0;
            while (System.nanoTime() - began < 300_000_000L) {
                disk.write(ByteBuffer.allocate(8192), 0);
                disk.force(false);
                done++;
            }
            return done / ((System.nanoTime() - began) / 1e9);
        } finally {
            Files.delete(file);
        }
    }
}
