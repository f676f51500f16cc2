package lianxin.gateway;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import lianxin.access.Caller;
import lianxin.cases.Case;
import lianxin.cases.Inlet;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks what is to be asked, one household after the other: not in quiet hours, not too often, and only while it still agrees, has a telephone of its own and has not
 * said anything yet. Nobody can tell it to.
 */
@Service
class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private static final int LOT = 30;
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Provider provider;
    private final AskStore store;
    private final Inlet inlet;
    private final Particulars particulars;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher house;
    private final Standing standing;
    private final Clock clock;

    Sender(
            Provider provider,
            AskStore store,
            Inlet inlet,
            Particulars particulars,
            MessageSource messages,
            TransactionTemplate transaction,
            ApplicationEventPublisher house,
            Standing standing,
            Clock clock) {
        this.provider = provider;
        this.store = store;
        this.inlet = inlet;
        this.particulars = particulars;
        this.messages = messages;
        this.transaction = transaction;
        this.house = house;
        this.standing = standing;
        this.clock = clock;
    }

    /** Asks whoever may be asked now; says how many were. */
    int round() {
        return standing.house(() -> {
            store.forget(now().minus(FORGOTTEN));
            var pace = store.pace(LocalDate.ofInstant(now(), CountyTime.ZONE));
            if (!provider.on() || pace.quiet(now())) {
                return 0;
            }
            var asked = 0;
            for (var ask : store.take(now(), now().plus(LEASE), LOT)) {
                asked += asked(ask, pace) ? 1 : 0;
            }
            return asked;
        });
    }

    private boolean asked(Ask ask, Pace pace) {
        var one = inlet.byId(List.of(ask.issue())).stream().findFirst().orElse(null);
        var phone = particulars.reachable(ask.household()).orElse(null);
        if (one == null
                || !one.stage().asking()
                || one.voice() != null
                || phone == null
                || store.consent(ask.household()).isEmpty()) {
            store.end(ask, Ask.State.DROPPED, now());
            return false;
        }
        var before = store.asked(ask.household(), now().minus(Duration.ofDays(pace.inDays())));
        if (before.size() >= pace.most()) {
            var free = before.get(before.size() - pace.most()).plus(Duration.ofDays(pace.inDays()));
            store.later(ask, pace.loud(free.plus(1, ChronoUnit.MICROS)));
            return false;
        }
        try {
            provider.carry(ask.id(), message(ask, one, phone));
        } catch (Provider.Refused e) {
            LOG.warn("The gateway does not take question {}: {}; it is not asked", ask.id(), e.getMessage());
            store.failed(ask, e.status(), now());
            return false;
        } catch (IOException e) {
            later(ask, pace, e);
            return false;
        }
        transaction.executeWithoutResult(_ -> {
            store.sent(ask, now());
            house.publishEvent(new HouseholdAsked(ask.household(), Caller.THE_HOUSE, now()));
        });
        return true;
    }

    private void later(Ask ask, Pace pace, IOException why) {
        if (ask.madeAt().plus(Duration.ofHours(pace.tryHours())).isBefore(now())) {
            LOG.warn("The gateway has not taken question {} in time: {}; it is not asked", ask.id(), why.getMessage());
            store.failed(ask, null, now());
            return;
        }
        var wait = pace.after(ask.tries() + 1, ThreadLocalRandom.current().nextDouble());
        LOG.info("The gateway has not taken question {}: {}; it is tried again", ask.id(), why.getMessage());
        store.away(ask, now().plus(wait));
    }

    /** The number of the case and how to answer: whoever reads it over somebody’s shoulder learns nothing else. */
    private Provider.Message message(Ask ask, Case one, String phone) {
        var way = phone.matches("1\\d{10}") ? "message" : "voice";
        var text = messages.getMessage("gateway.text." + way, new Object[] {one.number()}, Locale.CHINESE);
        return new Provider.Message("household.ask", way, ask.reference(), phone, text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Every half minute. */
    @Configuration
    static class Rounds {

        @Bean
        static RecurringTask<Void> gatewayRounds(Sender sender) {
            return Tasks.recurring("gateway", FixedDelay.ofSeconds(30)).execute((_, _) -> sender.round());
        }
    }
}
