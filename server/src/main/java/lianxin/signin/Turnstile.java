package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets so many requests of phones in at a time, a few more wait a little, in their order, and tells the rest at once to come again: whoever is let in is
 * answered soon, and the office’s pages do not wait for phones. It stands before all other work, the proof of the signature too.
 */
@Component
class Turnstile {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Seconds; the phone adds a random part of as much again. */
    private static final String COME_AGAIN = "2";

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int most;
    private final Semaphore arriving;
    private final byte[] chinese;
    private final byte[] english;

    Turnstile(TurnstileSettings settings, MessageSource messages, JsonMapper json) {
        this.places = new Semaphore(settings.atOnce(), true);
        this.most = settings.waiting();
        this.arriving = new Semaphore(settings.arriving());
        this.chinese = words(messages, json, Locale.CHINESE);
        this.english = words(messages, json, Locale.ENGLISH);
    }

    /** Takes a place outside, for as long as a request arrives; null when somebody new would be told to come again. */
    @Nullable
    Place arrive() {
        if (waiting.get() >= most && places.availablePermits() == 0 || !arriving.tryAcquire()) {
            return null;
        }
        return arriving::release;
    }

    /** Takes a place within, to be left by closing; refused with 503 when too many wait, or for too long. */
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

    /** Sends away whoever is one too many, in words made beforehand: nobody is asked anything for him. */
    void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        response.setStatus(SignInRefusal.PHONES_WAIT.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_AGAIN);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(asked != null && asked.startsWith("en") ? english : chinese);
    }

    private static byte[] words(MessageSource messages, JsonMapper json, Locale locale) {
        return json.writeValueAsBytes(SignInRefusal.PHONES_WAIT.because().updateAndGetBody(messages, locale));
    }

    /** A place, outside or within. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
