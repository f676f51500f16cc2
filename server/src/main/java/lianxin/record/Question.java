package lianxin.record;

import java.time.Instant;
import java.time.LocalDate;
import lianxin.platform.CountyTime;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor asks.
 *
 * @param who a login, or blank
 * @param what the word of a deed or a purpose, or blank
 * @param about the key of a household or cadre, a login, or the identity of anything; or blank
 * @param before only leaves in earlier places of the tree
 */
public record Question(
        String who,
        String what,
        String about,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long before) {

    /** Midnight in the county before the first day. */
    @Nullable
    Instant since() {
        return from == null ? null : from.atStartOfDay(CountyTime.ZONE).toInstant();
    }

    /** Midnight in the county after the last day. */
    @Nullable
    Instant until() {
        return to == null ? null : to.plusDays(1).atStartOfDay(CountyTime.ZONE).toInstant();
    }
}
