package lianxin.intake;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.scope.Standing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background work on imports. A job whose machine died is begun again, here or elsewhere. */
@Configuration
class ImportTasks {

    @Bean
    OneTimeTask<Void> importCheck(ImportRun run, Standing standing) {
        return Tasks.oneTime(ImportJobs.CHECK)
                .execute((job, _) -> standing.houseDoes(() -> run.check(ImportJobs.about(job.getId()))));
    }

    @Bean
    OneTimeTask<Void> importApply(ImportRun run, Standing standing) {
        return Tasks.oneTime(ImportJobs.APPLY)
                .execute((job, _) -> standing.houseDoes(() -> apply(run, ImportJobs.about(job.getId()))));
    }

    @Bean
    OneTimeTask<Void> importUndo(ImportRun run, Standing standing) {
        return Tasks.oneTime(ImportJobs.UNDO)
                .execute((job, _) -> standing.houseDoes(() -> undo(run, ImportJobs.about(job.getId()))));
    }

    @Bean
    RecurringTask<Void> importForget(ImportRun run, Standing standing) {
        return Tasks.recurring("import-forget", Schedules.daily(CountyTime.ZONE, LocalTime.of(3, 20)))
                .execute((_, _) -> standing.houseDoes(() -> run.forget()));
    }

    static void apply(ImportRun run, UUID id) {
        try {
            run.write(id);
        } catch (Refusal no) {
            run.stopped(id, State.REFUSED, no);
            return;
        } catch (RuntimeException e) {
            run.failed(id, State.FAILED, e);
            return;
        }
        run.written(id);
    }

    static void undo(ImportRun run, UUID id) {
        try {
            run.takeBack(id);
        } catch (Refusal no) {
            run.stopped(id, State.APPLIED, no);
        } catch (RuntimeException e) {
            run.failed(id, State.APPLIED, e);
        }
    }
}
