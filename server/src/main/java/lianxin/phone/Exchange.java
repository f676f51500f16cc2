package lianxin.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Callers;
import lianxin.platform.Words;
import lianxin.signin.Phones.Phone;
import lianxin.visit.Lists;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** One conversation with a phone: first what it tells is taken in, then it is told what changed. */
@Component
class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Duration TOLD = Duration.ofDays(30);
    private static final Duration SLACK = Duration.ofMinutes(10);
    private static final int BUCKETS = 256;

    private final Callers callers;
    private final Devices devices;
    private final Outbox outbox;
    private final Books books;
    private final HeldStore held;
    private final Lists lists;
    private final PhoneSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    Exchange(
            Callers callers,
            Devices devices,
            Outbox outbox,
            Books books,
            HeldStore held,
            Lists lists,
            PhoneSettings settings,
            MessageSource messages,
            Clock clock) {
        this.callers = callers;
        this.devices = devices;
        this.outbox = outbox;
        this.books = books;
        this.held = held;
        this.lists = lists;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** A phone that was reported lost, or whose owner may do nothing any more, is told to wipe itself; what it tells is still kept for a person to see. */
    Sync.Answer sync(Sync.Ask ask, Phone phone, HttpServletRequest request) {
        var caller = caller(phone, request);
        var words = words(request);
        var receipts = receipts(ask.items(), phone, caller, words);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (caller == null) {
            return new Sync.Answer(
                    now, now, null, null, null, false, receipts, List.of(), List.of(), null, null, null, true);
        }
        var page = books.page(ask.cursor(), caller);
        var choices = lists.today();
        return new Sync.Answer(
                now,
                now.plus(settings.lease()),
                page.cursor(),
                page.root(),
                page.epoch(),
                page.more(),
                receipts,
                page.puts(),
                page.drops(),
                page.figures(),
                waiting(phone.account(), now, words),
                Objects.equals(ask.lists(), choices.version()) ? null : choices,
                false);
    }

    /** Takes in what waits, and tells nothing of the round: the phone is locked, or already another’s. */
    Sync.Taken take(Sync.Told told, Phone phone, HttpServletRequest request) {
        var caller = caller(phone, request);
        var receipts = receipts(told.items(), phone, caller, words(request));
        return new Sync.Taken(clock.instant().truncatedTo(ChronoUnit.MILLIS), receipts, caller == null);
    }

    private List<Sync.Receipt> receipts(
            @Nullable List<JsonNode> items, Phone phone, @Nullable Caller caller, Words words) {
        var device = devices.find(phone.id()).orElseThrow(PhoneRefusal.NO_ROUND::because);
        return outbox.take(items, device, phone.account(), caller).stream()
                .map(outcome -> receipt(outcome, words))
                .toList();
    }

    /** Refused to a phone that holds nothing any more. */
    Sync.Healed heal(Sync.HealAsk ask, Phone phone, HttpServletRequest request) {
        var caller = caller(phone, request);
        if (caller == null) {
            throw PhoneRefusal.NO_ROUND.because();
        }
        if (ask.buckets() == null || ask.buckets().size() != BUCKETS) {
            throw PhoneRefusal.ITEM_UNCLEAR.because();
        }
        return books.heal(ask.buckets(), caller);
    }

    /**
     * As what it speaks; null when it is to wipe itself. That cannot be undone, so it is not said by a clock that has fallen back: no mandate has begun then, and
     * every phone would be told so. The day a phone was made somebody's is the witness, not when it was last seen, which a clock that ran ahead has spoilt.
     */
    private @Nullable Caller caller(Phone phone, HttpServletRequest request) {
        if (phone.ended()) {
            return null;
        }
        var caller = callers.of(request).orElse(null);
        if (caller == null && clock.instant().isBefore(phone.since().minus(SLACK))) {
            LOG.warn("The clock of this machine is behind: it is earlier than when a phone was made somebody's");
            var wait = PhoneRefusal.CLOCK_BEHIND.because();
            wait.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
            throw wait;
        }
        return caller;
    }

    private Sync.Receipt receipt(Outbox.Outcome outcome, Words words) {
        var refusal = outcome.refusal();
        var say = refusal != null
                ? Objects.requireNonNull(
                        refusal.updateAndGetBody(messages, words.locale()).getDetail())
                : outcome.code() == null ? null : words.t("phone.doubt." + outcome.code());
        return new Sync.Receipt(outcome.label(), outcome.answer(), outcome.code(), say);
    }

    private @Nullable List<Sync.State> waiting(UUID account, Instant now, Words words) {
        var all = held.of(account, now.minus(TOLD)).stream()
                .map(h -> new Sync.State(
                        h.id(),
                        h.state().name(),
                        h.question() != null ? h.question() : words.t("phone.state." + h.state())))
                .toList();
        return all.isEmpty() ? null : all;
    }

    /** A signed request carries no cookie, so the phone says in which language its owner reads. */
    private Words words(HttpServletRequest request) {
        var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return new Words(messages, asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE);
    }
}
