package lianxin.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lianxin.region.Ground;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The villages of a run: who goes to whom. */
@Repository
@Transactional
class PlanStore {

    private static final String VILLAGE = """
            select village, place, x, y, units, households, kinds, cadres, previous, pinned, moved, kept, fresh, metres,
                   adopted_at is not null as adopted
              from proposal.village
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

    void add(UUID run, List<Proposed> villages) {
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
                       count(*) as villages, sum(size) as households, sum(kept) as kept, sum(fresh) as fresh,
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
                       sum(a.size) as households,
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
}
