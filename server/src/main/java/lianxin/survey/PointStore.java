package lianxin.survey;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.region.RegionRedrawn.Move;
import lianxin.scope.Standing;
import lianxin.survey.Points.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PointStore {

    private final JdbcClient sql;
    private final Standing standing;

    PointStore(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    List<Point> on(Ground ground) {
        return sql.sql("""
                select division, place, lon, lat, source
                  from survey.point
                 where place >= :lo and place < :hi
                 order by place
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Point.class)
                .list();
    }

    List<Point> of(Collection<UUID> divisions) {
        return sql.sql("select division, place, lon, lat, source from survey.point where division = any(:divisions)")
                .param("divisions", divisions.toArray(UUID[]::new))
                .query(Point.class)
                .list();
    }

    /** Places that go on under another code. */
    void recoded(Collection<Move> moves) {
        var same = moves.stream()
                .filter(m -> m.codeAfter() != null && m.division().equals(m.successor()))
                .toList();
        standing.houseDoes(() -> sql.sql("""
                update survey.point p
                   set place = m.place
                  from unnest(:divisions::uuid[], :places::bigint[]) as m (division, place)
                 where p.division = m.division
                """)
                .param("divisions", same.stream().map(Move::division).toArray(UUID[]::new))
                .param(
                        "places",
                        same.stream()
                                .map(m -> java.util.Objects.requireNonNull(m.codeAfter())
                                        .value())
                                .toArray(Long[]::new))
                .update());
    }
}
