package lianxin.phone;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets so many requests of phones in at a time, a few more wait a little, and tells the rest at once to come again: whoever is let in is answered soon, and
 * the office’s pages do not wait for phones.
 */
@Component
class Queue {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int most;

    Queue(PhoneSettings settings) {
        this.places = new Semaphore(settings.atOnce());
        this.most = settings.waiting();
    }

    /** Does the work in its turn; refused with 503 when too many wait, or for too long. */
    <T> T inTurn(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (places.tryAcquire()) {
            return;
        }
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            throw PhoneRefusal.BUSY.because();
        }
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw PhoneRefusal.BUSY.because();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PhoneRefusal.BUSY.because();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
