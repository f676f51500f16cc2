package lianxin.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lianxin.matcher.Stage;
import lianxin.matcher.Watch;

/** Writes down how far a search is, twice a second at most, and learns on that occasion whether anybody still wants it. */
public class Progress implements Watch {

    private static final Duration RHYTHM = Duration.ofMillis(500);

    private final Kept kept;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private String stage = "";
    private boolean wanted = true;

    /** Of a search that is written down by {@code kept}. */
    public Progress(Kept kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Writes down that so much of a stage is done, and says whether anybody still wants the answer. */
    @FunctionalInterface
    public interface Kept {
        boolean reached(String stage, long done, long total);
    }

    @Override
    public void at(Stage stage, long done, long total) {
        at(stage.name(), done, total);
    }

    /** As {@link #at(Stage, long, long)}, for stages that are not the matcher's. */
    public void at(String stage, long done, long total) {
        var now = clock.instant();
        if (!stage.equals(this.stage) || !now.isBefore(next)) {
            this.stage = stage;
            next = now.plus(RHYTHM);
            wanted = kept.reached(stage, done, total);
        }
    }

    /** A watch to which all stages are this one. */
    Watch during(String stage) {
        return new Watch() {
            @Override
            public void at(Stage ignored, long done, long total) {
                Progress.this.at(stage, 0, 0);
            }

            @Override
            public boolean cancelled() {
                return !wanted;
            }
        };
    }

    @Override
    public boolean cancelled() {
        return !wanted;
    }
}
