package lianxin.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FindingStore {

    private final JdbcClient sql;

    FindingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Finding finding) {
        sql.sql("""
                insert into coverage.finding (id, lo, hi, checked_at, day, households, uncovered, broken, cadres, idle, overloaded,
                                             expired_exemptions, off_ground, loads, took_ms)
                values (:id, :lo, :hi, :at, :day, :households, :uncovered, :broken, :cadres, :idle, :overloaded, :expired, :off, :loads, :took)
                """)
                .param("id", finding.id())
                .param("lo", finding.ground().lo())
                .param("hi", finding.ground().hi())
                .param("at", finding.checkedAt().atOffset(ZoneOffset.UTC))
                .param("day", finding.day())
                .param("households", finding.households())
                .param("uncovered", finding.uncovered())
                .param("broken", finding.broken())
                .param("cadres", finding.cadres())
                .param("idle", finding.idle())
                .param("overloaded", finding.overloaded())
                .param("expired", finding.expiredExemptions())
                .param("off", finding.offGround())
                .param("loads", Arrays.stream(finding.loads()).boxed().toArray(Integer[]::new))
                .param("took", finding.tookMs())
                .update();
    }

    /** The latest finding on each of {@code grounds} that was ever looked at, in their order. */
    List<Finding> latest(Collection<Ground> grounds) {
        return sql.sql("""
                select f.*
                  from unnest(:lo, :hi) with ordinality as asked (lo, hi, number)
                 cross join lateral (select id, lo, hi, checked_at, day, households, uncovered, broken, cadres, idle, overloaded,
                                            expired_exemptions, off_ground, loads, took_ms
                                       from coverage.finding
                                      where finding.lo = asked.lo and finding.hi = asked.hi
                                      order by checked_at desc
                                      limit 1) f
                 order by asked.number
                """)
                .param("lo", grounds.stream().map(Ground::lo).toArray(Long[]::new))
                .param("hi", grounds.stream().map(Ground::hi).toArray(Long[]::new))
                .query(FindingStore::row)
                .list();
    }

    private static Finding row(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                new Ground(row.getLong("lo"), row.getLong("hi")),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getLong("households"),
                row.getLong("uncovered"),
                row.getLong("broken"),
                row.getLong("cadres"),
                row.getLong("idle"),
                row.getLong("overloaded"),
                row.getLong("expired_exemptions"),
                row.getLong("off_ground"),
                Arrays.stream((Integer[]) row.getArray("loads").getArray())
                        .mapToInt(Integer::intValue)
                        .toArray(),
                row.getLong("took_ms"));
    }
}
