package lianxin.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import lianxin.platform.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands work to the background, in the transaction that asks for it. A job is named after its import and the try. */
@Component
class ImportJobs {

    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("import-check");
    static final TaskDescriptor<Void> APPLY = TaskDescriptor.of("import-apply");
    static final TaskDescriptor<Void> UNDO = TaskDescriptor.of("import-undo");

    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    ImportJobs(ObjectProvider<SchedulerClient> jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    void check(UUID id) {
        begin(CHECK, id);
    }

    void apply(UUID id) {
        begin(APPLY, id);
    }

    void undo(UUID id) {
        begin(UNDO, id);
    }

    /** The import a job is about. */
    static UUID about(String name) {
        return UUID.fromString(name.substring(0, 36));
    }

    private void begin(TaskDescriptor<Void> task, UUID id) {
        jobs.getObject()
                .scheduleIfNotExists(task.instance(id + "/" + Ids.next()).scheduledTo(clock.instant()));
    }
}
