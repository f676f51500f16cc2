package lianxin.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk: what families ask is written down, and waits for an answer. What is off the caller’s ground does not exist for him. */
@Service
class Requests {

    static final int SHOWN = 200;

    /** One may write down today what was said some weeks ago, not what was said last year. */
    private static final int LATEST_DAYS = 60;

    private final RequestStore store;
    private final Deadlines deadlines;
    private final Households households;
    private final Reads reads;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Requests(
            RequestStore store,
            Deadlines deadlines,
            Households households,
            Reads reads,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.households = households;
        this.reads = reads;
        this.house = house;
        this.clock = clock;
    }

    /** Writes a request down. Refused while the same one waits, and for a day to come or long past. */
    @Transactional
    public UUID receive(UUID household, Wish wish, Asker asker, Channel channel, LocalDate day, Caller caller) {
        var home = household(household, caller);
        var today = LocalDate.ofInstant(now(), CountyTime.ZONE);
        if (day.isAfter(today) || day.isBefore(today.minusDays(LATEST_DAYS))) {
            throw RightsRefusal.NOT_THAT_DAY.because(LATEST_DAYS);
        }
        if (store.of(household).stream().anyMatch(r -> r.open() && r.kind() == wish)) {
            throw RightsRefusal.ALREADY_ASKED.because();
        }
        var request = new Request(
                Ids.next(),
                household,
                home.place(),
                wish,
                asker,
                channel,
                day,
                deadlines.due(wish, day),
                Request.State.OPEN,
                null,
                null);
        store.add(request, caller.id(), now());
        house.publishEvent(new RightsAsked(household, caller.id(), now(), request.id(), wish));
        return request.id();
    }

    /** All a household ever asked, the newest first. */
    @Transactional
    public List<Request> of(UUID household, Caller caller) {
        household(household, caller);
        reads.of(caller, Purpose.RIGHTS_DESK, List.of(household));
        return store.of(household);
    }

    /** What waits for an answer, the most urgent first. */
    @Transactional
    public List<Request> open(Caller caller) {
        caller.may(Right.RIGHTS_ANSWER);
        var open = store.open(caller.ground(), SHOWN);
        reads.of(
                caller,
                Purpose.RIGHTS_DESK,
                open.stream().map(Request::household).toList());
        return open;
    }

    /** The request; refused with 404 off the caller’s ground. */
    @Transactional
    public Request require(UUID id, Caller caller) {
        caller.may(Right.RIGHTS_ANSWER);
        var request = store.byId(id).orElseThrow(RightsRefusal.NO_SUCH_REQUEST::because);
        caller.may(Right.RIGHTS_ANSWER, request.place());
        reads.of(caller, Purpose.RIGHTS_DESK, List.of(request.household()));
        return request;
    }

    /** Refuses it, for a reason the family is told (art. 50). */
    @Transactional
    public void refuse(UUID id, String reason, Caller caller) {
        if (reason.isBlank()) {
            throw RightsRefusal.NO_REASON.because();
        }
        var request = waiting(id, caller);
        answer(request, Request.State.REFUSED, reason.strip(), caller);
    }

    /** The household, if the caller may write down what it asks. */
    Household household(UUID id, Caller caller) {
        caller.may(Right.RIGHTS_RECEIVE);
        var home = households.require(id);
        caller.may(Right.RIGHTS_RECEIVE, home.place());
        return home;
    }

    /** The request, held, if it waits and the caller may answer it. */
    Request waiting(UUID id, Caller caller) {
        caller.may(Right.RIGHTS_ANSWER);
        var request = store.locked(id).orElseThrow(RightsRefusal.NO_SUCH_REQUEST::because);
        caller.may(Right.RIGHTS_ANSWER, request.place());
        if (!request.open()) {
            throw RightsRefusal.ANSWERED.because();
        }
        return request;
    }

    void granted(Request request, Caller caller) {
        answer(request, Request.State.GRANTED, null, caller);
    }

    private void answer(Request request, Request.State state, @Nullable String reason, Caller caller) {
        store.answer(request.id(), state, reason, caller.id(), now());
        house.publishEvent(new RightsAnswered(
                request.household(), caller.id(), now(), request.id(), state == Request.State.GRANTED));
    }

    private Instant now() {
        return clock.instant();
    }
}
