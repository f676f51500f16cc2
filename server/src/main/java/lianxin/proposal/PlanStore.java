package lianxin.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lianxin.region.Ground;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came out of a run: villages, loads, and reasons why there is nothing. */
@Repository
class PlanStore {

    private static final String VILLAGE = """
            select village, place, x, y, units, households, kinds, cadres, previous, pinned, moved, kept, fresh, metres,
                   adopted_at is not null as adopted
              from proposal.village
            """;
    private static final String LOAD = """
            select cadre, unit, place, x, y, leader, skills, low, target, high, elsewhere, overload, load, gains, loses, villages, price
              from proposal.load
            """;

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    PlanStore(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** Forgets whatever a node that died had written. */
    void clear(UUID run) {
        for (var table : List.of("village", "load", "bottleneck", "lift")) {
            sql.sql("delete from proposal." + table + " where run = :run")
                    .param("run", run)
                    .update();
        }
    }

    void addVillages(UUID run, List<Proposed> villages) {
        batch.batchUpdate("""
                insert into proposal.village (run, village, place, x, y, units, households, kinds, cadres, previous, pinned, kept, fresh, metres)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, villages, 50, (row, v) -> {
            row.setObject(1, run);
            row.setObject(2, v.village());
            row.setLong(3, v.place());
            row.setInt(4, v.x());
            row.setInt(5, v.y());
            row.setObject(6, v.units().toArray(UUID[]::new));
            row.setObject(7, v.households());
            row.setObject(8, v.kinds());
            row.setObject(9, v.cadres());
            row.setObject(10, v.previous());
            row.setObject(11, v.pinned().toArray(UUID[]::new));
            row.setInt(12, v.kept());
            row.setInt(13, v.fresh());
            row.setLong(14, v.metres());
        });
    }

    void addLoads(UUID run, List<Load> loads) {
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

    Optional<Proposed> village(UUID run, long place) {
        return sql.sql(VILLAGE + " where run = :run and place = :place")
                .param("run", run)
                .param("place", place)
                .query(PlanStore::proposed)
                .optional();
    }

    List<Proposed> villages(UUID run, List<Long> places) {
        return sql.sql(VILLAGE + " where run = :run and place = any(:places) order by place")
                .param("run", run)
                .param("places", places.toArray(Long[]::new))
                .query(PlanStore::proposed)
                .list();
    }

    /** Villages on {@code ground} by code, one at a time. Needs a transaction: a cursor streams only inside one. */
    void eachVillage(UUID run, Ground ground, Consumer<Proposed> visitor) {
        sql.sql(VILLAGE + " where run = :run and place >= :lo and place < :hi order by place")
                .param("run", run)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .withFetchSize(50)
                .query((ResultSet row) -> visitor.accept(proposed(row, 0)));
    }

    /** Numbers of the villages on {@code ground}, or of its townships. */
    List<VillageFigures> figures(UUID run, Ground ground, boolean townships) {
        return sql.sql("""
                select case when :townships then place / 1000 * 1000 else place end as place,
                       case when :townships then null else min(village::text) end::uuid as village,
                       count(*) as villages, sum(cardinality(households)) as households, sum(kept) as kept, sum(fresh) as fresh,
                       sum(metres) as metres, count(adopted_at) as adopted
                  from proposal.village
                 where run = :run and place >= :lo and place < :hi
                 group by 1
                 order by 1
                """)
                .param("run", run)
                .param("townships", townships)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(VillageFigures.class)
                .list();
    }

    /** How many households two runs give to different cadres, on each village of {@code ground} or in each of its townships. */
    List<Difference> differences(UUID run, UUID other, Ground ground, boolean townships) {
        return sql.sql("""
                select case when :townships then a.place / 1000 * 1000 else a.place end as place,
                       sum(cardinality(a.households)) as households,
                       sum(case when a.households = b.households and a.cadres = b.cadres then 0
                           else (select count(*)
                                   from unnest(a.households, a.cadres) x (household, cadre)
                                   join unnest(b.households, b.cadres) y (household, cadre) using (household)
                                  where x.cadre <> y.cadre) end) as differing
                  from proposal.village a
                  join proposal.village b on b.run = :other and b.place = a.place
                 where a.run = :run and a.place >= :lo and a.place < :hi
                 group by 1
                 order by 1
                """)
                .param("townships", townships)
                .param("run", run)
                .param("other", other)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Difference.class)
                .list();
    }

    record Difference(long place, int households, int differing) {}

    Optional<Load> load(UUID run, UUID cadre) {
        return sql.sql(LOAD + " where run = :run and cadre = :cadre")
                .param("run", run)
                .param("cadre", cadre)
                .query(PlanStore::load)
                .optional();
    }

    List<Load> loads(UUID run, List<UUID> cadres) {
        return sql.sql(LOAD + " where run = :run and cadre = any(:cadres)")
                .param("run", run)
                .param("cadres", cadres.toArray(UUID[]::new))
                .query(PlanStore::load)
                .list();
    }

    List<Load> loadsOf(UUID run, List<UUID> units) {
        return sql.sql(LOAD + " where run = :run and unit = any(:units) order by cadre")
                .param("run", run)
                .param("units", units.toArray(UUID[]::new))
                .query(PlanStore::load)
                .list();
    }

    /** Those whose load changes most, then by identity. */
    List<Load> mostChanged(UUID run, int limit) {
        return sql.sql(LOAD + " where run = :run order by gains + loses desc, cadre limit :limit")
                .param("run", run)
                .param("limit", limit)
                .query(PlanStore::load)
                .list();
    }

    List<Load> loadsInOrder(UUID run) {
        return sql.sql(LOAD + " where run = :run order by cadre")
                .param("run", run)
                .query(PlanStore::load)
                .list();
    }

    void adopted(UUID run, List<Long> places, Instant now) {
        sql.sql("update proposal.village set adopted_at = :now where run = :run and place = any(:places)")
                .param("run", run)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("places", places.toArray(Long[]::new))
                .update();
    }

    boolean allAdopted(UUID run) {
        return sql.sql("select not exists (select from proposal.village where run = :run and adopted_at is null)")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    /** Writes a village's choice again, after a household was moved by hand. */
    void rewrite(UUID run, Proposed v) {
        sql.sql("""
                update proposal.village set cadres = :cadres, moved = :moved, kept = :kept, metres = :metres
                 where run = :run and place = :place
                """)
                .param("run", run)
                .param("place", v.place())
                .param("cadres", v.cadres())
                .param("moved", v.moved().toArray(UUID[]::new))
                .param("kept", v.kept())
                .param("metres", v.metres())
                .update();
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

    private static Proposed proposed(ResultSet row, int number) throws SQLException {
        return new Proposed(
                row.getObject("village", UUID.class),
                row.getLong("place"),
                row.getInt("x"),
                row.getInt("y"),
                ids(row, "units"),
                (UUID[]) row.getArray("households").getArray(),
                kinds(row),
                (UUID[]) row.getArray("cadres").getArray(),
                (UUID[]) row.getArray("previous").getArray(),
                ids(row, "pinned"),
                ids(row, "moved"),
                row.getInt("kept"),
                row.getInt("fresh"),
                row.getLong("metres"),
                row.getBoolean("adopted"));
    }

    private static short[] kinds(ResultSet row) throws SQLException {
        var boxed = (Short[]) row.getArray("kinds").getArray();
        var kinds = new short[boxed.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = boxed[i];
        }
        return kinds;
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return new ArrayList<>(List.of((UUID[]) row.getArray(column).getArray()));
    }

    private static Load load(ResultSet row, int number) throws SQLException {
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
