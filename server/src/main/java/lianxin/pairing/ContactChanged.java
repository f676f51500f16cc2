package lianxin.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/**
 * One household has another contact, its first one, or, because it is no longer in scope, none.
 *
 * @param subject the household
 * @param day the day it holds from
 * @param place division code of its village
 * @param before its contact until then; null when it had none
 * @param after its contact from then on; null when it is no longer in scope
 */
public record ContactChanged(
        UUID subject,
        UUID by,
        Instant at,
        LocalDate day,
        long place,
        @Nullable UUID before,
        @Nullable UUID after,
        Reason reason)
        implements News {}
