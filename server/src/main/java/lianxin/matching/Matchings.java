package lianxin.matching;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.Households;
import lianxin.scheme.Schemes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches for which unit serves which villages: asked for, watched, called off. None of it changes anything for anybody. */
@Service
public class Matchings {

    private static final int SHOWN = 50;

    private final RunStore runs;
    private final Divisions divisions;
    private final Households households;
    private final Schemes schemes;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Matchings(
            RunStore runs,
            Divisions divisions,
            Households households,
            Schemes schemes,
            SchedulerClient queue,
            ApplicationEventPublisher house,
            Clock clock) {
        this.runs = runs;
        this.divisions = divisions;
        this.households = households;
        this.schemes = schemes;
        this.queue = queue;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Asks for a match for the whole of {@code place} as of {@code day}; the search begins in the background.
     *
     * @return the run to watch
     */
    @Transactional
    public UUID ask(DivisionCode place, LocalDate day, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        var division = divisions.require(place, day);
        runs.underWay(place.ground()).ifPresent(run -> {
            throw MatchingRefusal.ALREADY_RUNNING.because(division.name()).with("run", run.id());
        });
        if (households.perVillage(place.ground(), day).isEmpty()) {
            throw MatchingRefusal.NOTHING_TO_MATCH.because(division.name());
        }
        var id = Ids.next();
        var now = clock.instant();
        runs.add(id, place.ground(), day, schemes.inForce(day).id(), caller.id(), now);
        queue.scheduleIfNotExists(Searching.TASK.instance(id.toString()).scheduledTo(now));
        house.publishEvent(new MatchingAdjusted(id, caller.id(), now, MatchingAdjusted.What.ASKED));
        return id;
    }

    /** Calls a search off; the answer, if one comes, is thrown away. */
    @Transactional
    public void cancel(UUID run, Caller caller) {
        var found = require(run, caller);
        if (!runs.cancel(run, clock.instant())) {
            throw MatchingRefusal.NOT_IN_THIS_STATE.because(found.state());
        }
    }

    /** The search; refused with 404 when there is none on the caller's ground. */
    public Run require(UUID run, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE);
        return runs.byId(run)
                .filter(r -> caller.ground().and(r.ground()).equals(r.ground()))
                .orElseThrow(() -> MatchingRefusal.NO_SUCH_RUN.because(run));
    }

    /** The latest searches on the caller's ground at {@code place}. */
    public List<Run> latest(DivisionCode place, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        return runs.on(place.ground(), SHOWN);
    }
}
