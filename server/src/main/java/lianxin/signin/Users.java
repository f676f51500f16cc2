package lianxin.signin;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** The accounts as Spring Security asks for them. What one may do is not said here: our doors ask that at every request. */
@Service
class Users implements UserDetailsService {

    private final Accounts accounts;
    private final Clock clock;

    /** A hash of what nobody knows: an account without a password takes as long to refuse as any other. */
    private final String nobodyKnows;

    Users(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.nobodyKnows = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        var account = accounts.byLogin(login).orElseThrow(() -> new UsernameNotFoundException("no such login"));
        var password = account.password();
        var until = account.passwordUntil();
        var fresh = until == null || clock.instant().isBefore(until);
        return new User(account.login(), password == null ? nobodyKnows : password, true, true, fresh, true, List.of());
    }
}
