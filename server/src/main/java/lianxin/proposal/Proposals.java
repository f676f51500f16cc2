package lianxin.proposal;

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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches for a pairing: asked for, watched, called off. None of it changes anything for anybody. */
@Service
public class Proposals {

    private static final int SHOWN = 50;
    /** More villages than these are no limit worth its price. */
    private static final int FEW = 3;

    private final RunStore runs;
    private final Divisions divisions;
    private final Households households;
    private final Schemes schemes;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Proposals(
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
     * Asks for a proposal for the whole of {@code place} as of {@code day}; the search begins in the background.
     *
     * @param mostVillages how many villages a cadre may go to, 1 to 3; null for as many as are best
     * @return the run to watch
     */
    @Transactional
    public UUID ask(DivisionCode place, LocalDate day, @Nullable Integer mostVillages, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        if (mostVillages != null && (mostVillages < 1 || mostVillages > FEW)) {
            throw ProposalRefusal.VILLAGES.because(mostVillages, FEW);
        }
        var division = divisions.require(place, day);
        runs.underWay(place.ground()).ifPresent(run -> {
            throw ProposalRefusal.ALREADY_RUNNING.because(division.name()).with("run", run.id());
        });
        if (households.perVillage(place.ground(), day).isEmpty()) {
            throw ProposalRefusal.NOTHING_TO_PAIR.because(division.name());
        }
        var id = Ids.next();
        var now = clock.instant();
        runs.add(id, place.ground(), day, schemes.inForce(day).id(), mostVillages, caller.id(), now);
        queue.scheduleIfNotExists(Solving.TASK.instance(id.toString()).scheduledTo(now));
        house.publishEvent(new ProposalAsked(
                id, caller.id(), now, place.ground().lo(), place.ground().hi()));
        return id;
    }

    /** Calls a search off; the answer, if one comes, is thrown away. */
    @Transactional
    public void cancel(UUID run, Caller caller) {
        var found = require(run, caller);
        if (!runs.cancel(run, clock.instant())) {
            throw ProposalRefusal.NOT_IN_THIS_STATE.because(found.state());
        }
    }

    /** The run; refused with 404 when there is none on the caller's ground. */
    public Run require(UUID run, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE);
        return runs.byId(run)
                .filter(r -> caller.ground().and(r.ground()).equals(r.ground()))
                .orElseThrow(() -> ProposalRefusal.NO_SUCH_RUN.because(run));
    }

    /** As {@link #require}; refused too while there is no answer to look at. */
    Run solved(UUID run, Caller caller) {
        var found = require(run, caller);
        if (found.totals() == null) {
            throw ProposalRefusal.NOT_IN_THIS_STATE.because(found.state());
        }
        return found;
    }

    /** The latest runs on the caller's ground at {@code place}. */
    public List<Run> latest(DivisionCode place, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        return runs.on(place.ground(), SHOWN);
    }
}
