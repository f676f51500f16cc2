package lianxin.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and as whom. */
@Service
public class Accounts implements UserDetailsService {

    private static final String CALLER = Caller.class.getName();

    private final AccountStore store;
    private final PasswordEncoder passwords;

    Accounts(AccountStore store, PasswordEncoder passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /** Opens an account, or gives an existing login a new password, name, role and ground. */
    @Transactional
    public UUID open(
            String login,
            String password,
            String name,
            Role role,
            Ground ground,
            @Nullable UUID unit,
            @Nullable UUID cadre) {
        return store.put(login, passwords.encode(password), name, role, ground, unit, cadre);
    }

    /** What the people behind these accounts are called; the house itself, and accounts that are gone, are missing. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return store.names(ids);
    }

    /** Whether anybody can sign in at all. */
    public boolean none() {
        return store.none();
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        var account = store.byLogin(login).orElseThrow(() -> new UsernameNotFoundException("no such login"));
        return new User(account.login(), account.password(), account.enabled(), true, true, true, List.of());
    }

    /** The caller behind a request, read anew each time: whoever was moved or closed is so from the next request on. */
    Optional<Caller> caller(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        if (request.getAttribute(CALLER) instanceof Caller known) {
            return Optional.of(known);
        }
        var caller = store.byLogin(request.getUserPrincipal().getName())
                .filter(AccountStore.Account::enabled)
                .map(AccountStore.Account::caller);
        caller.ifPresent(c -> request.setAttribute(CALLER, c));
        return caller;
    }
}
