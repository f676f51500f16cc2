package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import lianxin.access.Account;
import lianxin.access.Accounts;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Proofs asked of somebody whose password is known already. They wait after failures as signing in does. */
@Component
class Proofs {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Codes codes;
    private final Attempts attempts;
    private final Clock clock;

    Proofs(Accounts accounts, PasswordEncoder passwords, Codes codes, Attempts attempts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The old password is right, and the new one strong: it takes its place. */
    void change(Account account, String old, String password, HttpServletRequest request) {
        require(tried(account, request, () -> matches(account, old)));
        PasswordRules.strong(password);
        accounts.choosePassword(account.id(), password);
        Pending.proved(request, clock.instant());
    }

    /** The code of whoever has an app, the password of everybody else. */
    void again(Account account, String password, String code, HttpServletRequest request) {
        require(
                codes.has(account.id())
                        ? code(account, code, request)
                        : tried(account, request, () -> matches(account, password)));
        Pending.proved(request, clock.instant());
    }

    /** Whether the code is good. Six digits are soon guessed by whoever need not wait. */
    boolean code(Account account, String code, HttpServletRequest request) {
        return tried(account, request, () -> codes.good(account.id(), code));
    }

    private boolean matches(Account account, String password) {
        return account.password() != null && passwords.matches(password, account.password());
    }

    /** Counted by account whatever the device: whoever comes this far knows the password already. */
    private boolean tried(Account account, HttpServletRequest request, BooleanSupplier proof) {
        var attempt = new Attempts.Attempt("again " + account.login(), account.id(), request.getRemoteAddr(), null);
        var wait = attempts.begin(attempt);
        if (wait.isPositive()) {
            throw SignInRefusal.TOO_SOON.because(wait.toSeconds() + 1);
        }
        boolean good = proof.getAsBoolean();
        if (good) {
            attempts.afresh(attempt);
        } else {
            attempts.failed(attempt);
        }
        return good;
    }

    private static void require(boolean good) {
        if (!good) {
            throw SignInRefusal.PASSWORD_WRONG.because();
        }
    }
}
