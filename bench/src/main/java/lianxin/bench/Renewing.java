package lianxin.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import lianxin.scope.Standing;
import lianxin.vault.Field;
import lianxin.vault.Shape;
import lianxin.vault.Vault;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Every household’s telephone sealed anew, under a new key each time, by houses that are killed while they do it. Another house reads on all the time; at the end
 * every value is opened and compared.
 */
@Command(
        name = "renewing",
        mixinStandardHelpOptions = true,
        description = "all sealed values sealed anew while houses that do it are killed and another reads")
final class Renewing implements Callable<Integer> {

    private static final Field PHONE = new Field("particulars.particular", "PHONE", Shape.PHONE);
    private static final String BYTES = "\\\\x"; // as COPY wants them
    private static final long VILLAGE = 900_001_001_200L;

    @Option(names = "--households", defaultValue = "2000000", description = "${DEFAULT-VALUE} unless said")
    private int households;

    @Option(names = "--kills", defaultValue = "50", description = "${DEFAULT-VALUE} unless said")
    private int kills;

    @Option(
            names = "--within",
            defaultValue = "10",
            description = "each is killed so many seconds after it began, at most; ${DEFAULT-VALUE} unless said")
    private int within;

    @Option(names = "--house", hidden = true)
    private boolean house;

    @Override
    public Integer call() throws Exception {
        if (house) {
            renew();
            return 0;
        }
        try (var reading = house(Map.of("lianxin.database.name", "renewing", "lianxin.database.fresh", "true"))) {
            measure(reading);
        }
        return 0;
    }

    private static ConfigurableApplicationContext house(Map<String, Object> settings) throws ClassNotFoundException {
        return new SpringApplicationBuilder(Class.forName("lianxin.Lianxin"))
                .properties(Map.of(
                        "server.port", "0",
                        "logging.level.root", "warn",
                        "spring.main.log-startup-info", "false",
                        "lianxin.imports.dir", "bench/target/renewing"))
                .properties(settings)
                .run();
    }

    /** A house that seals anew at once what its clock would seal anew within a minute; the settings come from its environment. */
    private static void renew() throws Exception {
        var own = house(Map.of());
        var kind = Class.forName("lianxin.vault.Renewal");
        var beat = kind.getDeclaredMethod("beat");
        beat.setAccessible(true);
        System.out.println("renewing");
        beat.invoke(own.getBean(kind));
        System.exit(0);
    }

