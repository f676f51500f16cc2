package lianxin.proposal;

import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lianxin.muster.Bottlenecked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class BottleneckStore {

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
        why.lifts()
                .forEach((cadre, by) -> sql.sql("insert into proposal.lift (run, cadre, by) values (:run, :cadre, :by)")
                        .param("run", run)
                        .param("cadre", cadre)
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
        var lifts = new LinkedHashMap<UUID, Integer>();
        sql.sql("select cadre, by from proposal.lift where run = :run order by by desc, cadre")
                .param("run", run)
                .query((ResultSet row) -> {
                    lifts.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return new Bottlenecked(groups, lifts);
    }
}
