package lianxin.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.vault.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HookStore {

    private static final String SELECT = """
            select h.id, h.name, h.address, h.lo, h.hi, h.since, h.ended_at, h.next_at, h.failures, h.failing_since, h.trouble, h.paused_at,
                   (select count(*) from open311.delivery d where d.hook = h.id and d.done_at is null) as waiting
              from open311.hook h
            """;

    private final JdbcClient sql;

    HookStore(JdbcClient sql) {
        this.sql = sql;
    }

    HookPace pace(LocalDate day) {
        return sql.sql("""
                select first_seconds, most_seconds, stop_days, keep_days, source
                  from open311.hook_pace
                 where since <= :day
                 order by since desc
                 limit 1
                """).param("day", day).query(HookPace.class).single();
    }

    void add(Hook hook, Cell secret, UUID by) {
        sql.sql("""
                insert into open311.hook (id, name, address, lo, hi, sealed, key, since, by_whom, next_at)
                values (:id, :name, :address, :lo, :hi, :sealed, :key, :since, :by, :since)
                """)
                .param("id", hook.id())
                .param("name", hook.name())
                .param("address", hook.address())
                .param("lo", hook.lo())
                .param("hi", hook.hi())
                .param("sealed", secret.sealed())
                .param("key", secret.key())
                .param("since", utc(hook.since()))
                .param("by", by)
                .update();
    }

    List<Hook> on(Ground ground) {
        return sql.sql(SELECT + " where h.lo < :hi and h.hi > :lo order by h.ended_at nulls first, h.name, h.id")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Hook.class)
                .list();
    }

    /** The subscription, if all of its ground is on this one. */
    Optional<Hook> find(UUID id, Ground ground) {
        return sql.sql(SELECT + " where h.id = :id and h.lo >= :lo and h.hi <= :hi")
                .param("id", id)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Hook.class)
                .optional();
    }

    boolean end(UUID id, Instant at) {
        return sql.sql("update open311.hook set ended_at = :at where id = :id and ended_at is null")
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void resume(UUID id, Instant at) {
        sql.sql("""
                update open311.hook set paused_at = null, failures = 0, failing_since = null, trouble = '', next_at = :at where id = :id
                """).param("at", utc(at)).param("id", id).update();
    }

    /** What was delivered waits again, in its old place. */
    boolean again(UUID hook, UUID delivery) {
        return sql.sql(
                                "update open311.delivery set done_at = null where id = :id and hook = :hook and done_at is not null")
                        .param("id", delivery)
                        .param("hook", hook)
                        .update()
                == 1;
    }

    /** The latest messages of a subscription. */
    List<Delivery> deliveries(UUID hook, int limit) {
        return sql.sql("""
                select seq, id, number, body, at, tries, answer, done_at from open311.delivery where hook = :hook order by seq desc limit :limit
                """)
                .param("hook", hook)
                .param("limit", limit)
                .query(Delivery.class)
                .list();
    }

    /** Who is to be told of something at a place; paused ones too, nothing of theirs is lost. */
    List<Live> live() {
        return sql.sql("select id, lo, hi from open311.hook where ended_at is null")
                .query(Live.class)
                .list();
    }

    void add(UUID hook, UUID id, UUID issue, long place, String number, String body, Instant at) {
        sql.sql("""
                insert into open311.delivery (id, hook, issue, place, number, body, at) values (:id, :hook, :issue, :place, :number, :body, :at)
                """)
                .param("id", id)
                .param("hook", hook)
                .param("issue", issue)
                .param("place", place)
                .param("number", number)
                .param("body", body)
                .param("at", utc(at))
                .update();
    }

    /** Subscriptions something is to be sent to now: nobody else takes one until {@code until}, or until it is {@link #free}. */
    List<Taken> take(Instant now, Instant until, int limit) {
        return sql.sql("""
                update open311.hook h
                   set next_at = :until
                 where id in (select id
                                from open311.hook o
                               where ended_at is null and paused_at is null and next_at <= :now
                                 and exists (select from open311.delivery d where d.hook = o.id and d.done_at is null)
                               order by next_at
                               limit :limit
                               for update skip locked)
                returning id, address, failures, failing_since
                """)
                .param("now", utc(now))
                .param("until", utc(until))
                .param("limit", limit)
                .query(Taken.class)
                .list();
    }

    /** Keeps it longer; false when somebody else has taken it meanwhile, or a person has changed it. */
    boolean keep(UUID hook, Instant held, Instant until) {
        return sql.sql(
                                "update open311.hook set next_at = :until where id = :id and next_at = :held and ended_at is null")
                        .param("until", utc(until))
                        .param("id", hook)
                        .param("held", utc(held))
                        .update()
                == 1;
    }

    void free(UUID hook, Instant held, Instant next) {
        keep(hook, held, next);
    }

    /** The one whose turn it is. */
    Optional<Delivery> first(UUID hook) {
        return sql.sql("""
                select seq, id, number, body, at, tries, answer, done_at
                  from open311.delivery
                 where hook = :hook and done_at is null
                 order by seq
                 limit 1
                """).param("hook", hook).query(Delivery.class).optional();
    }

    void arrived(UUID hook, Delivery message, String answer, Instant at) {
        sql.sql("""
                with done as (
                    update open311.delivery set done_at = :at, tries = tries + 1, answer = :answer where seq = :seq
                )
                update open311.hook set failures = 0, failing_since = null, trouble = '' where id = :hook and failures > 0
                """)
                .param("at", utc(at))
                .param("answer", answer)
                .param("seq", message.seq())
                .param("hook", hook)
                .update();
    }

    /** It did not; it is tried again at {@code next}, or not until a person says so. */
    void failed(UUID hook, Delivery message, String answer, Instant at, Instant next, boolean paused) {
        sql.sql("""
                with tried as (
                    update open311.delivery set tries = tries + 1, answer = :answer where seq = :seq
                )
                update open311.hook
                   set failures = failures + 1, failing_since = coalesce(failing_since, :at), trouble = :answer, next_at = :next,
                       paused_at = case when :paused then :at end
                 where id = :hook
                """)
                .param("answer", answer)
                .param("seq", message.seq())
                .param("at", utc(at))
                .param("next", utc(next))
                .param("paused", paused)
                .param("hook", hook)
                .update();
    }

    /** Forgets what is old and was delivered, or waits for a program that does not come back. */
    int forget(Instant before) {
        return sql.sql("""
                delete from open311.delivery d
                 using open311.hook h
                 where h.id = d.hook and d.at < :before and (d.done_at is not null or h.ended_at is not null or h.paused_at is not null)
                """).param("before", utc(before)).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A subscription and its ground. */
    record Live(UUID id, long lo, long hi) {

        boolean at(long place) {
            return place >= lo && place < hi;
        }
    }

    /** A subscription taken for sending. */
    record Taken(
            UUID id, String address, int failures, @Nullable Instant failingSince) {}
}