    private void measure(ConfigurableApplicationContext reading) throws Exception {
        var sql = reading.getBean(JdbcClient.class);
        var vault = reading.getBean(Vault.class);
        var standing = reading.getBean(Standing.class);
        var renewal = reading.getBean(Class.forName("lianxin.vault.Renewal"));
        reading.getBean(ScheduledAnnotationBeanPostProcessor.class)
                .postProcessBeforeDestruction(renewal, ""); // this house only reads
        var began = System.nanoTime();
        fill(reading, vault);
        System.err.printf("%,d households written in %d s%n", households, since(began));
        var going = new AtomicBoolean(true);
        var read = new AtomicLong();
        var unreadable = new AtomicLong();
        var reader = Thread.ofPlatform().start(() -> {
            var random = new Random(1);
            while (going.get()) {
                var n = random.nextInt(households);
                if (!phone(n).equals(opened(standing, sql, vault, n))) {
                    unreadable.incrementAndGet();
                }
                read.incrementAndGet();
            }
        });
        began = System.nanoTime();
        var random = new Random(50);
        var killed = 0;
        var rounds = 0;
        while (killed < kills) {
            if (waiting(standing, sql) == 0) {
                age(reading);
                rounds++;
            }
            var child = start(reading);
            if (!child.waitFor(random.nextInt(within * 1_000), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
                killed++;
                System.err.printf("killed %d times, %,d values wait%n", killed, waiting(standing, sql));
            }
        }
        if (start(reading).waitFor() != 0) {
            throw new IOException("the last renewal did not end");
        }
        var took = since(began);
        going.set(false);
        reader.join();
        var wrong = 0L;
        for (var n = 0; n < households; n++) {
            wrong += phone(n).equals(opened(standing, sql, vault, n)) ? 0 : 1;
        }
        System.out.printf(
                "%,d values sealed anew, %d times through, in %d s with %d kills; meanwhile %,d were read, %d of them not as they should be; at the end %d of all are wrong and %d under an old key.%n",
                households, rounds, took, killed, read.get(), unreadable.get(), wrong, waiting(standing, sql));
    }

    /** Another process, which has begun to seal anew when this returns. */
    private static Process start(ConfigurableApplicationContext reading) throws IOException {
        var from = reading.getEnvironment();
        var command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        "renewing",
                        "--house"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", from.getRequiredProperty("spring.datasource.url"),
                        "SPRING_DATASOURCE_USERNAME", from.getRequiredProperty("spring.datasource.username"),
                        "SPRING_DATASOURCE_PASSWORD", from.getRequiredProperty("spring.datasource.password"),
                        "SPRING_FLYWAY_USER", from.getRequiredProperty("spring.flyway.user"),
                        "SPRING_FLYWAY_PASSWORD", from.getRequiredProperty("spring.flyway.password"),
                        "LIANXIN_KEYS", from.getRequiredProperty("lianxin.keys")));
        var process = command.start();
        var said = process.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("renewing")) {
                return process;
            }
        }
        throw new IOException("a house did not come up");
    }

    private static String opened(Standing standing, JdbcClient sql, Vault vault, int n) {
        var sealed = standing.house(() -> sql.sql("select sealed from particulars.particular where id = :id")
                .param("id", id("p", n))
                .query(byte[].class)
                .single());
        return vault.open(PHONE, id("p", n), sealed);
    }

    private static long waiting(Standing standing, JdbcClient sql) {
        return standing.house(() -> sql.sql("""
                select count(*) from particulars.particular
                 where kind = 'PHONE' and key in (select id from vault.key where state <> 'ACTIVE')
                """).query(Long.class).single());
    }

    /** The key’s year is over: the next house that looks makes another. */
    private static void age(ConfigurableApplicationContext reading) throws SQLException {
        try (var owner = owner(reading);
                var statement = owner.createStatement()) {
            statement.execute("update vault.key set created = created - interval '366 days' where state = 'ACTIVE'");
        }
    }

    private static Connection owner(ConfigurableApplicationContext reading) throws SQLException {
        var settings = reading.getEnvironment();
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    private static String phone(int n) {
        return "1990" + "%07d".formatted(n);
    }

    private static UUID id(String what, int n) {
        return new UUID(what.charAt(0), n);
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000_000;
    }

    /** One village of all of them, written by the owner; what has walls cannot be copied into, so the seals come by way of a table that has none. */
    private void fill(ConfigurableApplicationContext reading, Vault vault) throws Exception {
        try (var owner = owner(reading);
                var statement = owner.createStatement()) {
            statement.execute("insert into region.division (id, level) values ('%s', 'VILLAGE')".formatted(id("v", 0)));
            statement.execute("""
                    insert into registry.household (id, key, village, place, head, initials, size, since)
                    select ('00000000-0000-0068-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'H' || n, '%s', %d, '王某', 'w', 3, '2020-01-01'
                      from generate_series(0, %d) n
                    """.formatted(id("v", 0), VILLAGE, households - 1));
            statement.execute("create temp table sealed (like particulars.particular)");
            var copy = owner.unwrap(PGConnection.class).getCopyAPI();
            var hex = HexFormat.of();
            var rows = new StringBuilder();
            for (var n = 0; n < households; n++) {
                var cell = vault.seal(PHONE, id("p", n), phone(n));
                rows.append(String.join(
                                "\t",
                                cell.row().toString(),
                                id("h", n).toString(),
                                "PHONE",
                                BYTES + hex.formatHex(cell.sealed()),
                                Integer.toString(cell.key()),
                                BYTES + hex.formatHex(cell.exact()),
                                BYTES + hex.formatHex(cell.ending())))
                        .append('\n');
                if (n % 50_000 == 49_999 || n == households - 1) {
                    copy.copyIn("copy sealed from stdin", new StringReader(rows.toString()));
                    rows.setLength(0);
                }
            }
            statement.execute("insert into particulars.particular select * from sealed");
            statement.execute("vacuum analyze");
        }
    }
}
