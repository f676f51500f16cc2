package lianxin.matching;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.UUID;
import lianxin.matcher.BadProblem;
import lianxin.matcher.Stage;
import lianxin.proposal.Progress;
import lianxin.proposal.RunState;
import lianxin.scheme.Schemes;
import lianxin.scope.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Searches, in the background. What it writes is invisible until the search is PROPOSED, so that a node may die at any moment: the search is
 * begun anew elsewhere, and given up when it dies twice.
 */
@Component
class Searching {

    /** The task by which a search is queued; its instance is the run. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("matching");

    private static final Logger log = LoggerFactory.getLogger(Searching.class);
    private static final int ATTEMPTS = 2;

    private final Rolls rolls;
    private final RunStore runs;
    private final PlanStore plans;
    private final Schemes schemes;
    private final Clock clock;

    Searching(Rolls rolls, RunStore runs, PlanStore plans, Schemes schemes, Clock clock) {
        this.rolls = rolls;
        this.runs = runs;
        this.plans = plans;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** Searches, unless somebody else did or the search was called off. */
    void search(UUID id) {
        if (!runs.begin(id)) {
            return;
        }
        var run = runs.byId(id).orElseThrow();
        if (run.attempts() > ATTEMPTS) {
            runs.fail(id, "matching.failure.died", clock.instant());
            return;
        }
        try {
            search(run, new Progress((stage, done, total) -> runs.reached(id, stage, done, total), clock));
        } catch (BadProblem e) {
            log.warn("Matching {} failed: {}; the office must look at the scheme and the limits", id, e.getMessage());
            runs.fail(id, "matching.failure.rules", clock.instant());
        } catch (RuntimeException e) {
            log.error("Matching {} failed; the office was told, a developer must look", id, e);
            runs.fail(id, "matching.failure.defect", clock.instant());
        }
    }

    private void search(Run run, Progress progress) {
        plans.clear(run.id());
        var roll = rolls.call(
                run.ground(),
                run.day(),
                schemes.require(run.scheme()).rules(),
                families -> progress.at("READING", families, 0));
        switch (Search.of(roll, new Steps(progress))) {
            case Found.Plan plan -> propose(run, new Outcomes(roll, plan), progress);
            case Found.Stuck why -> {
                plans.addStuck(run.id(), roll, why);
                runs.end(run.id(), RunState.INFEASIBLE, Outcomes.fingerprint(roll), null, clock.instant());
            }
            case Found.CalledOff() -> log.info("Matching {} was called off; nothing of it is kept", run.id());
        }
    }

    private void propose(Run run, Outcomes outcomes, Progress progress) {
        progress.at("KEEPING", 0, 0);
        var villages = outcomes.villages();
        plans.addVillages(run.id(), villages);
        plans.addBurdens(run.id(), outcomes.burdens());
        if (!runs.end(
                run.id(),
                RunState.PROPOSED,
                Outcomes.fingerprint(outcomes.roll()),
                outcomes.totals(villages),
                clock.instant())) {
            plans.clear(run.id());
        }
    }

    /** The matcher's own steps count while shares are sought; after that, how many have been tried without. */
    private static final class Steps implements Search.Steps {

        private final Progress progress;
        private boolean closing;

        Steps(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void at(Stage stage, long done, long total) {
            if (!closing) {
                progress.at("SHARING", done, total);
            }
        }

        @Override
        public void closing(int done, int total) {
            closing = true;
            progress.at("CLOSING", done, total);
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled();
        }
    }

    @Configuration
    static class Queue {

        @Bean
        static Task<Void> matchingTask(Searching searching, Standing standing) {
            return Tasks.oneTime(TASK)
                    .onDeadExecutionRevive()
                    .execute((instance, _) ->
                            standing.houseDoes(() -> searching.search(UUID.fromString(instance.getId()))));
        }
    }
}
