package lianxin.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import lianxin.signin.Phones;
import lianxin.visit.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The field app’s side of the house: {@code docs/phone.md}. */
@RestController
class PhoneApi {

    private static final int HALF = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Exchange exchange;
    private final Devices devices;
    private final Escrow escrow;
    private final Lists lists;
    private final PhoneSettings settings;
    private final Clock clock;

    PhoneApi(Exchange exchange, Devices devices, Escrow escrow, Lists lists, PhoneSettings settings, Clock clock) {
        this.exchange = exchange;
        this.devices = devices;
        this.escrow = escrow;
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who is signed in, before the phone is his. */
    record Me(UUID id, String name, String role, Csrf csrf, Lists.Choices lists) {}

    /** What a request that changes something carries. */
    record Csrf(String header, String token) {}

    /** A phone to be made one’s own; the key is base64 of its SubjectPublicKeyInfo. */
    record Enrol(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String key) {}

    /** What it is given. */
    record Enrolled(String half, String escrow, Instant lease, Instant now, Lists.Choices lists) {}

    @GetMapping("/api/phone/me")
    @Needs(Right.VISIT_RECORD)
    Me me(Caller caller, CsrfToken token) {
        return new Me(
                caller.id(),
                caller.name(),
                caller.role().name(),
                new Csrf(token.getHeaderName(), token.getToken()),
                lists.today());
    }

    @PostMapping("/api/phone/devices")
    @AtMost(perMinute = 10)
    @Needs(Right.VISIT_RECORD)
    Enrolled enrol(@RequestBody Enrol asked, Caller caller) {
        if (asked.id() == null || asked.key() == null) {
            throw PhoneRefusal.ITEM_UNCLEAR.because();
        }
        devices.make(asked.id(), Objects.requireNonNullElse(asked.name(), ""), key(asked.key()), caller);
        var half = new byte[HALF];
        RANDOM.nextBytes(half);
        var base64 = Base64.getEncoder();
        return new Enrolled(
                base64.encodeToString(half),
                base64.encodeToString(escrow.open()),
                now().plus(settings.lease()),
                now(),
                lists.today());
    }

    @PostMapping("/api/phone/sync")
    @Open(because = "a phone proves itself by its signature, and one that has ended must still be told so and be heard")
    Sync.Answer sync(@RequestBody Sync.Ask ask, HttpServletRequest request) {
        return exchange.sync(ask, Phones.by(request), request);
    }

    @PostMapping("/api/phone/outbox")
    @Open(because = "as /api/phone/sync")
    Sync.Taken outbox(@RequestBody Sync.Told told, HttpServletRequest request) {
        return exchange.take(told, Phones.by(request), request);
    }

    @PostMapping("/api/phone/heal")
    @Open(because = "as /api/phone/sync")
    Sync.Healed heal(@RequestBody Sync.HealAsk ask, HttpServletRequest request) {
        return exchange.heal(ask, Phones.by(request), request);
    }

    private static byte[] key(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw PhoneRefusal.ITEM_UNCLEAR.because();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
