package lianxin.particulars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.scope.Standing;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ParticularStore {

    private final JdbcClient sql;
    private final Standing standing;

    ParticularStore(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    Optional<Kept> find(UUID household, Kind kind) {
        return sql.sql("""
                select id, household, sealed
                  from particulars.particular
                 where household = :household and kind = :kind
                """)
                .param("household", household)
                .param("kind", kind.name())
                .query(ParticularStore::kept)
                .optional();
    }

    void put(UUID household, Kind kind, Cell cell, LocalDate agreed) {
        sql.sql("""
                insert into particulars.particular (id, household, kind, sealed, key, exact, ending, agreed_on)
                values (:id, :household, :kind, :sealed, :key, :exact, :ending, :agreed)
                on conflict on constraint a_household_has_one_of_a_kind do update
                   set id = excluded.id, sealed = excluded.sealed, key = excluded.key,
                       exact = excluded.exact, ending = excluded.ending, agreed_on = excluded.agreed_on
                """)
                .param("id", cell.row())
                .param("household", household)
                .param("kind", kind.name())
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .param("exact", cell.exact())
                .param("ending", cell.ending())
                .param("agreed", agreed)
                .update();
    }

    boolean remove(UUID household, Kind kind) {
        return sql.sql("delete from particulars.particular where household = :household and kind = :kind")
                        .param("household", household)
                        .param("kind", kind.name())
                        .update()
                > 0;
    }

    /** Households under whose name a value is kept that has one of these hashes. */
    List<UUID> under(Kind kind, List<byte[]> exact) {
        return sql.sql("""
                select household
                  from particulars.particular
                 where exact = any(:exact) and kind = :kind
                   and household not in (select household from particulars.locked)
                """)
                .param("exact", exact.toArray(byte[][]::new))
                .param("kind", kind.name())
                .query(UUID.class)
                .list();
    }

    /** Values whose last four characters may be the ones asked for; at most {@code limit}. */
    List<Kept> ending(Kind kind, List<byte[]> ending, int limit) {
        return sql.sql("""
                select id, household, sealed
                  from particulars.particular
                 where ending = any(:ending) and kind = :kind
                   and household not in (select household from particulars.locked)
                 limit :limit
                """)
                .param("ending", ending.toArray(byte[][]::new))
                .param("kind", kind.name())
                .param("limit", limit)
                .query(ParticularStore::kept)
                .list();
    }

    boolean locked(UUID household) {
        return sql.sql("select exists (select from particulars.locked where household = :household)")
                .param("household", household)
                .query(Boolean.class)
                .single();
    }

    void lock(UUID household, UUID by, Instant at) {
        sql.sql(
                        "insert into particulars.locked (household, since, by_whom) values (:household, :at, :by) on conflict do nothing")
                .param("household", household)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void unlock(UUID household) {
        sql.sql("delete from particulars.locked where household = :household")
                .param("household", household)
                .update();
    }

    /** The column of one kind, for the vault. */
    Cells cells(Kind kind) {
        return new Column(sql, standing, kind);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class), row.getObject("household", UUID.class), row.getBytes("sealed"));
    }

    record Kept(UUID id, UUID household, byte[] sealed) {}
}
