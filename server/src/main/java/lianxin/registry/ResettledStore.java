package lianxin.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.region.RegionRedrawn.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves whole places at once. */
@Repository
class ResettledStore {

    private static final String MOVES = """
            with move as (
                select * from unnest(:divisions::uuid[], :before::bigint[], :successors::uuid[], :after::bigint[])
                           as m (division, before, successor, after)
            )
            """;

    private final JdbcClient sql;

    ResettledStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of the ended places in which households still live, by code. */
    List<Resettled.Stranded> livedIn(List<Move> ended) {
        return sql.sql("""
                select p.code, count(*) as households
                  from unnest(:divisions::uuid[], :codes::bigint[]) as p (division, code)
                  join registry.household h on h.village = p.division and h.until = 'infinity'
                 group by p.code
                 order by p.code
                """)
                .param("divisions", ended.stream().map(Move::division).toArray(UUID[]::new))
                .param("codes", ended.stream().map(m -> m.codeBefore().value()).toArray(Long[]::new))
                .query(Resettled.Stranded.class)
                .list();
    }

    /** Households in scope go to the successor; how it was until {@code day} stays readable. */
    List<Resettled.Recoded> moveHouseholds(List<Move> moves, LocalDate day) {
        bound(MOVES + """
                insert into registry.household_past (household, valid_from, valid_to, village, place, group_no, head, size)
                select h.id, f.since, :day, h.village, h.place, h.group_no, h.head, h.size
                  from move m
                  join registry.household h on h.village = m.division and h.until = 'infinity'
                 cross join lateral (select greatest(h.since, max(p.valid_to)) as since
                                       from registry.household_past p
                                      where p.household = h.id) f
                 where f.since < :day and (m.successor <> h.village or m.after <> h.place)
                """, moves).param("day", day).update();
        bound(MOVES + """
                update registry.household_need n
                   set place = m.after
                  from move m
                  join registry.household h on h.village = m.division
                 where n.household = h.id and n.place <> m.after
                """, moves).update();
        return bound(MOVES + """
                update registry.household h
                   set village = m.successor, place = m.after, version = h.version + 1
                  from move m
                 where h.village = m.division and h.until = 'infinity' and (m.successor <> h.village or m.after <> h.place)
                returning h.id as household, h.place
                """, moves).query(Resettled.Recoded.class).list();
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
}
