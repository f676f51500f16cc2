package lianxin.particulars;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lianxin.access.Caller;
import org.springframework.stereotype.Component;

/** How often one may ask whose a number is. Kept by each server for itself: it slows guessing, the record finds it. */
@Component
class Patience {

    static final int QUESTIONS = 20;
    private static final Duration IN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<UUID, Deque<Instant>> asked = new ConcurrentHashMap<>();

    Patience(Clock clock) {
        this.clock = clock;
    }

    /** Refuses with 429 whoever has asked too often. */
    void with(Caller caller) {
        var now = clock.instant();
        asked.compute(caller.id(), (_, before) -> {
            var times = before == null ? new ArrayDeque<Instant>() : before;
            while (!times.isEmpty() && times.getFirst().isBefore(now.minus(IN))) {
                times.removeFirst();
            }
            if (times.size() >= QUESTIONS) {
                throw ParticularsRefusal.ASKED_TOO_OFTEN.because(QUESTIONS);
            }
            times.addLast(now);
            return times;
        });
    }
}
