package lianxin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lianxin.complaint.ComplaintStore.Limit;
import lianxin.complaint.Writings.Part;
import lianxin.platform.CountyTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a complaint: its state, what was done, what was written with it and the news, in one transaction or none of it. */
@Component
class Ledger {

    private final ComplaintStore store;
    private final Writings writings;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Ledger(ComplaintStore store, Writings writings, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.writings = writings;
        this.house = house;
        this.clock = clock;
    }

    /** Writes the next state down; refused with 409 when it does not follow from the last or somebody else was faster. */
    void move(Complaint before, Complaint after, Deed deed, String words, UUID by) {
        if (after.state() != before.state() && !before.state().next().contains(after.state())) {
            throw ComplaintRefusal.NOT_NOW.because(before.number());
        }
        if (!store.save(after)) {
            throw ComplaintRefusal.MOVED.because(before.number());
        }
        done(after, deed, words, by);
    }

    /** Writes down that something was done. */
    void done(Complaint now, Deed deed, String words, UUID by) {
        var step = store.addStep(now, deed, by, now());
        writings.add(now, step, Part.WORDS, words);
        house.publishEvent(new ComplaintStep(now.id(), by, now(), deed));
    }

    /** The last day of a limit that begins today. */
    LocalDate due(Limit limit) {
        return today().plusDays(store.days(limit, today()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
