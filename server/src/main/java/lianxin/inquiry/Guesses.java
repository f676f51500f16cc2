package lianxin.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was tried and did not fit, by the number asked for and by where it was asked from; all servers count together. A number that no case has is counted like any other. */
@Repository
class Guesses {

    private final JdbcClient sql;
    private final Clock clock;

    Guesses(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How long this try must wait; zero when it may be made. One that may is counted as wrong until it is taken back, so that of many at once no more go through than one
     * after the other.
     */
    @Transactional
    Duration begin(String number, String address) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:number, 187)) is null")
                .param("number", number)
                .query(Boolean.class)
                .single();
        var now = now();
        var byNumber = until("number " + number, GuessRules.FREE, GuessRules.LONGEST, GuessRules.FORGOTTEN);
        var byPrefix = until(
                "prefix " + GuessRules.prefix(address),
                GuessRules.FREE_PER_PREFIX,
                GuessRules.LONGEST_PER_PREFIX,
                GuessRules.FORGOTTEN_PER_PREFIX);
        var wait = Duration.between(now, byNumber.isAfter(byPrefix) ? byNumber : byPrefix);
        if (!wait.isPositive()) {
            count("number " + number, GuessRules.FORGOTTEN);
            count("prefix " + GuessRules.prefix(address), GuessRules.FORGOTTEN_PER_PREFIX);
        }
        return wait;
    }

    /** It was right and is taken back; what others tried stays counted. */
    @Transactional
    void right(String number, String address) {
        for (var counted : new String[] {"number " + number, "prefix " + GuessRules.prefix(address)}) {
            sql.sql("update inquiry.failure set failures = failures - 1 where counted = :counted and failures > 0")
                    .param("counted", counted)
                    .update();
        }
    }

    @Scheduled(cron = "0 45 3 * * *")
    @Transactional
    void forget() {
        sql.sql("delete from inquiry.failure where last_at < :before")
                .param("before", now().minus(GuessRules.FORGOTTEN).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant until(String counted, int free, Duration longest, Duration forgotten) {
        return sql.sql("select failures, last_at from inquiry.failure where counted = :counted and last_at >= :since")
                .param("counted", counted)
                .param("since", now().minus(forgotten).atOffset(ZoneOffset.UTC))
                .query(Failed.class)
                .optional()
                .map(failed -> GuessRules.notBefore(failed.failures(), free, longest, failed.lastAt()))
                .orElse(Instant.EPOCH);
    }

    private void count(String counted, Duration forgotten) {
        sql.sql("""
                insert into inquiry.failure as f (counted, failures, last_at) values (:counted, 1, :now)
                on conflict (counted) do update
                   set failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end, last_at = excluded.last_at
                """)
                .param("counted", counted)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("forgotten", now().minus(forgotten).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant now() {
        return clock.instant();
    }

    record Failed(int failures, Instant lastAt) {}
}
