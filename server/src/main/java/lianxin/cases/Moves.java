package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a case along its edges: state, history and news in one transaction, or none of it. */
@Component
class Moves {

    private final CaseStore store;
    private final StepStore steps;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Moves(CaseStore store, StepStore steps, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.house = house;
        this.clock = clock;
    }

    /** The case, if the caller holds the right where it is; refused with 404 otherwise, and with 409 when it is not as he saw it any more. */
    Case require(UUID id, int version, Right right, Caller caller) {
        caller.may(right);
        var found = store.byId(id).orElseThrow(CaseRefusal.NO_SUCH_CASE::because);
        caller.may(right, found.place());
        if (found.version() != version) {
            throw CaseRefusal.MOVED.because(found.number());
        }
        return found;
    }

    /** As {@link #require}, for whoever sits at the desk it lies on. */
    Case onDesk(UUID id, int version, Caller caller) {
        var found = require(id, version, Right.CASE_HANDLE, caller);
        if (!found.desk().isOf(caller, found.place())) {
            throw CaseRefusal.NOT_YOUR_DESK.because(found.number());
        }
        return found;
    }

    /** Writes the next state down; refused with 409 when it does not follow from the last or somebody else was faster. */
    Case move(Case before, Next next, Step.Deed deed, String words, UUID by) {
        var after = next.done();
        if (after.stage() != before.stage()) {
            CaseRules.leads(before, after.stage());
        }
        if (!store.save(after)) {
            throw CaseRefusal.MOVED.because(before.number());
        }
        told(after, deed, words, by);
        return after;
    }

    /** Writes the beginning of its history. */
    void told(Case now, Step.Deed deed, String words, UUID by) {
        steps.add(Ids.next(), now, deed, by, now(), words);
        house.publishEvent(
                deed == Step.Deed.OPENED
                        ? new CaseOpened(now.id(), by, now(), now.household(), now.place(), now.kind(), now.channel())
                        : new CaseMoved(now.id(), by, now(), now.household(), now.place(), deed, now.stage()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }
}
