package lianxin.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in. What they may do then is in their {@link Mandates}; an account without one opens no door. */
@Service
public class Accounts {

    /** How long a printed first password waits to be used. */
    static final Duration FIRST_PASSWORD = Duration.ofDays(14);

    private final AccountStore store;
    private final Mandates mandates;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Accounts(
            AccountStore store,
            Mandates mandates,
            PasswordEncoder passwords,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.mandates = mandates;
        this.passwords = passwords;
        this.house = house;
        this.clock = clock;
    }

    /** The account somebody signs in to; empty when there is none or it is closed. */
    public Optional<Account> byLogin(String login) {
        return store.byLogin(login).filter(Account::open);
    }

    /** The account of a person the registry knows. */
    public Optional<Account> ofPerson(UUID person) {
        return store.ofPerson(person);
    }

    /** The account; refused with 404 when there is none. */
    public Account require(UUID id) {
        return store.byId(id).orElseThrow(AccessRefusal.NOT_HERE::because);
    }

    /** The account, open or closed; refused with 404 when there is none. */
    public Account require(UUID id, Caller caller) {
        caller.may(Right.ACCESS_READ);
        return require(id);
    }

    /** The account with that login, open or closed; refused with 404 when there is none. */
    public Account require(String login, Caller caller) {
        caller.may(Right.ACCESS_READ);
        return store.byLogin(login).orElseThrow(() -> AccessRefusal.NO_SUCH_ACCOUNT.because(login));
    }

    /** Accounts whose login or name begins with {@code words}, by login, from the one behind {@code after} on. */
    public List<Account> search(String words, String after, int limit, Caller caller) {
        caller.may(Right.ACCESS_READ);
        return store.search(words.strip(), after, limit);
    }

    /** Opens an account nobody can sign in to yet. Refused when the login is taken. */
    @Transactional
    public UUID open(String login, String name, @Nullable UUID person, Caller caller) {
        caller.may(Right.ACCOUNT_WRITE);
        AccountRules.sound(login, name);
        var id = Ids.next();
        if (!store.add(id, login, name.strip(), person, caller.id(), now())) {
            throw AccessRefusal.LOGIN_TAKEN.because(login);
        }
        tell(id, caller.id(), AccountChanged.What.OPENED);
        return id;
    }

    /** Gives the account a password to be printed, good once within two weeks; whatever was good before is not any more. */
    @Transactional
    public String firstPassword(UUID id, Caller caller) {
        caller.may(Right.ACCOUNT_WRITE);
        require(id);
        var password = FirstPassword.random();
        store.password(id, passwords.encode(password), now().plus(FIRST_PASSWORD));
        tell(id, caller.id(), AccountChanged.What.FIRST_PASSWORD);
        return password;
    }

    /** Closes it; its sessions end with the next request. Once closed, a second time is harmless. */
    @Transactional
    public void close(UUID id, Caller caller) {
        caller.may(Right.ACCOUNT_WRITE);
        require(id);
        if (store.close(id, now())) {
            tell(id, caller.id(), AccountChanged.What.CLOSED);
        }
    }

    /** Opens a closed one again, with the mandates it still has. */
    @Transactional
    public void reopen(UUID id, Caller caller) {
        caller.may(Right.ACCOUNT_WRITE);
        require(id);
        if (store.close(id, null)) {
            tell(id, caller.id(), AccountChanged.What.REOPENED);
        }
    }

    /** Its owner’s own choice; for the room of sign-in, which has seen the proof. */
    @Transactional
    public void choosePassword(UUID id, String password) {
        store.password(id, passwords.encode(password), null);
        house.publishEvent(new PasswordChosen(id, id, now()));
    }

    /**
     * Opens an account with a password and one mandate, or gives an existing login these instead of what it had. For what the house does itself:
     * its first start, the demonstration, the command line.
     */
    @Transactional
    public UUID open(
            String login,
            String password,
            String name,
            Role role,
            Ground ground,
            @Nullable UUID unit,
            @Nullable UUID cadre) {
        var account = store.byLogin(login).orElse(null);
        var id = account == null ? Ids.next() : account.id();
        if (account == null) {
            add(id, login, name);
        } else {
            store.rename(id, name);
            store.close(id, null);
        }
        store.password(id, passwords.encode(password), null);
        mandates.only(id, role, ground, unit, cadre);
        return id;
    }

    /** What the people behind these accounts are called; the house itself, and accounts that are gone, are missing. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return store.names(ids);
    }

    /** These accounts, open or closed, as far as they are there. */
    public Map<UUID, Account> byId(Collection<UUID> ids) {
        return store.byId(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** Whose login this is, whether it is open or not. */
    public Optional<UUID> idOf(String login) {
        return store.byLogin(login).map(Account::id);
    }

    /** Whether anybody has ever chosen a password: from then on the house is its people’s. */
    public boolean begun() {
        return store.anyPassword();
    }

    /** One of the accounts a new house begins with: no password yet, one mandate. The same again if it is there already. */
    @Transactional
    public UUID found(String login, String name, Role role, Ground ground) {
        var there = store.byLogin(login);
        if (there.isPresent()) {
            return there.get().id();
        }
        var id = Ids.next();
        add(id, login, name);
        mandates.only(id, role, ground, null, null);
        return id;
    }

    private void add(UUID id, String login, String name) {
        store.add(id, login, name, null, Caller.THE_HOUSE, now());
        tell(id, Caller.THE_HOUSE, AccountChanged.What.OPENED);
    }

    private void tell(UUID account, UUID by, AccountChanged.What what) {
        house.publishEvent(new AccountChanged(account, by, now(), what));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
