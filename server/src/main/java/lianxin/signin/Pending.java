package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is still to be done before a session may go on; kept in the session itself. */
enum Pending {
    /** A first password is good for choosing one's own only. */
    CHOOSE("/sign-in/choose"),
    /** The account has a second factor, and it has not been shown. */
    CODE("/sign-in/code"),
    /** Whoever is asked for a second factor and has none sets one up first. */
    ENROL("/sign-in/enrol");

    /** How long a proof is fresh enough for an export or an override. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final String STEP = "lianxin.pending";
    private static final String PROVED = "lianxin.proved";

    final String page;

    Pending(String page) {
        this.page = page;
    }

    /** What the session waits for; null when it may go on. */
    static @Nullable Pending of(HttpServletRequest request) {
        var session = request.getSession(false);
        var step = session == null ? null : (String) session.getAttribute(STEP);
        return step == null ? null : valueOf(step);
    }

    static void next(HttpSession session, @Nullable Pending step) {
        session.setAttribute(STEP, step == null ? null : step.name());
    }

    /** Whoever sits there has just shown who he is. His session goes on under another identity, so that one stolen before is worth nothing. */
    static void proved(HttpServletRequest request, Instant now) {
        request.getSession().setAttribute(PROVED, now.toEpochMilli());
        request.changeSessionId();
    }

    static boolean fresh(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        var at = session == null ? null : (Long) session.getAttribute(PROVED);
        return at != null && now.isBefore(Instant.ofEpochMilli(at).plus(FRESH));
    }
}
