package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import lianxin.access.Account;
import lianxin.access.Mandate;
import lianxin.access.Mandates;
import lianxin.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What comes between a proof and the first page. */
@Component
class Entrance {

    private final Mandates mandates;
    private final Codes codes;
    private final Porter porter;
    private final Clock clock;

    /** A demonstration's administrators come in by password alone, or nobody would look at what they see. */
    private final boolean demonstration;

    Entrance(
            Mandates mandates,
            Codes codes,
            Porter porter,
            Clock clock,
            @Value("${lianxin.demo.enabled:false}") boolean demonstration) {
        this.mandates = mandates;
        this.codes = codes;
        this.porter = porter;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** Somebody knows the password: what else must he do? */
    void byPassword(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var step = next(account);
        begin(step, account.login(), request);
        response.sendRedirect(step == null ? "/" : step.page);
    }

    /** Somebody holds the key, or the county's own sign-in vouches for him: that is enough. */
    void byStrongerProof(String login, HttpServletRequest request) {
        begin(null, login, request);
    }

    /** A step is done: the session goes on with what follows it, or is let in. */
    @Nullable
    Pending after(Pending step, Account account, HttpServletRequest request) {
        var next = step == Pending.CHOOSE ? second(account) : null;
        let(account.login(), next, request);
        Pending.next(request.getSession(), next);
        Pending.proved(request.getSession(), clock.instant());
        return next;
    }

    private void begin(@Nullable Pending step, String login, HttpServletRequest request) {
        let(login, step, request);
        var session = request.getSession();
        Pending.next(session, step);
        Pending.proved(session, clock.instant());
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
        return account.passwordUntil() == null ? second(account) : Pending.CHOOSE;
    }

    private @Nullable Pending second(Account account) {
        if (codes.has(account.id())) {
            return Pending.CODE;
        }
        return administers(account) && !demonstration ? Pending.ENROL : null;
    }

    private boolean administers(Account account) {
        return mandates.live(account).stream().map(Mandate::role).anyMatch(Role::administers);
    }
}
