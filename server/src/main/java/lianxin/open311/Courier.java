package lianxin.open311;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.egress.Forbidden;
import lianxin.egress.Outward;
import lianxin.egress.Signature;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.apache.hc.core5.http.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/**
 * Sends what waits, each subscription’s messages one after the other in the order in which cases moved: the next is not sent before the last one was taken.
 * What was taken and not yet marked when the house was killed is sent again, under the same name.
 */
@Service
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** Subscriptions sent to at once, messages to each in one round, and how long a round goes on beginning new ones. */
    private static final int AT_ONCE = 16;

    private static final int LOT = 100;
    private static final Duration ROUND = Duration.ofSeconds(20);

    /** Longer than one message can take: after that whoever had it is dead. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final ContentType JSON = ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8);
    private static final int GONE = 410;

    private final HookStore store;
    private final HookSecrets secrets;
    private final Outward outward;
    private final Standing standing;
    private final Clock clock;

    Courier(HookStore store, HookSecrets secrets, Outward outward, Standing standing, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.outward = outward;
        this.standing = standing;
        this.clock = clock;
    }

    /** What a try met that got no answer. */
    enum Trouble {
        NO_ANSWER,
        NOT_ALLOWED
    }

    /** Sends what is due; says how many messages arrived. */
    int round() {
        var held = now().plus(LEASE);
        var taken = standing.house(() -> store.take(now(), held, AT_ONCE));
        var arrived = new AtomicInteger();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hook : taken) {
                each.execute(() -> {
                    try {
                        arrived.addAndGet(standing.house(() -> drain(hook, held)));
                    } catch (RuntimeException e) {
                        LOG.warn("Sending to {} broke off; it is taken up again in a minute", hook.id(), e);
                    }
                });
            }
        }
        return arrived.get();
    }

    private int drain(HookStore.Taken hook, Instant held) {
        var secret = secrets.open(hook.id());
        var until = now().plus(ROUND);
        var lease = held;
        for (var sent = 0; ; sent++) {
            var message = store.first(hook.id()).orElse(null);
            if (message == null || sent == LOT || now().isAfter(until)) {
                store.free(hook.id(), lease, now());
                return sent;
            }
            var next = now().plus(LEASE);
            if (!store.keep(hook.id(), lease, next)) {
                return sent;
            }
            lease = next;
            if (!sent(hook, message, secret, sent > 0)) {
                return sent;
            }
        }
    }

    private boolean sent(HookStore.Taken hook, Delivery message, String secret, boolean answered) {
        var answer = post(hook, message, secret);
        if (answer.matches("2\\d\\d")) {
            store.arrived(hook.id(), message, answer, now());
            return true;
        }
        var pace = store.pace(LocalDate.ofInstant(now(), CountyTime.ZONE));
        var failures = answered ? 1 : hook.failures() + 1;
        var since = answered ? now() : Objects.requireNonNullElse(hook.failingSince(), now());
        var paused = answer.equals(Integer.toString(GONE)) || pace.over(since, now());
        var wait = pace.after(failures, ThreadLocalRandom.current().nextDouble());
        store.failed(hook.id(), message, answer, now(), now().plus(wait), paused);
        LOG.info(
                "Subscription {} answered {}; {}",
                hook.id(),
                answer,
                paused ? "it is paused" : "it is tried again later");
        return false;
    }

    private String post(HookStore.Taken hook, Delivery message, String secret) {
        try {
            var headers = Signature.headers(secret, message.id(), now(), message.body());
            return Integer.toString(outward.post(URI.create(hook.address()), JSON, message.body(), headers)
                    .status());
        } catch (Forbidden e) {
            return Trouble.NOT_ALLOWED.name();
        } catch (IOException e) {
            return Trouble.NO_ANSWER.name();
        }
    }

    /** Forgets old messages. */
    int forget() {
        var keep = store.pace(LocalDate.ofInstant(now(), CountyTime.ZONE)).keepDays();
        return standing.house(() -> store.forget(now().minus(Duration.ofDays(keep))));
    }

    /** Leases are compared with what the database kept of them: in microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Every few seconds; what is old goes at night. */
    @Configuration
    static class Rounds {

        @Bean
        static RecurringTask<Void> open311Hooks(Courier courier) {
            return Tasks.recurring("open311-hooks", FixedDelay.ofSeconds(5)).execute((_, _) -> courier.round());
        }

        @Bean
        static RecurringTask<Void> open311HooksForget(Courier courier) {
            return Tasks.recurring("open311-hooks-forget", Schedules.daily(CountyTime.ZONE, LocalTime.of(3, 40)))
                    .execute((_, _) -> courier.forget());
        }
    }
}
