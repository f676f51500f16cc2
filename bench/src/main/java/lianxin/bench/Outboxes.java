package lianxin.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Visits a second that phones hand in and hold a receipt for: through HTTP, signature, rules, books and record, on the database in the box. The server is a process of
 * its own and warm; requests are written and signed before a round begins. Beside each round, in the same minute, the bare database and the disk.
 */
@Command(
        name = "phones",
        description =
                "visits a second accepted with receipts, beside the bare database; first syncs, syncs without a change, bytes by size of book",
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

    @Option(names = "--seconds", defaultValue = "10", description = "length of a round (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm", defaultValue = "20", description = "seconds before the first round (${DEFAULT-VALUE})")
    private int warm;

    @Option(
            names = "--syncs",
            description = "measure syncs too: first ones, those without a change, bytes by size of book")
    private boolean syncs;

    @Option(names = "--home", defaultValue = "bench/target/phones", description = "where it is kept; begun anew")
    private Path home = Path.of("bench/target/phones");

    @Option(names = "--server", description = "a further setting of the server, as --name=value")
    private List<String> server = List.of();

    /** Enough for the length of a round at several times the speed of the first version; a round ends when a phone has sent all it wrote. */
    private static int enough(int batch, int phones, int seconds) {
        return Math.max(3, 2_500 * seconds / (batch == 1 ? 1 : batch / 3) / phones);
    }

    @Override
    public Integer call() throws Exception {
        var settings = new java.util.ArrayList<>(List.of("--lianxin.database.options.max_connections=120"));
        settings.addAll(server);
        try (var house = new House(home.toAbsolutePath(), "2g", settings.toArray(String[]::new));
                var bare = new BareDatabase(house)) {
            var fleet = new Fleet(house);
            fleet.more(Arrays.stream(phones).max().orElse(1), Fleet.HOMES);
            warmUp(fleet);
            System.out.println(
                    "| Phones | Visits a request | Accepted visits/s | p50, ms | p99, ms | Server CPU a visit, ms | Commits a request | Writes of the log a request | Told to come again | Bare database, visits/s | Ratio | fsyncs/s of the disk |");
            System.out.println("|---".repeat(12) + "|");
            for (var count : phones) {
                for (var batch : batches) {
                    round(house, fleet, bare, count, batch);
                }
            }
            if (syncs) {
                new Syncs(house, fleet, seconds).measure();
            }
        }
        return 0;
    }

    private void warmUp(Fleet fleet) throws Exception {
        for (var batch : new int[] {1, 20}) {
            var count = Math.min(64, fleet.phones.size());
            fleet.phones.subList(0, count).forEach(phone -> phone.write(enough(batch, count, warm / 2), batch));
            Rush.of(count, warm / 2.0, 100, who -> send(fleet, who));
        }
    }

    private static int send(Fleet fleet, int who) throws Exception {
        var phone = fleet.phones.get(who);
        if (phone.dry()) {
            return -2;
        }
        var sent = phone.send();
        return sent.status() == 200 ? sent.accepted() : -1;
    }

    private void round(House house, Fleet fleet, BareDatabase bare, int count, int batch) throws Exception {
        fleet.phones.subList(0, count).forEach(phone -> phone.write(enough(batch, count, seconds), batch));
        System.gc();
        var before = bare.counted();
        var cpu = house.spent();
        var ours = Rush.of(count, seconds, 2_000, who -> send(fleet, who));
        var spent = house.spent().minus(cpu);
        Thread.sleep(1_200); // the database counts with a second’s delay
        var after = bare.counted();
        var theirs = Rush.of(BareDatabase.atOnce(count), seconds / 3.0, 0, who -> bare.batch(who, batch));
        System.out.printf(
                "| %d | %d | %,.0f | %.1f | %.1f | %.2f | %.2f | %.2f | %,d | %,.0f | %.3f | %,.0f |%n",
                count,
                batch,
                ours.perSecond(),
                ours.p50(),
                ours.p99(),
                spent.toNanos() / 1e6 / Math.max(1, ours.done()),
                (after[0] - before[0]) / (double) Math.max(1, ours.times()),
                (after[1] - before[1]) / (double) Math.max(1, ours.times()),
                ours.again(),
                theirs.perSecond(),
                ours.perSecond() / theirs.perSecond(),
                BareDatabase.fsyncs(home));
    }

    /** Phones that take in, not hand in. */
    private record Syncs(House house, Fleet fleet, int seconds) {

        private static final int[] BOOKS = {100, 500, 2_000};

        void measure() throws Exception {
            first();
            unchanged();
            books();
        }

        private void first() throws Exception {
            var hundred = fleet.more(100, Fleet.HOMES);
            fleet.history(hundred, 12);
            var bytes = new LongAdder();
            var began = System.nanoTime();
            try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                for (var one : threads.invokeAll(hundred.stream()
                        .<Callable<Integer>>map(phone -> () -> phone.pull().bytes())
                        .toList())) {
                    bytes.add(one.get());
                }
            }
            System.out.printf(
                    "%nFirst sync of 100 phones at once, %d households each with 12 visits of the last year: %.1f s until the last has all, %,d KB each before compression.%n",
                    Fleet.HOMES, (System.nanoTime() - began) / 1e9, bytes.sum() / 100 / 1024);
        }

        private void unchanged() throws Exception {
            var count = Math.min(64, fleet.phones.size());
            var some = fleet.phones.subList(0, count);
            for (var phone : some) {
                phone.pull();
                phone.pull();
            }
            for (var times = 0; times < 2; times++) { // the first time warms
                some.forEach(phone -> phone.writeAsks(2_000 * seconds / count));
                var bytes = new LongAdder();
                var cpu = house.spent();
                var round = Rush.of(count, seconds, 2_000, who -> {
                    if (some.get(who).dry()) {
                        return -2;
                    }
                    var sent = some.get(who).send();
                    bytes.add(sent.bytes());
                    return sent.status() == 200 ? 1 : -1;
                });
                if (times == 1) {
                    System.out.printf(
                            "%nSync without a change, %d phones without a pause: %,.0f a second, p50 %.1f ms, p99 %.1f ms, %d bytes before compression, %.2f ms of the server’s CPU each.%n",
                            count,
                            round.perSecond(),
                            round.p50(),
                            round.p99(),
                            bytes.sum() / Math.max(1, round.done()),
                            house.spent().minus(cpu).toNanos() / 1e6 / Math.max(1, round.done()));
                }
            }
        }

        private void books() throws Exception {
            System.out.println(
                    "\n| Households in the book | First sync, requests | ms | KB | No change, ms | Bytes | One changed, ms | Bytes | Fifty changed, ms | Bytes |");
            System.out.println("|---".repeat(10) + "|");
            for (var size : BOOKS) {
                var phone = fleet.more(1, size).getFirst();
                fleet.history(List.of(phone), 4);
                var first = timed(phone);
                var none = timed(phone);
                phone.write(1, 1);
                phone.send();
                var one = timed(phone);
                phone.write(1, 80);
                phone.send();
                var fifty = timed(phone);
                System.out.printf(
                        "| %,d | %d | %.0f | %,d | %.1f | %,d | %.1f | %,d | %.1f | %,d |%n",
                        size,
                        first.pulled.asked(),
                        first.ms,
                        first.pulled.bytes() / 1024,
                        none.ms,
                        none.pulled.bytes(),
                        one.ms,
                        one.pulled.bytes(),
                        fifty.ms,
                        fifty.pulled.bytes());
            }
        }

        private record Timed(Handset.Pulled pulled, double ms) {}

        private static Timed timed(Handset phone) throws Exception {
            var began = System.nanoTime();
            var pulled = phone.pull();
            return new Timed(pulled, (System.nanoTime() - began) / 1e6);
        }
    }
}
