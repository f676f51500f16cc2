package lianxin.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lianxin.platform.News;
import lianxin.region.Ground;
import lianxin.scope.Scope;
import lianxin.scope.Standing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the record costs: a change of one household's row as the registry does it (look and hold, keep the past, write) with its leaf, against the
 * same transaction with the listener taken out, in turns, on the database in the box with everything as in use (fsync and all). The sequencer works in the
 * midst of every round with leaves and of no other, so that its work, as much as a round has made, is paid by those who made it. All families have been
 * spoken of before, as they have in a house that is in use.
 */
@Command(
        name = "record",
        description = "a change with its audit leaf beside the same change without, 1, 8 and 64 clients",
        mixinStandardHelpOptions = true)
final class RecordCost implements Callable<Integer> {

    private static final int ROWS = 20_000;

    /** Whoever changes a row stands as somebody, with a leaf or without. */
    private static final Scope COUNTY = new Scope(new Ground(999_912_000_000L, 999_913_000_000L), null, null);

    private static final UUID DOER = new UUID(0, 7);

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,8,64",
            description = "clients at once (${DEFAULT-VALUE})")
    private int[] clients = {};

    @Option(names = "--rounds", defaultValue = "7", description = "rounds each (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "4", description = "length of a round (${DEFAULT-VALUE})")
    private int seconds;

    private record Changed(UUID subject, UUID by, Instant at) implements News {}

    private record Round(double perSecond, double p99) {}

    @Override
    public Integer call() throws Exception {
        try (var house = house()) {
            measure(house);
        }
        return 0;
    }

    private static ConfigurableApplicationContext house() throws ClassNotFoundException {
        return new SpringApplicationBuilder(Class.forName("lianxin.Lianxin"))
                .properties(Map.of(
                        "server.port", "0",
                        "lianxin.database.name", "bench",
                        "lianxin.database.fresh", "true",
                        "spring.datasource.hikari.maximum-pool-size", "66",
                        "logging.level.root", "warn",
                        "spring.main.log-startup-info", "false"))
                .run();
    }

    private void measure(ConfigurableApplicationContext house) throws Exception {
        var sql = house.getBean(JdbcClient.class);
        sql.sql("create table roster.bench_household (id uuid primary key, n int, head text, size int, version int)")
                .update();
        sql.sql(
                        "create table roster.bench_past (household uuid, version int, head text, size int, primary key (household, version))")
                .update();
        sql.sql(
                        "insert into roster.bench_household select gen_random_uuid(), n, '张建国', 4, 1 from generate_series(1, :rows) n")
                .param("rows", ROWS)
                .update();
        var families = sql.sql("select id from roster.bench_household")
                .query(UUID.class)
                .list();
        var pulse = house.getBean(Class.forName("lianxin.record.Pulse"));
        house.getBean(ScheduledAnnotationBeanPostProcessor.class).postProcessBeforeDestruction(pulse, "");
        var beat = pulse.getClass().getDeclaredMethod("beat");
        beat.setAccessible(true);
        house.getBean(Standing.class)
                .as(
                        COUNTY,
                        () -> house.getBean(TransactionTemplate.class).execute(_ -> {
                            families.forEach(family -> house.publishEvent(new Changed(family, DOER, Instant.now())));
                            return true;
                        }));
        beat.invoke(pulse);
        System.out.println(
                "| Clients | With leaf, changes/s | Without | With ÷ without | p99 with, ms | p99 without, ms |");
        System.out.println("|---|---|---|---|---|---|");
        for (var count : clients) {
            var with = new ArrayList<Round>();
            var without = new ArrayList<Round>();
            for (var round = 0; round <= rounds; round++) {
                for (var leaf : round % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
                    var measured = listening(
                            house,
                            leaf,
                            () -> round(house, sql, families, count, () -> leaf ? beat.invoke(pulse) : null));
                    if (round > 0) { // the first is for warming up
                        (leaf ? with : without).add(measured);
                    }
                }
            }
            System.out.printf(
                    "| %d | %,.0f | %,.0f | %.2f (%s) | %.1f | %.1f |%n",
                    count,
                    median(with, Round::perSecond),
                    median(without, Round::perSecond),
                    median(with, Round::perSecond) / median(without, Round::perSecond),
                    ratios(with, without),
                    median(with, Round::p99),
                    median(without, Round::p99));
        }
        System.out.printf(
                "%n%,d leaves, %,d of them in the tree.%n",
                house.getBean(Standing.class).house(() -> count(sql, "record.leaf")), count(sql, "record.entry"));
    }

    /** Takes the record's ear off the house for one round. Only a benchmark may. */
    private static Round listening(ConfigurableApplicationContext house, boolean leaf, Callable<Round> round)
            throws Exception {
        if (leaf) {
            return round.call();
        }
        var ears = house.getBean(ApplicationEventMulticaster.class);
        var taken = new ArrayList<org.springframework.context.ApplicationListener<?>>();
        ears.removeApplicationListeners(listener -> {
            var trail = listener.toString().contains("lianxin.record.Trail");
            if (trail) {
                taken.add(listener);
            }
            return trail;
        });
        if (taken.size() != 1) {
            throw new IllegalStateException("the listener of the record was not found: " + taken);
        }
        try {
            return round.call();
        } finally {
            ears.addApplicationListener(taken.getFirst());
        }
    }

    private Round round(
            ConfigurableApplicationContext house, JdbcClient sql, List<UUID> families, int count, Callable<?> midst)
            throws Exception {
        var transaction = house.getBean(TransactionTemplate.class);
        var standing = house.getBean(Standing.class);
        var going = new AtomicBoolean(true);
        var spent = new long[count][];
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count)
                    .forEach(client -> threads.submit(() -> {
                        var times = new ArrayList<Long>();
                        while (going.get()) {
                            var began = System.nanoTime();
                            var family =
                                    families.get(ThreadLocalRandom.current().nextInt(families.size()));
                            standing.as(COUNTY, () -> transaction.execute(_ -> change(house, sql, family)));
                            times.add(System.nanoTime() - began);
                        }
                        spent[client] =
                                times.stream().mapToLong(Long::longValue).toArray();
                        done.addAndGet(times.size());
                    }));
            var end = System.nanoTime() + seconds * 1_000_000_000L;
            Thread.sleep(seconds * 500L);
            midst.call();
            Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));
            going.set(false);
        }
        var all = Arrays.stream(spent).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Round(done.get() / (double) seconds, all[(int) (all.length * 0.99)] / 1e6);
    }

    private static boolean change(ApplicationEventPublisher house, JdbcClient sql, UUID family) {
        var version = sql.sql("select version from roster.bench_household where id = :id for update")
                .param("id", family)
                .query(Integer.class)
                .single();
        sql.sql(
                        "insert into roster.bench_past select id, version, head, size from roster.bench_household where id = :id")
                .param("id", family)
                .update();
        sql.sql("update roster.bench_household set size = :size, version = version + 1 where id = :id")
                .param("id", family)
                .param("size", 1 + version % 9)
                .update();
        house.publishEvent(new Changed(family, DOER, Instant.now()));
        return true;
    }

    private static long count(JdbcClient sql, String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String ratios(List<Round> with, List<Round> without) {
        var ratios = IntStream.range(0, with.size())
                .mapToDouble(i -> with.get(i).perSecond / without.get(i).perSecond)
                .sorted()
                .toArray();
        return "%.2f–%.2f".formatted(ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
