package lianxin.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the record is, for everybody to see.
 *
 * @param leaves in the tree
 * @param signed how many of them stand under a signature
 * @param signedAt when the last state was signed; null before the first
 * @param waitingSince when the longest waiting leaf was written; null when none waits
 * @param witnesses how far each witness has come; one that never signed has 0 leaves
 * @param trouble what hinders the signing, as a word of {@code record.trouble.*}; null when nothing does
 */
public record Condition(
        long leaves,
        long signed,
        @Nullable Instant signedAt,
        @Nullable Instant waitingSince,
        List<Witnessed> witnesses,
        @Nullable String trouble) {

    /** Time a leaf may wait for its signature: a minute, and what a slow machine takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Whether the promise holds: nothing hinders the signing, and no leaf has waited too long. */
    public boolean sound(Instant now) {
        return trouble == null && (waitingSince == null || waitingSince.isAfter(now.minus(PATIENCE)));
    }

    /** How far one witness has come. */
    public record Witnessed(
            String name, long size, @Nullable Instant at) {}
}
