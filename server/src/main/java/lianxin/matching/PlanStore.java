package lianxin.matching;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.matching.MatchedVillage.Share;
import lianxin.region.Ground;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came out of a search: villages with their units, units with their load, or why there is nothing. */
@Repository
class PlanStore {

    private static final int ROWS = 1_000;

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    PlanStore(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** Forgets whatever a node that died had written. */
    void clear(UUID run) {
        for (var table : List.of("village", "strength", "shortage", "lift")) {
            sql.sql("delete from matching." + table + " where run = :run")
                    .param("run", run)
                    .update();
        }
    }

    void addVillages(UUID run, List<MatchedVillage> villages) {
        batch.batchUpdate(
                "insert into matching.village (run, place, village, families, before, parted, units, changed) values (?, ?, ?, ?, ?, ?, ?, ?)",
                villages,
                ROWS,
                (row, v) -> {
                    row.setObject(1, run);
                    row.setLong(2, v.place());
                    row.setObject(3, v.village());
                    row.setInt(4, v.families());
                    row.setObject(5, v.before().toArray(UUID[]::new));
                    row.setInt(6, v.parted());
                    row.setInt(7, v.units().size());
                    row.setBoolean(8, v.changed());
                });
        var shares = villages.stream()
                .flatMap(v -> v.shares().stream().map(s -> Map.entry(v.place(), s)))
                .toList();
        batch.batchUpdate("""
                insert into matching.share (run, place, unit, families, metres, near, fit, stays, fixed, other, more)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, shares, ROWS, (row, entry) -> {
            var s = entry.getValue();
            row.setObject(1, run);
            row.setLong(2, entry.getKey());
            row.setObject(3, s.unit());
            row.setInt(4, s.families());
            row.setLong(5, s.metres());
            row.setLong(6, s.near());
            row.setLong(7, s.fit());
            row.setLong(8, s.stays());
            row.setBoolean(9, s.fixed());
            row.setBoolean(10, s.other());
            row.setLong(11, s.more());
        });
    }

    void addBurdens(UUID run, List<Burden> burdens) {
        batch.batchUpdate("""
                insert into matching.strength (run, unit, cadres, low, fair, room, families, before, worth, guest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, burdens, ROWS, (row, b) -> {
            row.setObject(1, run);
            row.setObject(2, b.unit());
            row.setInt(3, b.cadres());
            row.setInt(4, b.low());
            row.setInt(5, b.fair());
            row.setInt(6, b.room());
            row.setInt(7, b.families());
            row.setInt(8, b.before());
            row.setLong(9, b.worth());
            row.setBoolean(10, b.guest());
        });
    }

    /** Villages on {@code ground}, by code. */
    List<MatchedVillage> villages(UUID run, Ground ground) {
        var shares = new LinkedHashMap<Long, List<Share>>();
        sql.sql("""
                select place, unit, families, metres, near, fit, stays, fixed, other, more
                  from matching.share
                 where run = :run and place >= :lo and place < :hi
                 order by place, other, families desc, unit
                """)
                .param("run", run)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((ResultSet row) -> {
                    shares.computeIfAbsent(row.getLong("place"), _ -> new ArrayList<>())
                            .add(new Share(
                                    row.getObject("unit", UUID.class),
                                    row.getInt("families"),
                                    row.getLong("metres"),
                                    row.getLong("near"),
                                    row.getLong("fit"),
                                    row.getLong("stays"),
                                    row.getBoolean("fixed"),
                                    row.getBoolean("other"),
                                    row.getLong("more")));
                });
        return sql.sql("""
                select place, village, families, before, parted
                  from matching.village
                 where run = :run and place >= :lo and place < :hi
                 order by place
                """)
                .param("run", run)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((row, _) -> new MatchedVillage(
                        row.getLong("place"),
                        row.getObject("village", UUID.class),
                        row.getInt("families"),
                        List.of((UUID[]) row.getArray("before").getArray()),
                        row.getInt("parted"),
                        List.copyOf(shares.getOrDefault(row.getLong("place"), List.of()))))
                .list();
    }

    /** The villages on each ground, added up; without the grounds that have none. */
    Map<Ground, Outlook.Sum> sums(UUID run, Collection<Ground> grounds) {
        var sums = new LinkedHashMap<Ground, Outlook.Sum>();
        sql.sql("""
                select g.lo, g.hi, count(*) as villages, sum(v.families) as families, sum(v.parted) as parted,
                       count(*) filter (where v.units > 1) as shared, count(*) filter (where v.changed) as changed
                  from unnest(:lo, :hi) as g (lo, hi)
                  join matching.village v on v.run = :run and v.place >= g.lo and v.place < g.hi
                 group by g.lo, g.hi
                 order by g.lo
                """)
                .param("run", run)
                .param("lo", grounds.stream().map(Ground::lo).toArray(Long[]::new))
                .param("hi", grounds.stream().map(Ground::hi).toArray(Long[]::new))
                .query((ResultSet row) -> {
                    sums.put(
                            new Ground(row.getLong("lo"), row.getLong("hi")),
                            new Outlook.Sum(
                                    row.getInt("villages"),
                                    row.getInt("families"),
                                    row.getInt("parted"),
                                    row.getInt("shared"),
                                    row.getInt("changed")));
                });
        return sums;
    }

    /** The townships, by code, in which a unit would serve a village. */
    List<Long> townships(UUID run, UUID unit) {
        return sql.sql("""
                select distinct place / 1000 * 1000 as township
                  from matching.share
                 where run = :run and unit = :unit and not other
                 order by township
                """)
                .param("run", run)
                .param("unit", unit)
                .query(Long.class)
                .list();
    }

    /** What each unit would carry, the fullest first. */
    List<Burden> burdens(UUID run) {
        return sql.sql("""
                select unit, cadres, low, fair, room, families, before, worth, guest
                  from matching.strength
                 where run = :run
                 order by families::float / cadres desc, unit
                """).param("run", run).query(Burden.class).list();
    }

    void addStuck(UUID run, Roll roll, Found.Stuck why) {
        int number = 0;
        for (var s : why.shortages()) {
            sql.sql("""
                    insert into matching.shortage (run, number, kind, villages, units, need, room)
                    values (:run, :number, :kind, :villages, :units, :need, :room)
                    """)
                    .param("run", run)
                    .param("number", ++number)
                    .param("kind", s.kind())
                    .param(
                            "villages",
                            s.villages().stream()
                                    .map(v -> roll.villages().get(v).id())
                                    .toArray(UUID[]::new))
                    .param(
                            "units",
                            s.units().stream()
                                    .map(u -> roll.units().get(u).unit())
                                    .toArray(UUID[]::new))
                    .param("need", s.need())
                    .param("room", s.room())
                    .update();
        }
        for (var lift : why.lifts()) {
            sql.sql("insert into matching.lift (run, unit, places) values (:run, :unit, :places)")
                    .param("run", run)
                    .param("unit", roll.units().get(lift.unit()).unit())
                    .param("places", lift.places())
                    .update();
        }
    }

    List<Shortage> shortages(UUID run) {
        return sql.sql(
                        "select kind, villages, units, need, room from matching.shortage where run = :run order by number")
                .param("run", run)
                .query((row, _) -> new Shortage(
                        row.getString("kind"),
                        List.of((UUID[]) row.getArray("villages").getArray()),
                        List.of((UUID[]) row.getArray("units").getArray()),
                        row.getLong("need"),
                        row.getLong("room")))
                .list();
    }

    Map<UUID, Integer> lifts(UUID run) {
        var lifts = new LinkedHashMap<UUID, Integer>();
        sql.sql("select unit, places from matching.lift where run = :run order by places desc, unit")
                .param("run", run)
                .query((ResultSet row) -> {
                    lifts.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return lifts;
    }

    /** One group that cannot work out, as kept with the search. */
    record Shortage(String kind, List<UUID> villages, List<UUID> units, long need, long room) {

        long missing() {
            return need - room;
        }
    }
}
