package lianxin.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A file of divisions that was handed in and is being compared.
 *
 * @param day first day it is to hold
 * @param lo first code of the ground of the office that handed it in; {@code hi} the first beyond it
 */
public record Draft(
        UUID id, String source, LocalDate day, String sha256, UUID byWhom, Instant handedIn, long lo, long hi) {

    /** Whether whoever stands on {@code ground} may see it. */
    public boolean within(Ground ground) {
        return ground.lo() <= lo && hi <= ground.hi() || lo == hi;
    }
}
