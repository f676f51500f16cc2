package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.region.Ground;
import lianxin.scope.Scope;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the house what happens at the gate. Whoever stands there stands as nobody yet, so it is told from the ground of the account’s first mandate,
 * where its auditors find it; whoever cannot be written down is not let in.
 */
@Component
class Porter implements LogoutHandler {

    private final Accounts accounts;
    private final Mandates mandates;
    private final Standing standing;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Porter(Accounts accounts, Mandates mandates, Standing standing, ApplicationEventPublisher house, Clock clock) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    /** The owner of the account did this. */
    @Transactional
    public void tell(UUID account, AtTheGate.What what) {
        tell(account, account, what);
    }

    /** The owner of the login has shown all that is asked of him. */
    @Transactional
    public void came(String login) {
        tell(accounts.byLogin(login).orElseThrow().id(), AtTheGate.What.SIGNED_IN);
    }

    /** The house made a link that lets its holder choose a password. */
    @Transactional
    public void linked(UUID account) {
        tell(account, Caller.THE_HOUSE, AtTheGate.What.LINK_MADE);
    }

    /** Somebody tried this account, or one that is not there, and was refused. */
    @Transactional
    public void refused(@Nullable UUID account) {
        tell(account == null ? Caller.NOBODY : account, Caller.NOBODY, AtTheGate.What.SIGN_IN_REFUSED);
    }

    /** The house ended a session of this login, whose longest life was over. */
    @Transactional
    public void over(String login) {
        accounts.byLogin(login).ifPresent(account -> tell(account.id(), Caller.THE_HOUSE, AtTheGate.What.SESSION_OVER));
    }

    /** The owner of the login asked for what he was refused. */
    @Transactional
    public void turnedAway(String login, AtTheGate.What what) {
        accounts.byLogin(login).ifPresent(account -> tell(account.id(), what));
    }

    @Override
    @Transactional
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null) {
            accounts.byLogin(who.getName()).ifPresent(account -> tell(account.id(), AtTheGate.What.SIGNED_OUT));
        }
    }

    private void tell(UUID account, UUID by, AtTheGate.What what) {
        try (var _ = standing.from(new Scope(ground(account), null, null))) {
            house.publishEvent(new AtTheGate(account, by, clock.instant(), what));
        }
    }

    private Ground ground(UUID account) {
        if (account.equals(Caller.NOBODY)) {
            return Ground.NONE;
        }
        var live = mandates.live(accounts.require(account));
        return live.isEmpty() ? Ground.NONE : live.getFirst().ground();
    }
}
