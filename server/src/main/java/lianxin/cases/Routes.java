package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who handles what, where: rules with a day and a source. */
@Repository
public class Routes {

    private final JdbcClient sql;
    private final Standing standing;

    Routes(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    /** The desk the rules of {@code day} give a category at a place to: the narrowest ground decides, then the latest rule. */
    Optional<Desk> of(String category, long place, LocalDate day) {
        return standing.house(() -> sql.sql("""
                select level, unit
                  from cases.route
                 where category = :category and lo <= :place and hi > :place and since <= :day and (until is null or until > :day)
                 order by hi - lo, since desc, id
                 limit 1
                """)
                .param("category", category)
                .param("place", place)
                .param("day", day)
                .query((row, _) -> new Desk(Level.valueOf(row.getString(1)), row.getObject(2, UUID.class)))
                .optional());
    }

    Optional<Route> byId(UUID id) {
        return sql.sql(
                        "select id, category, lo, hi, level, unit, since, source from cases.route where id = :id and until is null")
                .param("id", id)
                .query(Route.class)
                .optional();
    }

    /** On which desks the cases of a category lie that were heard on a ground since then, but for those a narrower rule decides. */
    List<Lay> lay(String category, Ground ground, Instant since, LocalDate day) {
        return sql.sql("""
                select level, unit, stage not in ('NEW', 'TRIAGED', 'RETURNED') as given, count(*) as cases
                  from cases.issue i
                 where place >= :lo and place < :hi and heard_at >= :since and category = :category and stage not in ('MERGED', 'HANDED_OVER', 'WITHDRAWN')
                   and not exists (select from cases.route r
                                    where r.category = i.category and r.lo <= i.place and r.hi > i.place and r.hi - r.lo < :hi - :lo
                                      and r.since <= :day and (r.until is null or r.until > :day))
                 group by 1, 2, 3
                 order by 4 desc
                """)
                .param("category", category)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("since", CaseStore.utc(since))
                .param("day", day)
                .query((row, _) -> new Lay(
                        new Desk(Level.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                        row.getBoolean(3),
                        row.getInt(4)))
                .list();
    }

    /** So many cases lie on a desk; given says whether somebody gave them to it. */
    record Lay(Desk desk, boolean given, int cases) {}

    /** The rules that hold somewhere on a ground on {@code day}, or will. */
    List<Route> on(Ground ground, LocalDate day) {
        return sql.sql("""
                select id, category, lo, hi, level, unit, since, source
                  from cases.route
                 where lo < :hi and hi > :lo and (until is null or until > :day)
                 order by category, hi - lo, since desc, id
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Route.class)
                .list();
    }

    void add(Route route, UUID by) {
        sql.sql("""
                insert into cases.route (id, category, lo, hi, level, unit, since, source, by_whom)
                values (:id, :category, :lo, :hi, :level, :unit, :since, :source, :by)
                """)
                .param("id", route.id())
                .param("category", route.category())
                .param("lo", route.lo())
                .param("hi", route.hi())
                .param("level", route.level().name())
                .param("unit", route.unit())
                .param("since", route.since())
                .param("source", route.source())
                .param("by", by)
                .update();
    }

    boolean end(UUID id, LocalDate day) {
        return sql.sql("update cases.route set until = :day where id = :id and until is null")
                        .param("id", id)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** A rule: cases of a category on a ground go to a level’s own desk, or a unit’s. */
    public record Route(
            UUID id,
            String category,
            long lo,
            long hi,
            Level level,
            @Nullable UUID unit,
            LocalDate since,
            String source) {}
}
