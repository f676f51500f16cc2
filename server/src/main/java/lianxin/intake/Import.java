package lianxin.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.roster.Compared;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.sheet.HeaderMatch;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody gave us, and what became of it.
 *
 * @param match which of its columns is which of ours, once it has been opened
 * @param counts what it would change or has changed, once it has been checked
 * @param no why it went no further, or could not be undone
 * @param rows read so far
 * @param bad rows that cannot be taken
 * @param done bytes read so far, of {@code total}
 */
public record Import(
        UUID id,
        Roster roster,
        String fileName,
        long bytes,
        State state,
        Ground ground,
        @Nullable HeaderMatch match,
        @Nullable Compared counts,
        @Nullable No no,
        Leaving leaving,
        long rows,
        long bad,
        long done,
        long total,
        UUID by,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt) {

    /** A refusal as it can be kept: its code, and what fills its words. */
    public record No(String code, List<String> args) {}

    /** Whether a machine is at work on it. */
    public boolean running() {
        return switch (state) {
            case RECEIVED, CHECKING, APPLYING, UNDOING -> true;
            case UNSURE, CHECKED, APPLIED, UNDONE, REFUSED, CANCELLED, FAILED -> false;
        };
    }

    /** Rows read a second since it began. */
    public long rate(Instant now) {
        var seconds = startedAt == null ? 0 : Duration.between(startedAt, now).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.round(rows / seconds);
    }

    /** How long the reading will go on, if it goes on like this; null while nobody can say. */
    public @Nullable Duration remaining(Instant now) {
        if (startedAt == null || done <= 0 || total <= done || state != State.CHECKING) {
            return null;
        }
        return Duration.ofMillis(Duration.between(startedAt, now).toMillis() * (total - done) / done);
    }
}
