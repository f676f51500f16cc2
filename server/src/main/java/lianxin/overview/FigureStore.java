package lianxin.overview;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.staff.Cadre;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FigureStore {

    private static final String LOADS =
            "select load, load = 0 and exempt_until > :day, sum(cadres) from overview.spread";

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits until nobody else is looking again, to the end of the transaction: who reads later writes later. */
    void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtext('overview'))::text")
                .query(String.class)
                .single();
    }

    void putVillages(Ground ground, List<VillageFigure> figures, Instant at) {
        sql.sql("delete from overview.village where place >= :lo and place < :hi")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .update();
        sql.sql("""
                insert into overview.village (village, place, households, covered, computed_at)
                select v, p, h, c, :at from unnest(:villages, :places, :households, :covered) as t(v, p, h, c)
                on conflict (village) do update
                   set place = excluded.place, households = excluded.households, covered = excluded.covered, computed_at = excluded.computed_at
                """)
                .param("villages", figures.stream().map(VillageFigure::village).toArray(UUID[]::new))
                .param("places", figures.stream().map(VillageFigure::place).toArray(Long[]::new))
                .param(
                        "households",
                        figures.stream().map(VillageFigure::households).toArray(Integer[]::new))
                .param("covered", figures.stream().map(VillageFigure::covered).toArray(Integer[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Replaces what is held on the ground of a township, and sums up anew those who hold or held there. */
    void putHoldings(Ground township, Map<UUID, Integer> loads, Instant at) {
        var cadres = loads.keySet().toArray(UUID[]::new);
        var before = sql.sql("delete from overview.holding where place >= :lo and place < :hi returning cadre")
                .param("lo", township.lo())
                .param("hi", township.hi())
                .query(UUID.class)
                .list();
        sql.sql("""
                insert into overview.holding (place, cadre, load)
                select :place, c, n from unnest(:cadres, :loads) as t(c, n)
                """)
                .param("place", township.lo())
                .param("cadres", cadres)
                .param("loads", loads.values().toArray(Integer[]::new))
                .update();
        sql.sql("""
                update overview.cadre c
                   set load = coalesce((select sum(h.load) from overview.holding h where h.cadre = c.cadre), 0), computed_at = :at
                 where c.cadre = any(:before) or c.cadre = any(:cadres)
                """)
                .param("before", before.toArray(UUID[]::new))
                .param("cadres", cadres)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void putCadres(Ground ground, List<Cadre> serving, Instant at) {
        sql.sql("delete from overview.cadre where place >= :lo and place < :hi and cadre <> all(:serving)")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("serving", serving.stream().map(Cadre::id).toArray(UUID[]::new))
                .update();
        sql.sql("""
                insert into overview.cadre (cadre, unit, place, load, exempt_until, computed_at)
                select t.c, t.u, t.p, coalesce((select sum(h.load) from overview.holding h where h.cadre = t.c), 0), t.e, :at
                  from unnest(:cadres, :units, :places, :exempt) as t(c, u, p, e)
                on conflict (cadre) do update
                   set unit = excluded.unit, place = excluded.place, load = excluded.load, exempt_until = excluded.exempt_until,
                       computed_at = excluded.computed_at
                """)
                .param("cadres", serving.stream().map(Cadre::id).toArray(UUID[]::new))
                .param("units", serving.stream().map(Cadre::unit).toArray(UUID[]::new))
                .param("places", serving.stream().map(Cadre::place).toArray(Long[]::new))
                .param(
                        "exempt",
                        serving.stream()
                                .map(Cadre::exemptUntil)
                                .map(FigureStore::sqlDate)
                                .toArray(java.sql.Date[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static java.sql.@Nullable Date sqlDate(@Nullable LocalDate day) {
        return day == null ? null : java.sql.Date.valueOf(day);
    }

    boolean none() {
        return sql.sql("select not exists (select from overview.village)")
                .query(Boolean.class)
                .single();
    }

    List<VillageFigure> villages(Ground ground) {
        return sql.sql("""
                select village, place, households, covered
                  from overview.village
                 where place >= :lo and place < :hi
                 order by place
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((row, n) ->
                        new VillageFigure(row.getObject(1, UUID.class), row.getLong(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    Loads loads(Ground ground, @Nullable UUID unit, LocalDate day) {
        var byLoad = new TreeMap<Integer, Integer>();
        var exempt = new int[1];
        var counted = unit == null
                ? sql.sql(LOADS + " where place >= :lo and place < :hi group by 1, 2")
                : sql.sql(LOADS + " where place >= :lo and place < :hi and unit = :unit group by 1, 2")
                        .param("unit", unit);
        counted.param("day", day)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((ResultSet row) -> {
                    if (row.getBoolean(2)) {
                        exempt[0] = row.getInt(3);
                    } else {
                        byLoad.put(row.getInt(1), row.getInt(3));
                    }
                });
        return new Loads(byLoad, exempt[0]);
    }

    /** Cadres who hold {@code from} to {@code to} households, not those who are exempt and hold none; by identity, after {@code last}. */
    List<CadreFigure> cadres(
            Ground ground, @Nullable UUID unit, LocalDate day, int from, int to, UUID last, int limit) {
        return sql.sql("""
                select cadre, unit, place, load, exempt_until
                  from overview.cadre
                 where place >= :lo and place < :hi and (:unit::uuid is null or unit = :unit)
                   and load between :from and :to and (load > 0 or coalesce(exempt_until <= :day, true))
                   and cadre > :last
                 order by cadre
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("unit", unit)
                .param("day", day)
                .param("from", from)
                .param("to", to)
                .param("last", last)
                .param("limit", limit)
                .query((row, n) -> new CadreFigure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /** How many exemptions end from {@code from} up to but not including {@code to}, of cadres who hold nothing. */
    int exemptionsEnding(Ground ground, LocalDate from, LocalDate to) {
        return sql.sql("""
                select count(*)
                  from overview.cadre
                 where place >= :lo and place < :hi and load = 0 and exempt_until >= :from and exempt_until < :to
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** When figures on the ground were last looked at: the oldest and the newest; null when there are none. */
    @Nullable
    Age age(Ground ground) {
        return sql
                .sql(
                        "select min(computed_at), max(computed_at) from overview.village where place >= :lo and place < :hi")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((row, n) -> row.getObject(1) == null
                        ? List.<Age>of()
                        : List.of(new Age(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, OffsetDateTime.class).toInstant())))
                .single()
                .stream()
                .findAny()
                .orElse(null);
    }
}
