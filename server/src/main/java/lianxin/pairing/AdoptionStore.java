package lianxin.pairing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lianxin.platform.Refusal;
import lianxin.scheme.Exclusion;
import lianxin.scheme.Exclusions;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes pairs, few or millions, the same way: staged by COPY, looked at as a set, then written in the order of household so that every index
 * grows at its end. All in the caller's transaction.
 */
@Repository
class AdoptionStore {

    /** The lock of whoever adopts: one at a time, whatever the ground. */
    private static final long ADOPTING = 0x7061_6972_696e_67L;

    private final JdbcClient sql;
    private final Exclusions exclusions;
    private final JdbcTemplate jdbc;

    AdoptionStore(JdbcClient sql, JdbcTemplate jdbc, Exclusions exclusions) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.exclusions = exclusions;
    }

    /** Takes the adopters' lock and lays the plan beside the pairings. {@code each} sees every village first and may refuse. Says how many. */
    long stage(Iterable<Pairings.VillagePlan> villages, Consumer<Pairings.VillagePlan> each) {
        lock();
        sql.sql("""
                create temporary table if not exists adopting (household uuid not null, cadre uuid not null, place bigint not null)
                    on commit drop
                """).update();
        sql.sql("truncate adopting").update();
        var staged = jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, villages, each));
        if (staged == null || staged == 0) {
            throw PairingRefusal.NOTHING_TO_ADOPT.because();
        }
        sql.sql("analyze adopting").update();
        return staged;
    }

    private void lock() {
        sql.sql("set local lock_timeout = '3s'").update();
        sql.sql("set local work_mem = '128MB'").update();
        try {
            sql.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", ADOPTING)
                    .query((row, number) -> true)
                    .list();
        } catch (DataAccessException e) {
            throw waitedTooLong(e) ? PairingRefusal.SOMEBODY_ADOPTS.because() : e;
        }
    }

    private static long copy(
            Connection connection, Iterable<Pairings.VillagePlan> villages, Consumer<Pairings.VillagePlan> each)
            throws SQLException {
        var in = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy adopting (household, cadre, place) from stdin (format binary)");
        var rows = new BinaryRows(in);
        long count = 0;
        try {
            for (var village : villages) {
                each.accept(village);
                for (int n = 0; n < village.households().length; n++) {
                    rows.add(village.households()[n], village.cadres()[n], village.place());
                }
                count += village.households().length;
            }
            rows.end();
            return count;
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    /** Gives what is staged. */
    Pairings.Changed adopt(long staged, @Nullable UUID run, LocalDate day, Reason reason, UUID by, Instant at) {
        refuseOutOfDate(day);
        refuseExcluded(day);
        if (reason == Reason.PLAN_ADOPTED) {
            refusePinned();
        }
        try {
            var closed = close(day);
            var replaced = replace(run, day, reason, by, at);
            var opened = open(run, day, reason, by, at);
            unpin();
            return new Pairings.Changed(opened - closed, closed + replaced, staged - opened - replaced);
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        } catch (DataAccessException e) {
            throw waitedTooLong(e) ? PairingRefusal.SOMEBODY_ADOPTS.because() : e;
        }
    }

    private void refuseOutOfDate(LocalDate day) {
        refuse(
                PairingRefusal.OUT_OF_DATE,
                sql.sql("""
                select a.household
                  from adopting a
                  join pairing.pairing p on p.household = a.household and p.until = 'infinity'
                 where p.since > :day and p.cadre is distinct from a.cadre
                 order by a.household
                """).param("day", day).query(UUID.class).list());
    }

    private void refuseExcluded(LocalDate day) {
        var pairs = exclusions.from(day);
        refuse(
                PairingRefusal.EXCLUDED_PAIR,
                sql.sql("""
                select a.household
                  from adopting a
                  join unnest(:households::uuid[], :cadres::uuid[], :places::bigint[]) as e (household, cadre, place)
                    on e.cadre = a.cadre and (e.household = a.household or e.household is null and e.place = a.place)
                 order by a.household
                """)
                        .param(
                                "households",
                                pairs.stream().map(Exclusion::household).toArray(UUID[]::new))
                        .param("cadres", pairs.stream().map(Exclusion::cadre).toArray(UUID[]::new))
                        .param("places", pairs.stream().map(Exclusion::place).toArray(Long[]::new))
                        .query(UUID.class)
                        .list());
    }

    private void refusePinned() {
        refuse(PairingRefusal.PINNED_BY_HAND, sql.sql("""
                select a.household
                  from adopting a
                  join pairing.pin n on n.household = a.household and n.cadre <> a.cadre
                 order by a.household
                """).query(UUID.class).list());
    }

    private static void refuse(Refusal.Kind kind, List<UUID> households) {
        if (!households.isEmpty()) {
            throw kind.because(households.size())
                    .with("households", households.stream().limit(5).toList());
        }
    }

    private int close(LocalDate day) {
        return sql.sql("""
                update pairing.pairing p
                   set until = :day
                  from adopting a
                 where p.household = a.household and p.until = 'infinity' and p.since < :day and p.cadre is distinct from a.cadre
                """).param("day", day).update();
    }

    private int replace(@Nullable UUID run, LocalDate day, Reason reason, UUID by, Instant at) {
        sql.sql("""
                insert into pairing.replaced (household, since, cadre, place, reason, run, by_whom, recorded_at, replaced_by, replaced_at)
                select p.household, p.since, p.cadre, p.place, p.reason, p.run, p.by_whom, p.recorded_at, :by, :at
                  from adopting a
                  join pairing.pairing p on p.household = a.household and p.until = 'infinity'
                 where p.since = :day and p.cadre is distinct from a.cadre
                """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .update();
        return sql.sql("""
                update pairing.pairing p
                   set cadre = a.cadre, place = a.place, reason = :reason, run = :run, by_whom = :by, recorded_at = :at
                  from adopting a
                 where p.household = a.household and p.until = 'infinity' and p.since = :day and p.cadre is distinct from a.cadre
                """)
                .param("reason", reason.name())
                .param("run", run)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .update();
    }

    private int open(@Nullable UUID run, LocalDate day, Reason reason, UUID by, Instant at) {
        return sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, run, by_whom, recorded_at)
                select a.household, :day, a.cadre, a.place, :reason, :run, :by, :at
                  from adopting a
                 where not exists (select from pairing.pairing p where p.household = a.household and p.until = 'infinity')
                 order by a.household
                """)
                .param("day", day)
                .param("reason", reason.name())
                .param("run", run)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A pin to somebody who is no longer the contact has been overruled by whoever repaired. */
    private void unpin() {
        sql.sql("""
                delete from pairing.pin n
                 using adopting a
                 where n.household = a.household and n.cadre <> a.cadre
                """).update();
    }

    /** What the database refused, in words. */
    static RuntimeException refusal(DataIntegrityViolationException e) {
        var message = NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                ? cause.getServerErrorMessage()
                : null;
        var rule = message == null || message.getConstraint() == null ? "" : message.getConstraint();
        var detail = message == null || message.getDetail() == null ? "" : message.getDetail();
        return switch (rule) {
            case "a_household_with_a_contact_is_in_scope" -> PairingRefusal.HOUSEHOLD_NOT_IN_SCOPE.because(detail);
            case "a_contact_serves_while_he_is_the_contact" -> PairingRefusal.CADRE_NOT_SERVING.because(detail);
            default -> e;
        };
    }

    static boolean waitedTooLong(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                && "55P03".equals(cause.getSQLState());
    }
}
