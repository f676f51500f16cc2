package lianxin.open311;

import java.time.Duration;
import java.time.Instant;

/** How a subscription that does not answer is tried again, as holds on a day. */
record HookPace(int firstSeconds, int mostSeconds, int stopDays, int keepDays, String source) {

    /**
     * How long to wait after that many tries failed: twice as long after each, up to the most, and of that between half and all, so that
     * what went away together does not come back together.
     *
     * @param chance from 0 up to but not including 1
     */
    Duration after(int failures, double chance) {
        var doubled = failures > 30 ? mostSeconds : Math.min(mostSeconds, (long) firstSeconds << (failures - 1));
        return Duration.ofMillis((long) (doubled * 1000 * (0.5 + chance / 2)));
    }

    /** Whether one has tried long enough. */
    boolean over(Instant failingSince, Instant now) {
        return !failingSince.plus(Duration.ofDays(stopDays)).isAfter(now);
    }
}
