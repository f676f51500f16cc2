package lianxin.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * One search for a pairing.
 *
 * @param lo the ground's first code; {@code hi} the first beyond it
 * @param day the day from which the pairs would hold
 * @param scheme the rules it follows
 * @param mostVillages how many villages a cadre may go to; null when nobody asked for few
 * @param stage what it is doing: READING, GROUPING, SAMPLING, PLACING, FILLING, NAMING, CHECKING, GATHERING, WEIGHING or KEEPING
 * @param done of {@code total}, within the stage
 * @param failure message key of why it failed
 * @param fingerprint of everything that went in; the same input has the same fingerprint
 * @param totals what came out, once it did
 */
public record Run(
        UUID id,
        long lo,
        long hi,
        LocalDate day,
        UUID scheme,
        @Nullable Integer mostVillages,
        RunState state,
        UUID byWhom,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        @Nullable String stage,
        long done,
        long total,
        @Nullable String failure,
        @Nullable String fingerprint,
        @Nullable Totals totals) {

    /** The ground it pairs. */
    public Ground ground() {
        return new Ground(lo, hi);
    }

    /** The division whose ground it is. */
    public DivisionCode place() {
        return new DivisionCode(lo);
    }

    /** How much of the whole is done, of a thousand: reading a fifth, solving three fifths, checking and keeping the rest. */
    public int permille() {
        double part = total <= 0 ? 0 : Math.min(1.0, (double) done / total);
        return switch (stage == null ? "" : stage) {
            case "READING" -> 100;
            case "GROUPING", "SAMPLING" -> 200;
            case "PLACING" -> 250 + (int) (400 * part);
            case "FILLING" -> 650 + (int) (100 * part);
            case "NAMING" -> 750;
            case "CHECKING" -> 800;
            case "GATHERING", "WEIGHING" -> 810;
            case "KEEPING" -> 820 + (int) (180 * part);
            default -> 0;
        };
    }

    /** Seconds it will still take, as far as can be told; -1 when it cannot. */
    public long remaining(Instant now) {
        int part = permille();
        if (startedAt == null || part < 200) {
            return -1;
        }
        long spent = Math.max(1, java.time.Duration.between(startedAt, now).toMillis());
        return spent * (1_000 - part) / part / 1_000 + 1;
    }
}
