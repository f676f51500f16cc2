package lianxin.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks at pages as one person and as eight at once; what the server itself took for each, beside the look-up the page cannot do without. */
final class Looks {

    private static final int TIMES = 200;
    private static final int MANY = 8;

    /** A page, {@code %s} in its path and in its bare query being one of {@code arguments}. */
    record Look(String what, String path, String query, List<String> arguments) {}

    /** Microseconds of server time. */
    record Seen(String what, long median, long p99, long medianOfMany, long p99OfMany, long bare) {}

    private final House house;
    private final Clerk clerk;
    private final Plain plain;

    Looks(House house, Clerk clerk, Plain plain) {
        this.house = house;
        this.clerk = clerk;
        this.plain = plain;
    }

    Seen at(Look look) throws IOException, InterruptedException, SQLException, ExecutionException {
        var arguments = new java.util.ArrayList<>(look.arguments());
        Collections.shuffle(arguments, new Random(7));
        java.util.function.IntFunction<String> nth = n -> arguments.get(n % arguments.size());
        ask(look, nth, 1);
        var alone = ask(look, nth, 1);
        var crowd = ask(look, nth, MANY);
        return new Seen(
                look.what(),
                alone.get(alone.size() / 2),
                alone.get(alone.size() * 99 / 100),
                crowd.get(crowd.size() / 2),
                crowd.get(crowd.size() * 99 / 100),
                plain.median(look.query(), TIMES, nth));
    }

    /** Sorted. */
    private List<Long> ask(Look look, java.util.function.IntFunction<String> nth, int people)
            throws IOException, InterruptedException, ExecutionException {
        var before = house.answered();
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Void>(threads);
            for (int person = 0; person < people; person++) {
                done.submit(() -> {
                    for (int n = next.getAndIncrement(); n < TIMES; n = next.getAndIncrement()) {
                        clerk.page(look.path().formatted(nth.apply(n)));
                    }
                    return null;
                });
            }
            for (int person = 0; person < people; person++) {
                done.take().get();
            }
        }
        return house.took(before).stream().sorted().toList();
    }
}
