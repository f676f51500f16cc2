package lianxin.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who failed to sign in lately. Counted by account as strangers try it, by account as one of its own devices tries it, and by stretch of addresses: so
 * a stranger's guesses make neither the owner at his own desk nor his neighbours wait.
 */
@Service
class Attempts {

    private final JdbcClient sql;
    private final Porter porter;
    private final Clock clock;

    Attempts(JdbcClient sql, Porter porter, Clock clock) {
        this.sql = sql;
        this.porter = porter;
        this.clock = clock;
    }

    /**
     * What one attempt is counted under.
     *
     * @param owner whose login it is; null when there is none such
     */
    record Attempt(
            String login,
            @Nullable UUID owner,
            String address,
            @Nullable String device) {

        /** An account that does not exist is counted like one that does. */
        private String account() {
            return device == null ? "account " + login : "device " + device;
        }

        private String prefix() {
            return "prefix " + AttemptRules.prefix(address);
        }
    }

    /**
     * How long this attempt must wait; zero when it may be made. One that may is counted as failed by its account until it is taken back, so that of
     * many at once no more go through than one after the other.
     */
    @Transactional
    Duration begin(Attempt attempt) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:account, 0))::text")
                .param("account", attempt.account())
                .query(String.class)
                .single();
        var wait = wait(attempt);
        if (!wait.isPositive()) {
            count(attempt.account());
        }
        return wait;
    }

    private Duration wait(Attempt attempt) {
        var now = clock.instant();
        var longest = now;
        for (var failed : failures(attempt)) {
            var free = failed.counted().startsWith("prefix ") ? AttemptRules.FREE_PER_PREFIX : AttemptRules.FREE;
            var until = AttemptRules.notBefore(failed.failures(), free, failed.lastAt());
            longest = until.isAfter(longest) ? until : longest;
        }
        return Duration.between(now, longest);
    }

    /** It was wrong: its account has counted that already, its stretch of addresses does now. */
    @Transactional
    void failed(Attempt attempt) {
        count(attempt.prefix());
        porter.refused(attempt.owner());
    }

    private void count(String counted) {
        sql.sql("""
                insert into signin.failure as f (counted, failures, last_at) values (:counted, 1, :now)
                on conflict (counted) do update
                   set failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end, last_at = excluded.last_at
                """)
                .param("counted", counted)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("forgotten", forgotten())
                .update();
    }

    /** It was right and is taken back. Whoever proves who he is starts afresh on his device; what strangers did to his account stays counted. */
    @Transactional
    void succeeded(Attempt attempt) {
        if (attempt.device() != null) {
            afresh(attempt);
            return;
        }
        sql.sql("delete from signin.failure where counted = :counted and failures = 1")
                .param("counted", attempt.account())
                .update();
        sql.sql("update signin.failure set failures = failures - 1 where counted = :counted and failures > 1")
                .param("counted", attempt.account())
                .update();
    }

    /** Whoever has shown all that is asked of him starts afresh. */
    @Transactional
    void afresh(Attempt attempt) {
        sql.sql("delete from signin.failure where counted = :counted")
                .param("counted", attempt.account())
                .update();
    }

    @Scheduled(cron = "0 40 3 * * *")
    @Transactional
    void forget() {
        sql.sql("delete from signin.failure where last_at < :forgotten")
                .param("forgotten", forgotten())
                .update();
    }

    private List<Failed> failures(Attempt attempt) {
        return sql.sql("""
                select counted, failures, last_at from signin.failure
                 where counted in (:account, :prefix) and last_at >= :forgotten
                """)
                .param("account", attempt.account())
                .param("prefix", attempt.prefix())
                .param("forgotten", forgotten())
                .query(Failed.class)
                .list();
    }

    private java.time.OffsetDateTime forgotten() {
        return clock.instant().minus(AttemptRules.FORGOTTEN).atOffset(ZoneOffset.UTC);
    }

    record Failed(String counted, int failures, Instant lastAt) {}
}
