package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills the server and its database again and again while phones write and send, then has a {@link Checker} look whether each promise was kept. First the same checker
 * must find every planted bug ({@link Plants}).
 */
@Command(
        name = "kills",
        description =
                "kills server and database while phones send; nothing acknowledged may be lost, nothing applied twice",
        mixinStandardHelpOptions = true)
final class Kills implements Callable<Integer> {

    @Option(names = "--server", defaultValue = "20", description = "kills of the server (${DEFAULT-VALUE})")
    int servers;

    @Option(names = "--database", defaultValue = "40", description = "kills of the database (${DEFAULT-VALUE})")
    int databases;

    @Option(names = "--phones", defaultValue = "16", description = "phones (${DEFAULT-VALUE})")
    int phones;

    @Option(names = "--seed", defaultValue = "1", description = "of all chance (${DEFAULT-VALUE})")
    long seed;

    @Option(names = "--home", defaultValue = "bench/target/kills", description = "where it is kept; begun anew")
    Path home = Path.of("bench/target/kills");

    private static final Duration HEALED = Duration.ofSeconds(60);

    private final List<Long> serverReady = new ArrayList<>();
    private final List<Long> databaseReady = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        var faults = campaign();
        faults.forEach(System.out::println);
        return faults.isEmpty() ? 0 : 1;
    }

    /** All faults that were found, and each planted bug that was not. */
    List<String> campaign() throws Exception {
        var journals = home.toAbsolutePath().resolve("journals");
        Files.createDirectories(journals);
        try (var old = Files.list(journals)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        try (var house = new House(home.toAbsolutePath(), "1g")) {
            var fleet = new Fleet(house);
            var clients = new ArrayList<FieldClient>();
            for (var phone : fleet.more(phones, Fleet.HOMES)) {
                clients.add(new FieldClient(
                        phone,
                        house.port(),
                        fleet.seal,
                        seed + phone.number,
                        new Journal(journals.resolve(Fleet.cadre(phone.number) + ".txt"))));
            }
            var threads = clients.stream().map(Thread::startVirtualThread).toList();
            kill(house);
            clients.forEach(FieldClient::finish);
            var began = System.nanoTime();
            var faults = new ArrayList<String>();
            for (var thread : threads) {
                if (!thread.join(HEALED.minus(Duration.ofNanos(System.nanoTime() - began)))) {
                    faults.add("a phone still waits %d s after the last fault".formatted(HEALED.toSeconds()));
                }
            }
            var drained = Duration.ofNanos(System.nanoTime() - began);
            treeBuilt(house);
            faults.addAll(check(house, clients));
            System.out.printf(
                    "%d kills of the server (answers again after %d ms, at most %d), %d of the database (%d, at most %d), seed %d: %d phones hold %,d receipts; the last queue was empty %.1f s after the last fault; %d faults.%n",
                    servers,
                    median(serverReady),
                    most(serverReady),
                    databases,
                    median(databaseReady),
                    most(databaseReady),
                    seed,
                    phones,
                    clients.stream().mapToLong(c -> c.receipts).sum(),
                    drained.toMillis() / 1e3,
                    faults.size());
            return faults;
        }
    }

    private void kill(House house) throws IOException, InterruptedException {
        var chance = new Random(seed);
        var left = new int[] {servers, databases};
        Thread.sleep(3_000);
        while (left[0] + left[1] > 0) {
            Thread.sleep(50 + chance.nextInt(1_950));
            var which = chance.nextInt(left[0] + left[1]) < left[0] ? 0 : 1;
            left[which]--;
            if (which == 0) {
                var both = chance.nextInt(3) == 0;
                if (both) {
                    house.killDatabase();
                }
                house.kill();
                house.again();
                serverReady.add(house.ready().toMillis());
            } else {
                house.killDatabase();
                databaseReady.add(database(house));
            }
        }
    }

    /** How long until the database takes questions again, and with it the house. */
    private static long database(House house) throws InterruptedException, IOException {
        var began = System.nanoTime();
        while (true) {
            try (var _ = house.keeper()) {
                return (System.nanoTime() - began) / 1_000_000;
            } catch (java.sql.SQLException e) {
                Thread.sleep(20);
            }
            if (!house.alive()) {
                throw new IOException("the server ended with its database");
            }
        }
    }

    /** The tree of the record is built behind; a checkpoint is promised within a minute. */
    private static void treeBuilt(House house) throws Exception {
        var end = System.nanoTime() + HEALED.toNanos();
        try (var keeper = house.keeper();
                var left = keeper.prepareStatement(
                        "select exists (select from record.leaf where id not in (select leaf from record.entry))")) {
            while (System.nanoTime() < end) {
                try (var row = left.executeQuery()) {
                    if (row.next() && !row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(1_000);
            }
        }
    }

    private static List<String> check(House house, List<FieldClient> clients) throws Exception {
        Map<String, List<String[]>> journals = clients.stream()
                .collect(Collectors.toMap(
                        c -> c.journal.file().getFileName().toString().replace(".txt", ""), c -> c.journal.lines()));
        var faults = new ArrayList<String>();
        try (var keeper = house.keeper()) {
            faults.addAll(Checker.faults(journals, keeper));
        }
        try (var keeper = house.keeper()) {
            for (var bug : Plants.found(journals, keeper).entrySet()) {
                System.out.printf(
                        "planted: %s – %s%n",
                        bug.getKey(),
                        bug.getValue().isEmpty()
                                ? "NOT FOUND"
                                : "found: " + bug.getValue().getFirst());
                if (bug.getValue().isEmpty()) {
                    faults.add("the checker does not find: " + bug.getKey());
                }
            }
        }
        return faults;
    }

    private static long median(List<Long> times) {
        return times.isEmpty() ? 0 : times.stream().sorted().toList().get(times.size() / 2);
    }

    private static long most(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
