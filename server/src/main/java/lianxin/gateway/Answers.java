package lianxin.gateway;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import lianxin.access.Caller;
import lianxin.cases.Case;
import lianxin.cases.Inlet;
import lianxin.cases.Voice;
import lianxin.egress.Signature;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import lianxin.vault.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What households answer, as the provider brings it. It counts when the provider signed it just now and had not brought it before, when it belongs to a question that
 * was asked, and when it comes from the telephone that was asked; a telephone alone says nothing.
 */
@Service
class Answers {

    /** One key, with the number of the case before it where there is no reference. 1 yes, 2 no, 0 no more messages. */
    private static final Pattern KEY =
            Pattern.compile("(?:(?<number>\\d{4}-[0-9A-Z]{6})[\\s,、。.]*)?(?<key>[012])[。.!]?");

    private final GatewaySettings settings;
    private final AskStore store;
    private final Inlet inlet;
    private final Particulars particulars;
    private final ApplicationEventPublisher house;
    private final Standing standing;
    private final JsonMapper json;
    private final Clock clock;

    Answers(
            GatewaySettings settings,
            AskStore store,
            Inlet inlet,
            Particulars particulars,
            ApplicationEventPublisher house,
            Standing standing,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.inlet = inlet;
        this.particulars = particulars;
        this.house = house;
        this.standing = standing;
        this.json = json;
        this.clock = clock;
    }

    /** What the provider sends: the reference of the question where it knows it, the telephone, what was keyed or written. */
    record Heard(
            @Nullable String reference,
            @Nullable String from,
            @Nullable String text) {}

    /** Takes one in; refused when it is not the provider’s, was brought before, or answers nothing. */
    @Transactional
    public void take(Signature.Of signature, String body) {
        var secret = settings.secret();
        if (!settings.on() || secret == null || !signature.fits(secret, body, clock.instant())) {
            throw GatewayRefusal.NOT_SIGNED.because();
        }
        var heard = read(body);
        standing.houseDoes(() -> {
            if (!store.hear(signature.id(), now())) {
                throw GatewayRefusal.REPLAYED.because();
            }
            act(heard);
        });
    }

    private void act(Heard heard) {
        var said = KEY.matcher(
                Normalizer.normalize(text(heard.text()), Normalizer.Form.NFKC).strip());
        if (!said.matches()) {
            throw GatewayRefusal.UNCLEAR.because();
        }
        var ask = ask(heard, said.group("number"));
        var one = inlet.byId(List.of(ask.issue())).getFirst();
        if (!ask.open() || superseded(ask, one)) {
            throw GatewayRefusal.NOT_ASKED.because();
        }
        switch (said.group("key")) {
            case "0" -> {
                if (store.withdraw(ask.household(), now())) {
                    house.publishEvent(new AskingAgreed(ask.household(), Caller.NOBODY, now(), false));
                }
            }
            case "1" -> say(ask, one, Voice.CONFIRMED);
            default -> say(ask, one, Voice.DISPUTED);
        }
    }

    private void say(Ask ask, Case one, Voice voice) {
        inlet.byMessage(one, voice);
        store.end(ask, Ask.State.ANSWERED, now());
    }

    /** The question it belongs to. Whether there is none, or it is another telephone’s, looks the same. */
    private Ask ask(Heard heard, @Nullable String number) {
        var reference = text(heard.reference());
        var found = reference.isEmpty()
                ? inlet.byNumber(number == null ? List.of() : List.of(number)).stream()
                        .findFirst()
                        .flatMap(one -> store.about(one.id()))
                : store.byReference(reference);
        var from = Shape.PHONE.tidy(text(heard.from()));
        return found.filter(ask -> from.isPresent() && from.equals(particulars.reachable(ask.household())))
                .orElseThrow(GatewayRefusal.NOT_ASKED::because);
    }

    /** It was replied to once more since, or so long ago that nobody remembers. */
    private boolean superseded(Ask ask, Case one) {
        var reply = one.reply();
        var wait = Duration.ofDays(
                store.pace(LocalDate.ofInstant(now(), CountyTime.ZONE)).waitDays());
        return reply == null
                || reply.at().isAfter(ask.madeAt())
                || ask.madeAt().plus(wait).isBefore(now());
    }

    private Heard read(String body) {
        try {
            return json.readValue(body, Heard.class);
        } catch (JacksonException e) {
            throw GatewayRefusal.UNREADABLE.because();
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
