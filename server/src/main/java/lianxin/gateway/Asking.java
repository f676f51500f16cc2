package lianxin.gateway;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import lianxin.cases.CaseMoved;
import lianxin.cases.Messages;
import lianxin.cases.Stage;
import lianxin.cases.Step;
import lianxin.platform.Ids;
import lianxin.scope.Standing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down that a household is to be asked, in the transaction in which it was replied to. */
@Component
class Asking implements Messages {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 30;

    private final Provider provider;
    private final AskStore store;
    private final Standing standing;
    private final Clock clock;

    Asking(Provider provider, AskStore store, Standing standing, Clock clock) {
        this.provider = provider;
        this.store = store;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public boolean on() {
        return provider.on();
    }

    @EventListener
    void on(CaseMoved news) {
        var household = news.household();
        if (!provider.on() || household == null || news.deed() != Step.Deed.REPLIED || news.stage() != Stage.REPLIED) {
            return;
        }
        standing.houseDoes(() -> {
            if (store.consent(household).isPresent()) {
                store.add(new Ask(
                        Ids.next(),
                        news.subject(),
                        household,
                        news.place(),
                        reference(),
                        Ask.State.WAITING,
                        0,
                        now(),
                        null));
            }
        });
    }

    /** 240 random bits. */
    private static String reference() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
