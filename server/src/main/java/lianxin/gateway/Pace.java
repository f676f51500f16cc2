package lianxin.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import lianxin.platform.CountyTime;

/**
 * When and how often one asks, as holds on a day.
 *
 * @param quietFrom and {@code quietUntil}: county time in which nobody is asked; it may go over midnight
 * @param most questions to one household within {@code inDays}
 * @param tryHours how long one tries to hand a question over
 * @param waitDays how long an answer is taken
 */
record Pace(
        LocalTime quietFrom,
        LocalTime quietUntil,
        int most,
        int inDays,
        int firstSeconds,
        int mostSeconds,
        int tryHours,
        int waitDays,
        String source) {

    /** Whether nobody is asked now. */
    boolean quiet(Instant now) {
        var time = now.atZone(CountyTime.ZONE).toLocalTime();
        return quietFrom.isAfter(quietUntil)
                ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
    }

    /** The next moment at which somebody may be asked. */
    Instant loud(Instant now) {
        if (!quiet(now)) {
            return now;
        }
        ZonedDateTime here = now.atZone(CountyTime.ZONE);
        var end = here.with(quietUntil);
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }

    /** How long to wait after that many tries failed, twice as long each time; {@code chance} from 0 up to 1. */
    Duration after(int failures, double chance) {
        var doubled = failures > 20 ? mostSeconds : Math.min(mostSeconds, (long) firstSeconds << (failures - 1));
        return Duration.ofMillis((long) (doubled * 1000 * (0.5 + chance / 2)));
    }
}
