package lianxin.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import lianxin.access.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that let their holder choose the password of an account, once. An unknown, a used and an old link are answered alike. */
@Service
public class Links {

    /** How long a link waits to be used. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Codes codes;
    private final SignInSettings settings;
    private final Porter porter;
    private final Clock clock;

    Links(JdbcClient sql, Accounts accounts, Codes codes, SignInSettings settings, Porter porter, Clock clock) {
        this.porter = porter;
        this.codes = codes;
        this.settings = settings;
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A new link's path; what the account had before is no longer good. For the first start and the command line. */
    @Transactional
    public String make(UUID account) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("delete from signin.link where account = :account")
                .param("account", account)
                .update();
        sql.sql("insert into signin.link (hash, account, until) values (:hash, :account, :until)")
                .param("hash", hash(token))
                .param("account", account)
                .param("until", clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        porter.linked(account);
        return "/sign-in/link/" + token;
    }

    /** Where one signs in, as it is typed into a browser. */
    public String door() {
        return settings.publicUrl() + "/sign-in";
    }

    /** A new link as it is typed into a browser, for somebody who lost password, phone or paper; a second factor of his is forgotten. */
    @Transactional
    public String again(UUID account) {
        codes.forget(account);
        return settings.publicUrl() + make(account);
    }

    /** Whether the link would be taken. */
    boolean good(String token) {
        return sql.sql(
                        "select exists (select from signin.link where hash = :hash and used_at is null and until > :now)")
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The account chooses its password; the link is used up. */
    @Transactional
    void use(String token, String password) {
        PasswordRules.strong(password);
        var account = sql.sql("""
                update signin.link set used_at = :now
                 where hash = :hash and used_at is null and until > :now
                returning account
                """)
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .orElseThrow(SignInRefusal.LINK_OVER::because);
        accounts.choosePassword(account, password);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
