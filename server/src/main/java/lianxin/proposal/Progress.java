package lianxin.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lianxin.matcher.Stage;
import lianxin.matcher.Watch;

/** Writes down how far a run is, twice a second at most, and learns on that occasion whether anybody still wants it. */
final class Progress implements Watch {

    private static final Duration RHYTHM = Duration.ofMillis(500);

    private final UUID run;
    private final RunStore runs;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private String stage = "";
    private boolean wanted = true;

    Progress(UUID run, RunStore runs, Clock clock) {
        this.run = run;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void at(Stage stage, long done, long total) {
        at(stage.name(), done, total);
    }

    void at(String stage, long done, long total) {
        var now = clock.instant();
        if (!stage.equals(this.stage) || !now.isBefore(next)) {
            this.stage = stage;
            next = now.plus(RHYTHM);
            wanted = runs.reached(run, stage, done, total);
        }
    }

    @Override
    public boolean cancelled() {
        return !wanted;
    }
}
