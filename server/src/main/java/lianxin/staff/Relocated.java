package lianxin.staff;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.region.RegionRedrawn;
import lianxin.region.RegionRedrawn.Move;
import lianxin.scope.Standing;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Units of a redrawn place, and their cadres, go along to the place that took over, in the transaction that redraws. A place that ended
 * without a successor while units are in it is not redrawn at all.
 */
@Repository
class Relocated {

    private static final String MOVES = """
            with move as (
                select * from unnest(:divisions::uuid[], :before::bigint[], :successors::uuid[], :after::bigint[])
                           as m (division, before, successor, after)
            )
            """;

    private final JdbcClient sql;
    private final Standing standing;

    Relocated(JdbcClient sql, Standing standing) {
        this.standing = standing;
        this.sql = sql;
    }

    @EventListener
    @Transactional
    void on(RegionRedrawn news) {
        standing.houseDoes(() -> {
            var ended = news.moves().stream().filter(m -> m.successor() == null).toList();
            for (var stranded : workedIn(ended)) {
                throw StaffRefusal.PLACE_STILL_WORKED_IN.because(stranded.code(), stranded.units());
            }
            var moves = news.moves().stream().filter(m -> m.successor() != null).toList();
            if (!moves.isEmpty()) {
                moveUnits(moves);
            }
        });
    }

    /** Those of the ended places in which units still are, by code. */
    private List<Stranded> workedIn(List<Move> ended) {
        return sql.sql("""
                select code, count(*) as units
                  from unnest(:codes::bigint[]) as code
                  join staff.unit u on u.place = code and u.until = 'infinity'
                 group by code
                 order by code
                """)
                .param("codes", ended.stream().map(m -> m.codeBefore().value()).toArray(Long[]::new))
                .query(Stranded.class)
                .list();
    }

    /** Units and their cadres get the new code of where they are. */
    private void moveUnits(List<Move> moves) {
        bound(MOVES + """
                update staff.unit u
                   set place = m.after, version = u.version + 1
                  from move m
                 where u.place = m.before and m.after <> m.before
                """, moves).update();
        bound(MOVES + """
                update staff.cadre c
                   set place = m.after, version = c.version + 1
                  from move m
                 where c.place = m.before and m.after <> m.before
                """, moves).update();
        bound(MOVES + """
                update staff.cadre c
                   set home_village = m.successor, version = c.version + 1
                  from move m
                 where c.home_village = m.division and m.successor <> m.division
                """, moves).update();
    }

    private JdbcClient.StatementSpec bound(String statement, List<Move> moves) {
        return sql.sql(statement)
                .param("divisions", moves.stream().map(Move::division).toArray(UUID[]::new))
                .param("before", moves.stream().map(m -> m.codeBefore().value()).toArray(Long[]::new))
                .param(
                        "successors",
                        moves.stream()
                                .map(m -> Objects.requireNonNull(m.successor()))
                                .toArray(UUID[]::new))
                .param(
                        "after",
                        moves.stream()
                                .map(m -> Objects.requireNonNull(m.codeAfter()).value())
                                .toArray(Long[]::new));
    }

    /** A place that would leave units without one. */
    record Stranded(long code, long units) {}
}
