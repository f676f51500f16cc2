package lianxin.open311;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.egress.Outward;
import lianxin.egress.Signature;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which programs are told when a case moves. The office decides for its ground, the operator which addresses may be called at all. */
@Service
class Hooks {

    /** More messages than anybody looks through. */
    static final int SHOWN = 100;

    private final HookStore store;
    private final HookSecrets secrets;
    private final Outward outward;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Hooks(HookStore store, HookSecrets secrets, Outward outward, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.outward = outward;
        this.house = house;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<HookLine> on(Caller caller) {
        caller.may(Right.CASE_RULE);
        return store.on(caller.ground()).stream()
                .map(hook -> new HookLine(hook, outward.allows(URI.create(hook.address()))))
                .toList();
    }

    /** The latest messages of one. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UUID id, Caller caller) {
        return store.deliveries(require(id, caller).id(), SHOWN);
    }

    /**
     * Tells a program of cases at a place from now on; refused with 422 when its address is not among those the operator has allowed. The answer is the secret
     * it checks signatures with, and nobody can read it again.
     */
    @Transactional
    public String subscribe(String name, DivisionCode place, String address, Caller caller) {
        caller.may(Right.CASE_RULE, place);
        var called = name.strip();
        if (called.isEmpty() || called.length() > 80) {
            throw Open311Refusal.MISSING.because("name");
        }
        var ground = place.ground();
        var to = allowed(address.strip());
        var id = Ids.next();
        var hook = new Hook(id, called, to, ground.lo(), ground.hi(), now(), null, now(), 0, null, "", null, 0);
        var secret = Signature.secret();
        store.add(hook, secrets.seal(id, secret), caller.id());
        tell(id, HookChanged.How.SUBSCRIBED, caller);
        return secret;
    }

    /** It is told nothing any more. */
    @Transactional
    public void end(UUID id, Caller caller) {
        if (!store.end(require(id, caller).id(), now())) {
            throw Open311Refusal.NO_HOOK.because();
        }
        tell(id, HookChanged.How.ENDED, caller);
    }

    /** It is tried again at once, and what waits is sent. */
    @Transactional
    public void resume(UUID id, Caller caller) {
        store.resume(require(id, caller).id(), now());
        tell(id, HookChanged.How.RESUMED, caller);
    }

    /** One message is sent again, under the name it had. */
    @Transactional
    public void again(UUID id, UUID delivery, Caller caller) {
        if (!store.again(require(id, caller).id(), delivery)) {
            throw Open311Refusal.NO_HOOK.because();
        }
        tell(id, HookChanged.How.SENT_AGAIN, caller);
    }

    private Hook require(UUID id, Caller caller) {
        caller.may(Right.CASE_RULE);
        return store.find(id, caller.ground()).orElseThrow(Open311Refusal.NO_HOOK::because);
    }

    private String allowed(String address) {
        try {
            if (address.length() <= 500 && outward.allows(URI.create(address))) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said as below
        }
        throw Open311Refusal.NOT_ALLOWED.because();
    }

    private void tell(UUID id, HookChanged.How how, Caller caller) {
        house.publishEvent(new HookChanged(id, caller.id(), now(), how));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
