package lianxin.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.registry.HouseholdsChanged.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends chains and moves them along. */
@Repository
class ChainStore {

    private final JdbcClient sql;

    ChainStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The household's last stretch, held until the end of the transaction. */
    @Nullable
    Pairing open(UUID household) {
        return sql.sql("""
                select household, cadre, since, null::date as until, reason, place, run, recorded_at
                  from pairing.pairing
                 where household = :household and until = 'infinity'
                   for update
                """)
                .param("household", household)
                .query(PairingStore::row)
                .optional()
                .orElse(null);
    }

    /** Ends {@code open} on {@code day} with a stretch that says why there is no contact; when it began that day, it is replaced. */
    void end(Pairing open, LocalDate day, Reason reason, UUID by, Instant at) {
        if (open.since().equals(day)) {
            remember(open, by, at);
            sql.sql("""
                    update pairing.pairing
                       set cadre = null, reason = :reason, run = null, by_whom = :by, recorded_at = :at
                     where household = :household and since = :day
                    """)
                    .param("reason", reason.name())
                    .param("by", by)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("household", open.household())
                    .param("day", day)
                    .update();
            return;
        }
        sql.sql("update pairing.pairing set until = :day where household = :household and since = :since")
                .param("day", day)
                .param("household", open.household())
                .param("since", open.since())
                .update();
        sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom, recorded_at)
                values (:household, :day, null, :place, :reason, :by, :at)
                """)
                .param("household", open.household())
                .param("day", day)
                .param("place", open.place())
                .param("reason", reason.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void remember(Pairing open, UUID by, Instant at) {
        sql.sql("""
                insert into pairing.replaced (household, since, cadre, place, reason, run, by_whom, recorded_at, replaced_by, replaced_at)
                select household, since, cadre, place, reason, run, by_whom, recorded_at, :by, :at
                  from pairing.pairing
                 where household = :household and since = :since
                """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("household", open.household())
                .param("since", open.since())
                .update();
    }

    /** The last stretch and the pin of each household go along to its place. */
    void take(List<Change> moved) {
        for (var table : List.of("pairing.pairing", "pairing.pin")) {
            sql.sql("update " + table
                            + " x set place = m.place from unnest(:households, :places) as m (household, place)"
                            + " where x.household = m.household and x.place <> m.place"
                            + (table.equals("pairing.pairing") ? " and x.until = 'infinity'" : ""))
                    .param("households", moved.stream().map(Change::household).toArray(UUID[]::new))
                    .param("places", moved.stream().map(Change::place).toArray(Long[]::new))
                    .update();
        }
    }

    void unpin(UUID household) {
        sql.sql("delete from pairing.pin where household = :household")
                .param("household", household)
                .update();
    }

    /** Nobody stays pinned to a cadre who left; for whom he answered, nobody does from then on until somebody else is named. */
    void forget(Collection<UUID> left, LocalDate day) {
        var cadres = left.toArray(UUID[]::new);
        sql.sql("delete from pairing.pin where cadre = any(:cadres)")
                .param("cadres", cadres)
                .update();
        for (var statement : List.of(
                "delete from pairing.backup where cadre = any(:cadres) and since >= :day",
                "update pairing.backup set until = :day where cadre = any(:cadres) and until > :day",
                """
                insert into pairing.backup (cadre, backup, reason, since, until, by_whom)
                select cadre, null, reason, :day, until, by_whom
                  from pairing.backup
                 where backup = any(:cadres) and since < :day and until > :day
                """,
                "update pairing.backup set until = :day where backup = any(:cadres) and since < :day and until > :day",
                "update pairing.backup set backup = null where backup = any(:cadres) and since >= :day")) {
            sql.sql(statement).param("cadres", cadres).param("day", day).update();
        }
    }
}
