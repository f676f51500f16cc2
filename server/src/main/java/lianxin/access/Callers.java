package lianxin.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The caller behind a request, read anew each time. Whoever holds several mandates acts under one of them, and chooses which. */
@Service
public class Callers {

    private static final String CALLER = Caller.class.getName();
    private static final String ACTING = "lianxin.acting";

    /** Request attribute: the {@link Right} a request is about, when it says so itself; it acts under the first mandate that holds it. */
    public static final String TO = "lianxin.to";

    /** Request attribute: the {@link Account} that was looked up when the request proved whose it is. */
    public static final String ACCOUNT = Account.class.getName();

    private final Accounts accounts;
    private final Mandates mandates;
    private final Standing standing;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Callers(Accounts accounts, Mandates mandates, Standing standing, ApplicationEventPublisher house, Clock clock) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    /** Empty when nobody is signed in, or whoever was may no longer do anything. */
    public Optional<Caller> of(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller known) {
            return Optional.of(known);
        }
        var account = account(request);
        var caller = account.flatMap(a -> acting(live(a), request).map(m -> m.caller(a.name())));
        caller.ifPresent(c -> request.setAttribute(CALLER, c));
        return caller;
    }

    /** The account that is signed in, whatever it may do. */
    public Optional<Account> account(HttpServletRequest request) {
        if (request.getAttribute(ACCOUNT) instanceof Account proven) {
            return Optional.of(proven).filter(Account::open);
        }
        return request.getUserPrincipal() == null
                ? Optional.empty()
                : accounts.byLogin(request.getUserPrincipal().getName());
    }

    /** All the signed-in account may act as. */
    public List<Mandate> choices(HttpServletRequest request) {
        return account(request).map(this::live).orElse(List.of());
    }

    /** All of it asked as the house, which it is anyway, so that the database is told once and not for each question. */
    private List<Mandate> live(Account account) {
        return standing.house(() -> mandates.live(account));
    }

    /** The mandate the request acts under: the chosen one while it lives, else the first. */
    public Optional<Mandate> acting(HttpServletRequest request) {
        return acting(choices(request), request);
    }

    /** From the next request on the session acts under this mandate. Refused with 404 when the account does not hold it. */
    public void act(UUID mandate, HttpServletRequest request) {
        if (choices(request).stream().noneMatch(m -> m.id().equals(mandate))) {
            throw AccessRefusal.NOT_HERE.because();
        }
        var account = account(request).orElseThrow().id();
        house.publishEvent(new MandateUsed(account, account, clock.instant().truncatedTo(ChronoUnit.MICROS), mandate));
        request.getSession().setAttribute(ACTING, mandate);
    }

    private static Optional<Mandate> acting(List<Mandate> all, HttpServletRequest request) {
        if (request.getAttribute(TO) instanceof Right right) {
            return all.stream().filter(m -> m.role().holds(right)).findFirst();
        }
        var session = request.getSession(false);
        var chosen = session == null ? null : session.getAttribute(ACTING);
        return all.stream()
                .filter(m -> m.id().equals(chosen))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
