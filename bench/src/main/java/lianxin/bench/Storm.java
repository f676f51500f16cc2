package lianxin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * All phones at once: first as many as keep the server busy, then ten times as many that come again as they are told, while somebody of the office looks at pages. What is
 * accepted, how soon the others are sent away, how long the office waits, and whether everything arrives.
 */
@Command(
        name = "storm",
        description = "ten times as many phones as the server can answer, beside the office’s pages",
        mixinStandardHelpOptions = true)
final class Storm implements Callable<Integer> {

    @Option(names = "--phones", defaultValue = "64", description = "phones that keep it busy (${DEFAULT-VALUE})")
    private int phones;

    @Option(names = "--times", defaultValue = "10", description = "times as many in the storm (${DEFAULT-VALUE})")
    private int times;

    @Option(names = "--batch", defaultValue = "5", description = "visits a request (${DEFAULT-VALUE})")
    private int batch;

    @Option(names = "--seconds", defaultValue = "20", description = "length of a round (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm", defaultValue = "30", description = "seconds before the first round (${DEFAULT-VALUE})")
    private int warm;

    @Option(names = "--home", defaultValue = "bench/target/storm", description = "where it is kept; begun anew")
    private Path home = Path.of("bench/target/storm");

    @Override
    public Integer call() throws Exception {
        try (var house = new House(home.toAbsolutePath(), "2g")) {
            var clerk = new Clerk(house.address());
            clerk.begin(house.link, "office");
            var fleet = new Fleet(house);
            fleet.more(phones * times, Fleet.HOMES);
            round(fleet, clerk, phones, warm);
            System.out.println(
                    "| Phones | Accepted visits/s | p50, ms | p99, ms | Sent away | Sent away after, p99 ms | Office pages, p50 ms | p99 ms |");
            System.out.println("|---".repeat(8) + "|");
            var peak = told(phones, round(fleet, clerk, phones, seconds));
            var storm = told(phones * times, round(fleet, clerk, phones * times, seconds));
            System.out.printf("%nGoodput in the storm: %.0f %% of the peak.%n", 100 * storm / peak);
            var began = System.nanoTime();
            var left = Rush.of(phones * times, 300, 2_000, who -> {
                var phone = fleet.phones.get(who);
                if (phone.dry()) {
                    Thread.sleep(1_000);
                    return fleet.phones.stream().allMatch(Handset::dry) ? -2 : 0;
                }
                return sent(phone);
            });
            System.out.printf(
                    "What still waited after it, %,d visits, arrived within %.0f s; nothing waits: %s.%n",
                    left.done(),
                    (System.nanoTime() - began) / 1e9,
                    fleet.phones.stream().allMatch(Handset::dry));
        }
        return 0;
    }

    private record Round(Rush.Result phones, List<Long> pages) {}

    private Round round(Fleet fleet, Clerk clerk, int count, int seconds) throws Exception {
        var each = Math.max(4, 600 * seconds / count);
        fleet.phones.subList(0, count).forEach(phone -> phone.write(each, batch));
        var pages = Collections.synchronizedList(new ArrayList<Long>());
        var office = Thread.startVirtualThread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    var from = System.nanoTime();
                    clerk.page(pages.size() % 2 == 0 ? "/overview" : "/me");
                    pages.add(System.nanoTime() - from);
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });
        var phones = Rush.of(count, seconds, 2_000, who -> {
            var phone = fleet.phones.get(who);
            return phone.dry() ? -2 : sent(phone);
        });
        office.interrupt();
        office.join();
        return new Round(phones, pages);
    }

    private static int sent(Handset phone) throws java.io.IOException {
        var sent = phone.send();
        if (sent.status() == 200) {
            return sent.accepted();
        }
        if (sent.retryAfter() == null) {
            throw new IllegalStateException("sent away without a word when to come again");
        }
        return -1;
    }

    private static double told(int count, Round round) {
        System.out.printf(
                "| %d | %,.0f | %.0f | %.0f | %,d | %.1f | %.0f | %.0f |%n",
                count,
                round.phones.perSecond(),
                round.phones.p50(),
                round.phones.p99(),
                round.phones.again(),
                round.phones.againP99(),
                Rush.at(round.pages, 0.5),
                Rush.at(round.pages, 0.99));
        return round.phones.perSecond();
    }
}
