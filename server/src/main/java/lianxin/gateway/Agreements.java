package lianxin.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a household agreed to being asked by message: written down by those who keep the roster of its place, ended by them or by the household’s own «0». */
@Service
class Agreements {

    private final AskStore store;
    private final Households households;
    private final Reads reads;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Agreements(AskStore store, Households households, Reads reads, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.households = households;
        this.reads = reads;
        this.house = house;
        this.clock = clock;
    }

    /** The household; refused with 403 or 404 whoever does not keep its roster. */
    @Transactional
    public Household of(UUID id, Caller caller) {
        var home = permitted(id, caller);
        reads.of(caller, Purpose.HOUSEHOLD_PAGE, List.of(id));
        return home;
    }

    /** Since which day it agrees. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> since(Household home) {
        return store.consent(home.id()).map(AskStore.Consent::agreedOn);
    }

    /** It agreed on that day; refused when that is still to come. */
    @Transactional
    public void agree(UUID id, LocalDate day, Caller caller) {
        var home = permitted(id, caller);
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), CountyTime.ZONE))) {
            throw GatewayRefusal.CONSENT_DAY.because();
        }
        store.agree(Ids.next(), id, home.place(), day, caller.id(), now());
        house.publishEvent(new AskingAgreed(id, caller.id(), now(), true));
    }

    /** It does not any more; what waits is not asked. */
    @Transactional
    public void end(UUID id, Caller caller) {
        permitted(id, caller);
        if (store.withdraw(id, now())) {
            house.publishEvent(new AskingAgreed(id, caller.id(), now(), false));
        }
    }

    private Household permitted(UUID id, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var home = households.require(id);
        caller.may(Right.REGISTRY_WRITE, home.place());
        return home;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
