package lianxin.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.muster.Post;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The loads of a run: what each cadre would hold. */
@Repository
@Transactional
class LoadStore {

    private static final String SELECT = """
            select cadre, unit, place, x, y, leader, skills, low, target, high, elsewhere, overload, load, gains, loses, villages, price
              from proposal.load
            """;

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    LoadStore(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    void add(UUID run, List<Load> loads) {
        batch.batchUpdate("""
                insert into proposal.load (run, cadre, unit, place, x, y, leader, skills, low, target, high, elsewhere, overload,
                       load, gains, loses, villages, price)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, loads, 1_000, (row, l) -> {
            var p = l.post();
            row.setObject(1, run);
            row.setObject(2, p.cadre());
            row.setObject(3, p.unit());
            row.setLong(4, p.place());
            row.setInt(5, p.x());
            row.setInt(6, p.y());
            row.setBoolean(7, p.leader());
            row.setObject(8, p.skills().stream().sorted().toArray(String[]::new));
            row.setInt(9, p.low());
            row.setInt(10, p.target());
            row.setInt(11, p.high());
            row.setInt(12, p.elsewhere());
            row.setLong(13, p.overload());
            row.setInt(14, l.load());
            row.setInt(15, l.gains());
            row.setInt(16, l.loses());
            row.setObject(17, l.villages().toArray(Long[]::new));
            row.setLong(18, l.price());
        });
    }

    Optional<Load> of(UUID run, UUID cadre) {
        return sql.sql(SELECT + " where run = :run and cadre = :cadre")
                .param("run", run)
                .param("cadre", cadre)
                .query(LoadStore::row)
                .optional();
    }

    List<Load> of(UUID run, List<UUID> cadres) {
        return sql.sql(SELECT + " where run = :run and cadre = any(:cadres)")
                .param("run", run)
                .param("cadres", cadres.toArray(UUID[]::new))
                .query(LoadStore::row)
                .list();
    }

    List<Load> ofUnits(UUID run, List<UUID> units) {
        return sql.sql(SELECT + " where run = :run and unit = any(:units) order by cadre")
                .param("run", run)
                .param("units", units.toArray(UUID[]::new))
                .query(LoadStore::row)
                .list();
    }

    /** Those whose load changes most, then by identity. */
    List<Load> mostChanged(UUID run, int limit) {
        return sql.sql(SELECT + " where run = :run order by gains + loses desc, cadre limit :limit")
                .param("run", run)
                .param("limit", limit)
                .query(LoadStore::row)
                .list();
    }

    /** Those whose limit costs the whole most, as {@link Load#onePlaceMore} and {@link Load#oneAskedLess} say, then by identity. */
    List<Load> dearestLimits(UUID run, int limit) {
        return sql.sql(SELECT + """
                 where run = :run and (load >= high and price > overload * greatest(0, load + 1 - target)
                                    or load between 1 and low and price < overload * greatest(0, load - target))
                 order by case when load >= high then price - overload * greatest(0, load + 1 - target)
                               else overload * greatest(0, load - target) - price end desc, cadre
                 limit :limit
                """)
                .param("run", run)
                .param("limit", limit)
                .query(LoadStore::row)
                .list();
    }

    /** What the units would bear, by identity. */
    List<UnitLoad> byUnit(UUID run) {
        return sql.sql("""
                select unit, count(*) as cadres, sum(load) as households, min(load + elsewhere) as least, max(load + elsewhere) as most,
                       count(*) filter (where load >= high) as full,
                       coalesce(max(greatest(0, price - overload * greatest(0, load + 1 - target))) filter (where load >= high), 0) as more
                  from proposal.load
                 where run = :run
                 group by unit
                 order by unit
                """).param("run", run).query(UnitLoad.class).list();
    }

    List<Load> inOrder(UUID run) {
        return sql.sql(SELECT + " where run = :run order by cadre")
                .param("run", run)
                .query(LoadStore::row)
                .list();
    }

    void rewrite(UUID run, Load l) {
        sql.sql("""
                update proposal.load set load = :load, gains = :gains, loses = :loses, villages = :villages
                 where run = :run and cadre = :cadre
                """)
                .param("run", run)
                .param("cadre", l.post().cadre())
                .param("load", l.load())
                .param("gains", l.gains())
                .param("loses", l.loses())
                .param("villages", l.villages().toArray(Long[]::new))
                .update();
    }

    private static Load row(ResultSet row, int number) throws SQLException {
        var post = new Post(
                row.getObject("cadre", UUID.class),
                row.getObject("unit", UUID.class),
                row.getLong("place"),
                row.getInt("x"),
                row.getInt("y"),
                row.getBoolean("leader"),
                Set.of((String[]) row.getArray("skills").getArray()),
                row.getInt("low"),
                row.getInt("target"),
                row.getInt("high"),
                row.getInt("elsewhere"),
                row.getLong("overload"));
        return new Load(
                post,
                row.getInt("load"),
                row.getInt("gains"),
                row.getInt("loses"),
                List.of((Long[]) row.getArray("villages").getArray()),
                row.getLong("price"));
    }
}
