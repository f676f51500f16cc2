package lianxin.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that may hand requests in. A key is shown once, when it is made. */
@Service
class Clients {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReportStore store;
    private final Standing standing;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Clients(ReportStore store, Standing standing, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Client> on(Caller caller) {
        caller.may(Right.CASE_RULE);
        return store.clients(caller.ground());
    }

    /** Gives a program a key for a place; the answer is the key, and nobody can read it again. */
    @Transactional
    public String admit(String name, DivisionCode place, Caller caller) {
        caller.may(Right.CASE_RULE, place);
        var called = name.strip();
        if (called.isEmpty() || called.length() > 80) {
            throw Open311Refusal.MISSING.because("name");
        }
        var key = secret();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var client = new Client(
                Ids.next(), called, place.ground().lo(), place.ground().hi(), now, null);
        store.add(client, hash(key), caller.id());
        house.publishEvent(new ClientChanged(client.id(), caller.id(), now, false));
        return key;
    }

    /** Its key is no good any more. */
    @Transactional
    public void end(UUID id, Caller caller) {
        caller.may(Right.CASE_RULE);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.end(id, caller.ground(), now)) {
            throw Open311Refusal.NO_CLIENT.because();
        }
        house.publishEvent(new ClientChanged(id, caller.id(), now, true));
    }

    /** Whose key that is; refused with 403 when it is nobody’s. */
    Client of(String key) {
        return standing.house(() -> store.client(hash(key))).orElseThrow(Open311Refusal.NO_KEY::because);
    }

    /** Something nobody can guess: 240 random bits. */
    static String secret() {
        var bytes = new byte[30];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
