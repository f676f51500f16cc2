package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import lianxin.access.AccountChanged;
import lianxin.access.Accounts;
import lianxin.access.Mandate;
import lianxin.access.MandateChanged;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** Who is signed in where. A session ends when its owner says so from anywhere, and when what he may do is changed by somebody else. */
@Service
public class Sessions {

    private static final String FROM = "lianxin.from";
    private static final int BROWSER = 120;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Accounts accounts;
    private final Porter porter;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, Accounts accounts, Porter porter) {
        this.porter = porter;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /**
     * One place somebody is signed in at.
     *
     * @param id names the session without opening it: the page that shows it must not hold the key to it
     * @param browser as it names itself
     */
    public record SignedIn(String id, Instant since, Instant lastSeen, String browser, boolean here) {}

    /** Where the owner of a login is signed in, the last used first. */
    List<SignedIn> of(String login, String here) {
        return sessions.findByPrincipalName(login).values().stream()
                .map(s -> new SignedIn(
                        named(s.getId()),
                        s.getCreationTime(),
                        s.getLastAccessedTime(),
                        Objects.requireNonNullElse(s.getAttribute(FROM), ""),
                        s.getId().equals(here)))
                .sorted(Comparator.comparing(SignedIn::lastSeen).reversed())
                .toList();
    }

    /** Ends one of the sessions of a login, by the id it is shown under; one of somebody else's is left alone. */
    void end(String login, String id) {
        endOf(login, session -> named(session).equals(id));
    }

    /** Ends all of them but one. */
    void endOthers(String login, String here) {
        endOf(login, id -> !id.equals(here));
    }

    static void describe(HttpSession session, HttpServletRequest request) {
        var browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        session.setAttribute(FROM, browser.substring(0, Math.min(browser.length(), BROWSER)));
    }

    @EventListener
    void on(AccountChanged news) {
        endAll(news.subject());
    }

    /** Whoever takes an emergency goes on where he is. */
    @EventListener
    void on(MandateChanged news) {
        if (news.kind() != Mandate.Kind.EMERGENCY || news.ended()) {
            endAll(news.subject());
        }
    }

    private void endOf(String login, Predicate<String> these) {
        var ended = sessions.findByPrincipalName(login).keySet().stream()
                .filter(these)
                .toList();
        if (!ended.isEmpty()) {
            porter.tell(accounts.byLogin(login).orElseThrow().id(), AtTheGate.What.SESSION_ENDED);
            ended.forEach(sessions::deleteById);
        }
    }

    private static String named(String session) {
        return HexFormat.of().formatHex(Links.hash(session));
    }

    private void endAll(UUID account) {
        sessions.findByPrincipalName(accounts.require(account).login()).keySet().forEach(sessions::deleteById);
    }
}
