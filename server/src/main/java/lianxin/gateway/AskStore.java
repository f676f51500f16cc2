package lianxin.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskStore {

    private static final String SELECT =
            "select id, issue, household, place, reference, state, tries, made_at, sent_at from gateway.ask ";

    private final JdbcClient sql;

    AskStore(JdbcClient sql) {
        this.sql = sql;
    }

    Pace pace(LocalDate day) {
        return sql.sql("""
                select quiet_from, quiet_until, most, in_days, first_seconds, most_seconds, try_hours, wait_days, source
                  from gateway.pace
                 where since <= :day
                 order by since desc
                 limit 1
                """).param("day", day).query(Pace.class).single();
    }

    Optional<Consent> consent(UUID household) {
        return sql.sql("""
                select household, agreed_on, at from gateway.consent where household = :household and withdrawn_at is null
                """).param("household", household).query(Consent.class).optional();
    }

    void agree(UUID id, UUID household, long place, LocalDate day, UUID by, Instant at) {
        sql.sql("""
                insert into gateway.consent (id, household, place, agreed_on, by_whom, at)
                values (:id, :household, :place, :day, :by, :at)
                on conflict (household) where withdrawn_at is null do nothing
                """)
                .param("id", id)
                .param("household", household)
                .param("place", place)
                .param("day", day)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** It does not hold any more, and what waited is not asked; says whether it held. */
    boolean withdraw(UUID household, Instant at) {
        sql.sql(
                        "update gateway.ask set state = 'DROPPED', ended_at = :at where household = :household and state = 'WAITING'")
                .param("at", utc(at))
                .param("household", household)
                .update();
        return sql.sql(
                                "update gateway.consent set withdrawn_at = :at where household = :household and withdrawn_at is null")
                        .param("at", utc(at))
                        .param("household", household)
                        .update()
                > 0;
    }

    void add(Ask ask) {
        sql.sql("""
                insert into gateway.ask (id, issue, household, place, reference, next_at, made_at)
                values (:id, :issue, :household, :place, :reference, :at, :at)
                """)
                .param("id", ask.id())
                .param("issue", ask.issue())
                .param("household", ask.household())
                .param("place", ask.place())
                .param("reference", ask.reference())
                .param("at", utc(ask.madeAt()))
                .update();
    }

    /** Questions whose time has come; nobody else takes one until {@code until}. */
    List<Ask> take(Instant now, Instant until, int limit) {
        return sql.sql("""
                update gateway.ask
                   set next_at = :until
                 where id in (select id from gateway.ask where state = 'WAITING' and next_at <= :now order by next_at limit :limit for update skip locked)
                returning id, issue, household, place, reference, state, tries, made_at, sent_at
                """)
                .param("now", utc(now))
                .param("until", utc(until))
                .param("limit", limit)
                .query(Ask.class)
                .list();
    }

    /** When the household was asked since; the first first. */
    List<Instant> asked(UUID household, Instant since) {
        return sql
                .sql(
                        "select sent_at from gateway.ask where household = :household and sent_at > :since order by sent_at")
                .param("household", household)
                .param("since", utc(since))
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** It waits until {@code next}; the provider was not spoken to. */
    void later(Ask ask, Instant next) {
        sql.sql("update gateway.ask set next_at = :next where id = :id and state = 'WAITING'")
                .param("next", utc(next))
                .param("id", ask.id())
                .update();
    }

    /** The provider was away; it is tried again at {@code next}. */
    void away(Ask ask, Instant next) {
        sql.sql("""
                update gateway.ask set next_at = :next, tries = tries + 1, trouble = 'AWAY', status = null where id = :id and state = 'WAITING'
                """).param("next", utc(next)).param("id", ask.id()).update();
    }

    /** It could not be handed over; {@code status} is what the provider answered, null when it was away. */
    void failed(Ask ask, @Nullable Integer status, Instant at) {
        sql.sql("""
                update gateway.ask
                   set state = 'FAILED', tries = tries + 1, trouble = case when :status::int is null then 'AWAY' else 'REFUSED' end, status = :status, ended_at = :at
                 where id = :id and state = 'WAITING'
                """)
                .param("status", status)
                .param("at", utc(at))
                .param("id", ask.id())
                .update();
    }

    /** The provider has it. */
    void sent(Ask ask, Instant at) {
        sql.sql("update gateway.ask set state = 'SENT', sent_at = :at, tries = tries + 1 where id = :id")
                .param("at", utc(at))
                .param("id", ask.id())
                .update();
    }

    /** It ends so, if nobody has ended it yet; says whether. */
    boolean end(Ask ask, Ask.State state, Instant at) {
        return sql.sql("""
                        update gateway.ask set state = :state, ended_at = :at where id = :id and state in ('WAITING', 'SENT')
                        """)
                        .param("state", state.name())
                        .param("at", utc(at))
                        .param("id", ask.id())
                        .update()
                == 1;
    }

    Optional<Ask> byReference(String reference) {
        return sql.sql(SELECT + " where reference = :reference")
                .param("reference", reference)
                .query(Ask.class)
                .optional();
    }

    /** The last question about a case. */
    Optional<Ask> about(UUID issue) {
        return sql.sql(SELECT + " where issue = :issue order by made_at desc, id desc limit 1")
                .param("issue", issue)
                .query(Ask.class)
                .optional();
    }

    /** Writes down that a message of the provider’s came; false when it had come before. */
    boolean hear(String id, Instant at) {
        return sql.sql("insert into gateway.heard (id, at) values (:id, :at) on conflict do nothing")
                        .param("id", id)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void forget(Instant before) {
        sql.sql("delete from gateway.heard where at < :before")
                .param("before", utc(before))
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** That a household agreed to being asked by message. */
    record Consent(
            UUID household, LocalDate agreedOn, @Nullable Instant at) {}
}
