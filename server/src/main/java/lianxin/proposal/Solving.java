package lianxin.proposal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.matcher.BadProblem;
import lianxin.matcher.Cancelled;
import lianxin.matcher.Certificate;
import lianxin.matcher.Compact;
import lianxin.matcher.Fault;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Stability;
import lianxin.muster.Bottlenecked;
import lianxin.muster.Fingerprint;
import lianxin.muster.RollCall;
import lianxin.muster.Roster;
import lianxin.scheme.Schemes;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Runs a search in the background. What it writes is invisible until the run is PROPOSED, so that a node may die at any moment: the run
 * is begun anew elsewhere, and given up when it dies twice.
 */
@Component
class Solving {

    /** The task by which a run is queued; its instance is the run. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("proposal");

    private static final Logger log = LoggerFactory.getLogger(Solving.class);
    private static final int ATTEMPTS = 2;
    private static final int HANDFUL = 200;

    private final RollCall rollCall;
    private final RunStore runs;
    private final PlanStore plans;
    private final LoadStore loads;
    private final BottleneckStore bottlenecks;
    private final Schemes schemes;
    private final Clock clock;

    Solving(
            RollCall rollCall,
            RunStore runs,
            PlanStore plans,
            LoadStore loads,
            BottleneckStore bottlenecks,
            Schemes schemes,
            Clock clock) {
        this.rollCall = rollCall;
        this.runs = runs;
        this.plans = plans;
        this.loads = loads;
        this.bottlenecks = bottlenecks;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** Searches, unless somebody else did or the run was called off. */
    void solve(UUID id) {
        if (!runs.begin(id, clock.instant())) {
            return;
        }
        var run = runs.byId(id).orElseThrow();
        if (run.attempts() > ATTEMPTS) {
            runs.fail(id, "proposal.failure.died", clock.instant());
            return;
        }
        try {
            search(run, new Progress((stage, done, total) -> runs.reached(id, stage, done, total), clock));
        } catch (BadProblem e) {
            log.warn("Run {} failed: {}; the office must look at the scheme and the limits", id, e.getMessage());
            runs.fail(id, "proposal.failure.rules", clock.instant());
        } catch (RuntimeException e) {
            log.error("Run {} failed; the office was told, a developer must look", id, e);
            runs.fail(id, "proposal.failure.defect", clock.instant());
        }
    }

    private void search(Run run, Progress progress) {
        plans.clear(run.id());
        var roster = rollCall.call(
                run.ground(),
                run.day(),
                schemes.require(run.scheme()).rules(),
                households -> progress.at("READING", households, 0));
        if (progress.cancelled()) {
            return;
        }
        switch (Matcher.solve(roster.problem(), progress)) {
            case Matched answer -> propose(run, roster, answer, progress);
            case Infeasible answer -> {
                bottlenecks.add(run.id(), Bottlenecked.of(roster, answer));
                runs.end(run.id(), RunState.INFEASIBLE, Fingerprint.of(roster), null, clock.instant());
            }
            case Cancelled() -> log.info("Run {} was called off; nothing of it is kept", run.id());
        }
    }

    private void propose(Run run, Roster roster, Matched best, Progress progress) {
        progress.at("CHECKING", 0, 0);
        if (!Certificate.check(roster.problem(), best).accepted()) {
            throw new IllegalStateException("the matcher's proof does not hold");
        }
        var most = run.mostVillages();
        if (most == null) {
            var steadiness = steadiness(run, roster, best, progress);
            keep(run, roster, best, Outcomes.totals(roster, best, steadiness, null), progress);
        } else {
            gather(run, roster, best, most, progress);
        }
    }

    /** Gathers each cadre's households in few villages; the prices of the best plan prove how far from it that is at most. */
    private void gather(Run run, Roster roster, Matched best, int most, Progress progress) {
        Compact.of(roster.problem(), best, most, progress.during("GATHERING")).ifPresent(compact -> {
            if (!compact.check(roster.problem()).faults().stream().allMatch(f -> f.kind() == Fault.Kind.NOT_PROVEN)) {
                throw new IllegalStateException("the plan with few villages breaks a rule");
            }
            var plan = new Matched(compact.cadreOf(), compact.price(), best.cadrePrice());
            var few = new Compactness(most, compact.gap(), compact.beyond().length);
            keep(run, roster, plan, Outcomes.totals(roster, plan, null, few), progress);
        });
    }

    private void keep(Run run, Roster roster, Matched plan, Totals totals, Progress progress) {
        int villages = roster.villages().size();
        var handful = new ArrayList<Proposed>();
        Outcomes.villages(roster, plan, village -> {
            handful.add(village);
            if (handful.size() == HANDFUL && !progress.cancelled()) {
                progress.at("KEEPING", roster.before(village.place()), villages);
                keep(run.id(), handful);
            }
        });
        keep(run.id(), handful);
        loads.add(run.id(), Outcomes.loads(roster, plan));
        if (!runs.end(run.id(), RunState.PROPOSED, Fingerprint.of(roster), totals, clock.instant())) {
            plans.clear(run.id());
        }
    }

    /** Null where nobody had a contact whom he could keep. */
    private @Nullable Steadiness steadiness(Run run, Roster roster, Matched answer, Progress progress) {
        if (Arrays.stream(roster.current()).allMatch(c -> c < 0)) {
            return null;
        }
        var points = Stability.curve(roster.problem(), answer, Steadiness.PERCENT, progress.during("WEIGHING"));
        return points.size() < Steadiness.PERCENT.length
                ? null
                : new Steadiness(schemes.require(run.scheme()).rules().fixedYears(), points);
    }

    private void keep(UUID run, List<Proposed> handful) {
        plans.add(run, handful);
        handful.clear();
    }

    @Configuration
    static class Queue {

        @Bean
        static Task<Void> proposalTask(Solving solving, Standing standing) {
            return Tasks.oneTime(TASK)
                    .onDeadExecutionRevive()
                    .execute((instance, _) ->
                            standing.houseDoes(() -> solving.solve(UUID.fromString(instance.getId()))));
        }
    }
}
