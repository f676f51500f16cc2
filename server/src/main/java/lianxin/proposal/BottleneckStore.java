package lianxin.proposal;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.muster.Bottlenecked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class BottleneckStore {

    private static final String UPPER = "UPPER";
    private static final String LOWER = "LOWER";

    private final JdbcClient sql;

    BottleneckStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID run, Bottlenecked why) {
        int number = 0;
        for (var group : why.groups()) {
            sql.sql("""
                    insert into proposal.bottleneck (run, number, kind, villages, units, cadres, households, need, room)
                    values (:run, :number, :kind, :villages, :units, :cadres, :households, :need, :room)
                    """)
                    .param("run", run)
                    .param("number", ++number)
                    .param("kind", group.kind())
                    .param("villages", group.villages().toArray(UUID[]::new))
                    .param("units", group.units().toArray(UUID[]::new))
                    .param("cadres", group.cadres().toArray(UUID[]::new))
                    .param("households", group.households().toArray(UUID[]::new))
                    .param("need", group.need())
                    .param("room", group.room())
                    .update();
        }
        move(run, UPPER, why.lifts());
        move(run, LOWER, why.eases());
    }

    private void move(UUID run, String side, Map<UUID, Integer> limits) {
        limits.forEach((cadre, by) -> sql.sql(
                        "insert into proposal.lift (run, cadre, side, by) values (:run, :cadre, :side, :by)")
                .param("run", run)
                .param("cadre", cadre)
                .param("side", side)
                .param("by", by)
                .update());
    }

    Bottlenecked of(UUID run) {
        var groups = sql.sql("""
                select kind, villages, units, cadres, households, need, room
                  from proposal.bottleneck
                 where run = :run
                 order by number
                """)
                .param("run", run)
                .query((row, _) -> new Bottlenecked.Group(
                        row.getString("kind"),
                        List.of((UUID[]) row.getArray("villages").getArray()),
                        List.of((UUID[]) row.getArray("units").getArray()),
                        List.of((UUID[]) row.getArray("cadres").getArray()),
                        List.of((UUID[]) row.getArray("households").getArray()),
                        row.getLong("need"),
                        row.getLong("room")))
                .list();
        return new Bottlenecked(groups, moved(run, UPPER), moved(run, LOWER));
    }

    private Map<UUID, Integer> moved(UUID run, String side) {
        var moved = new HashMap<UUID, Integer>();
        sql.sql("select cadre, by from proposal.lift where run = :run and side = :side")
                .param("run", run)
                .param("side", side)
                .query((ResultSet row) -> {
                    moved.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return moved;
    }
}
