package lianxin.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Lets so many requests of phones in at a time, a few more wait a little, in their order, and tells the rest at once to come again: whoever is let in is
 * answered soon, and the office’s pages do not wait for phones. It stands before all other work, the proof of the signature too.
 */
@Component
class Turnstile {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int most;

    Turnstile(TurnstileSettings settings) {
        this.places = new Semaphore(settings.atOnce(), true);
        this.most = settings.waiting();
    }

    /** Whether somebody new would be told to come again. */
    boolean full() {
        return waiting.get() >= most && places.availablePermits() == 0;
    }

    /** Takes a place, to be left by closing; refused with 503 when too many wait, or for too long. */
    Place enter() {
        if (waiting.incrementAndGet() > most && places.availablePermits() == 0) {
            waiting.decrementAndGet();
            throw SignInRefusal.PHONES_WAIT.because();
        }
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw SignInRefusal.PHONES_WAIT.because();
            }
            return places::release;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInRefusal.PHONES_WAIT.because();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** A place within. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
