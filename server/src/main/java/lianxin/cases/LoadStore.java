package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies on desks. */
@Repository
class LoadStore {

    private final JdbcClient sql;
    private final Units units;
    private final Divisions divisions;

    LoadStore(JdbcClient sql, Units units, Divisions divisions) {
        this.sql = sql;
        this.units = units;
        this.divisions = divisions;
    }

    List<Load> on(Ground ground, LocalDate today, LocalDate until) {
        var rows = sql.sql("""
                select unit,
                       case when unit is not null then 0 when level = 'VILLAGE' then place when level = 'TOWNSHIP' then place / 1000 * 1000
                            when level = 'COUNTY' then place / 1000000 * 1000000 else place / 100000000 * 100000000 end as division,
                       count(*) as open, count(*) filter (where red_on <= :today and paused_on is null) as late,
                       count(*) filter (where due_on >= :today and due_on < :until and paused_on is null) as soon
                  from cases.issue
                 where place >= :lo and place < :hi and stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
                 group by 1, 2
                 order by soon desc, open desc, 1, 2
                 limit 50
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("today", today)
                .param("until", until)
                .query(Row.class)
                .list();
        var known = units.byId(
                rows.stream().flatMap(r -> Stream.ofNullable(r.unit())).collect(Collectors.toSet()));
        return rows.stream()
                .map(r -> new Load(name(r, known, today), r.open(), r.late(), r.soon()))
                .toList();
    }

    private String name(Row row, Map<UUID, Unit> known, LocalDate today) {
        if (row.unit() != null) {
            var unit = known.get(row.unit());
            return unit == null ? "" : unit.name();
        }
        return divisions
                .find(new DivisionCode(row.division()), today)
                .map(d -> d.name())
                .orElse(Long.toString(row.division()));
    }

    private record Row(@Nullable UUID unit, long division, int open, int late, int soon) {}
}
