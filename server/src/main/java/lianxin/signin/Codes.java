package lianxin.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Second factors: a code an app computes, and ten codes on paper for the day the phone is lost. */
@Service
public class Codes {

    private static final int ON_PAPER = 10;

    private final JdbcClient sql;
    private final AppSecrets secrets;
    private final Porter porter;
    private final Clock clock;

    Codes(JdbcClient sql, AppSecrets secrets, Porter porter, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.porter = porter;
        this.clock = clock;
    }

    /** Whether the account asks for a code. */
    public boolean has(UUID account) {
        return secrets.of(account).filter(s -> s.confirmed()).isPresent();
    }

    /** A secret to be typed into an app; nothing is asked for until a code from it has been seen. */
    @Transactional
    String begin(UUID account) {
        secrets.offer(account, Totp.secret());
        return Totp.base32(secrets.of(account).orElseThrow().secret());
    }

    /** The app works: from now on its codes are asked for. Says the ten codes for paper, once. */
    @Transactional
    List<String> confirm(UUID account, String code) {
        require(take(account, code, false));
        sql.sql("update signin.second_factor set confirmed_at = :now where account = :account")
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("delete from signin.paper_code where account = :account")
                .param("account", account)
                .update();
        var codes = new ArrayList<String>();
        for (var i = 0; i < ON_PAPER; i++) {
            var paper = Totp.base32(Totp.secret()).substring(0, 16).toLowerCase(Locale.ROOT);
            codes.add(paper.replaceAll("(.{4})(?!$)", "$1-"));
            sql.sql("insert into signin.paper_code (hash, account) values (:hash, :account)")
                    .param("hash", Links.hash(paper))
                    .param("account", account)
                    .update();
        }
        porter.tell(account, AtTheGate.What.APP_ADDED);
        return codes;
    }

    /** Whether this is a good code, from the app or from paper; it is not good a second time. */
    @Transactional
    boolean good(UUID account, String code) {
        var typed = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return take(account, typed, true) || paper(account, typed);
    }

    /** Somebody lost phone and paper: an administrator has seen who he is. */
    @Transactional
    public void forget(UUID account) {
        sql.sql("delete from signin.second_factor where account = :account")
                .param("account", account)
                .update();
        sql.sql("delete from signin.paper_code where account = :account")
                .param("account", account)
                .update();
    }

    private boolean take(UUID account, String code, boolean confirmed) {
        var secret = secrets.of(account).filter(s -> s.confirmed() == confirmed).orElse(null);
        if (secret == null) {
            return false;
        }
        var step = Totp.step(secret.secret(), code, clock.instant(), secret.lastStep());
        return step.isPresent()
                && sql.sql(
                                        "update signin.second_factor set last_step = :step where account = :account and last_step < :step")
                                .param("account", account)
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean paper(UUID account, String code) {
        return sql.sql(
                                "update signin.paper_code set used_at = :now where hash = :hash and account = :account and used_at is null")
                        .param("hash", Links.hash(code))
                        .param("account", account)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static void require(boolean good) {
        if (!good) {
            throw SignInRefusal.CODE_WRONG.because();
        }
    }
}
