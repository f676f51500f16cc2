package lianxin.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Matters. What is not the reader’s is not there: the wall sees to it. */
@Repository
class MatterStore {

    private static final String SELECT = """
            select id, place, year, number, kind, origin, referral, state, since, clue_on, accepted_on, effect_on, perform_by, confirmation, confirmation_on
              from mediation.matter
            """;

    private final JdbcClient sql;

    MatterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next number of a desk in that year; whoever asks next waits for this transaction. */
    int next(long place, int year) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('mediation ' || :place || ' ' || :year, 0))::text")
                .param("place", place)
                .param("year", year)
                .query(String.class)
                .single();
        return sql.sql(
                        "select coalesce(max(number), 0) + 1 from mediation.matter where place = :place and year = :year")
                .param("place", place)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void add(Matter matter, UUID by, Instant at) {
        sql.sql("""
                insert into mediation.matter (id, place, year, number, kind, origin, referral, state, since, clue_on, noted_by, at)
                values (:id, :place, :year, :number, :kind, :origin, :referral, :state, :since, :clue, :by, :at)
                """)
                .param("id", matter.id())
                .param("place", matter.place())
                .param("year", matter.year())
                .param("number", matter.number())
                .param("kind", matter.kind())
                .param("origin", matter.origin().name())
                .param("referral", matter.referral())
                .param("state", matter.state().name())
                .param("since", matter.since())
                .param("clue", matter.clueOn())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Matter> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Matter.class)
                .optional();
    }

    /** The matter, so that nobody else changes it until this transaction ends. */
    Optional<Matter> hold(UUID id) {
        return sql.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(Matter.class)
                .optional();
    }

    /** The matter of another room’s case. */
    Optional<Matter> referred(UUID referral) {
        return sql.sql(SELECT + " where referral = :referral")
                .param("referral", referral)
                .query(Matter.class)
                .optional();
    }

    /** What a desk keeps and what an account mediates, closed files or open ones; at most {@code limit}. */
    List<Matter> of(UUID account, long desk, boolean closed, int limit) {
        return sql.sql(SELECT + """
                 where (state = 'ARCHIVED') = :closed
                   and (place = :desk or id in (select m.matter from mediation.mediator m where m.account = :account and m.until is null))
                 order by since desc, id desc
                 limit :limit
                """)
                .param("closed", closed)
                .param("desk", desk)
                .param("account", account)
                .param("limit", limit)
                .query(Matter.class)
                .list();
    }

    /** Into a state, since a day; the day everybody had agreed stays known for as long as they have. */
    void move(UUID id, State to, LocalDate since) {
        sql.sql("""
                update mediation.matter
                   set state = :state, since = :since,
                       accepted_on = case when :state = 'CONSENTED' then coalesce(accepted_on, :since)
                                          when :state in ('OFFERED', 'APPLIED', 'CLUE') then null else accepted_on end
                 where id = :id
                """)
                .param("id", id)
                .param("state", to.name())
                .param("since", since)
                .update();
    }

    void agreed(UUID id, State to, LocalDate effect, LocalDate performBy) {
        sql.sql(
                        "update mediation.matter set state = :state, since = :effect, effect_on = :effect, perform_by = :by where id = :id")
                .param("id", id)
                .param("state", to.name())
                .param("effect", effect)
                .param("by", performBy)
                .update();
    }

    void confirm(UUID id, Confirmation to, LocalDate on) {
        sql.sql("update mediation.matter set confirmation = :to, confirmation_on = :on where id = :id")
                .param("id", id)
                .param("to", to.name())
                .param("on", on)
                .update();
    }
}
