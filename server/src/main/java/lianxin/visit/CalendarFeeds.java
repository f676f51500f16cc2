package lianxin.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.access.Right;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Private addresses under which one’s calendar may read one’s round. Each account has one at most; it is revoked by a new one, or for good. */
@Service
public class CalendarFeeds {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Mandates mandates;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    CalendarFeeds(JdbcClient sql, Accounts accounts, Mandates mandates, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.mandates = mandates;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Whose calendar it is.
     *
     * @param named whether its owner chose to have families’ names in it
     */
    public record Feed(UUID account, boolean named, Instant since) {}

    /** The account’s own, if it has one. */
    public Optional<Feed> of(UUID account) {
        return sql.sql("select account, named, since from visit.calendar where account = :account")
                .param("account", account)
                .query(Feed.class)
                .optional();
    }

    /** A new address; the one before is no good any more. It is told once and kept as a hash only. */
    @Transactional
    public String make(boolean named, Caller caller) {
        caller.may(Right.VISIT_RECORD);
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                insert into visit.calendar (account, hash, named, since) values (:account, :hash, :named, :now)
                on conflict (account) do update set hash = excluded.hash, named = excluded.named, since = excluded.since
                """)
                .param("account", caller.id())
                .param("hash", hash(token))
                .param("named", named)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        house.publishEvent(new CalendarOpened(caller.id(), caller.id(), clock.instant(), true));
        return token;
    }

    /** No calendar reads it any more. */
    @Transactional
    public void end(Caller caller) {
        if (sql.sql("delete from visit.calendar where account = :account")
                        .param("account", caller.id())
                        .update()
                == 1) {
            house.publishEvent(new CalendarOpened(caller.id(), caller.id(), clock.instant(), false));
        }
    }

    /** Whose it is, and as what he goes round now; empty for an address nobody has, or whose owner may do nothing any more. */
    Optional<Reader> behind(String token) {
        return sql.sql("select account, named, since from visit.calendar where hash = :hash")
                .param("hash", hash(token))
                .query(Feed.class)
                .optional()
                .flatMap(feed -> {
                    var account = accounts.require(feed.account());
                    return account.open()
                            ? mandates.live(account).stream()
                                    .filter(mandate -> mandate.role().holds(Right.VISIT_RECORD))
                                    .findFirst()
                                    .map(mandate -> new Reader(mandate.caller(account.name()), feed.named()))
                            : Optional.empty();
                });
    }

    /** Whoever reads a calendar. */
    record Reader(Caller caller, boolean named) {}

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
