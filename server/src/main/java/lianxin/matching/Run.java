package lianxin.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.proposal.RunState;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * One search for which unit serves which villages.
 *
 * @param lo the ground's first code; {@code hi} the first beyond it
 * @param day the day from which the match would hold
 * @param scheme the rules it follows
 * @param stage what it is doing: READING, SHARING, CLOSING or KEEPING
 * @param done of {@code total}, within the stage
 * @param failure message key of why it failed
 * @param fingerprint of everything that went in; the same input has the same fingerprint
 * @param totals what came out, once it did
 * @param source the document by which it was adopted; {@code adoptedOn} the day from which it holds
 */
public record Run(
        UUID id,
        long lo,
        long hi,
        LocalDate day,
        UUID scheme,
        RunState state,
        UUID byWhom,
        Instant askedAt,
        @Nullable Instant endedAt,
        int attempts,
        @Nullable String stage,
        long done,
        long total,
        @Nullable String failure,
        @Nullable String fingerprint,
        @Nullable Totals totals,
        @Nullable String source,
        @Nullable LocalDate adoptedOn) {

    /** The ground it matches. */
    public Ground ground() {
        return new Ground(lo, hi);
    }

    /** The division whose ground it is. */
    public DivisionCode place() {
        return new DivisionCode(lo);
    }
}
