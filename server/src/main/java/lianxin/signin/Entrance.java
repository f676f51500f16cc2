package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import lianxin.access.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.stereotype.Component;

/** What comes between a proof and the first page. */
@Component
class Entrance {

    /** Where Spring Security keeps it. */
    private static final String WANTED = "SPRING_SECURITY_SAVED_REQUEST";

    private final SecondFactor second;
    private final Porter porter;
    private final Clock clock;

    Entrance(SecondFactor second, Porter porter, Clock clock) {
        this.second = second;
        this.porter = porter;
        this.clock = clock;
    }

    /** Somebody knows the password: what else must he do? */
    void byPassword(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var step = next(account);
        begin(step, account.login(), request);
        response.sendRedirect(step == null ? wayBack(request) : step.page);
    }

    /** Where somebody wanted to go before he was asked who he is: a page of this house he asked to see, once; else the first page. */
    String wayBack(HttpServletRequest request) {
        var session = request.getSession();
        var wanted = session.getAttribute(WANTED);
        session.removeAttribute(WANTED);
        if (wanted instanceof DefaultSavedRequest page && page.getMethod().equals("GET")) {
            var path = Objects.requireNonNullElse(page.getRequestURI(), "/");
            return SecurityPages.inside(page.getQueryString() == null ? path : path + "?" + page.getQueryString());
        }
        return "/";
    }

    /** Somebody holds the key, or the county's own sign-in vouches for him: that is enough. */
    void byStrongerProof(String login, HttpServletRequest request) {
        begin(null, login, request);
    }

    /** A step is done: the session goes on with what follows it, or is let in. */
    @Nullable
    Pending after(Pending step, Account account, HttpServletRequest request) {
        var next = step == Pending.CHOOSE ? second.owed(account) : null;
        let(account.login(), next, request);
        Pending.next(request.getSession(), next);
        Pending.proved(request, clock.instant());
        return next;
    }

    private void begin(@Nullable Pending step, String login, HttpServletRequest request) {
        let(login, step, request);
        var session = request.getSession();
        Pending.next(session, step);
        Pending.proved(request, clock.instant());
        Sessions.describe(session, request);
    }

    /** Whoever owes no step is in, and in the record; who cannot be written down is out again. */
    private void let(String login, @Nullable Pending owed, HttpServletRequest request) {
        if (owed != null) {
            return;
        }
        try {
            porter.came(login);
        } catch (RuntimeException e) {
            request.getSession().invalidate();
            throw e;
        }
    }

    private @Nullable Pending next(Account account) {
        return account.passwordUntil() == null ? second.owed(account) : Pending.CHOOSE;
    }
}
