package lianxin.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.RegionRedrawn;
import lianxin.scope.Standing;
import lianxin.staff.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which units may serve which villages (单位包村, R96). A unit may be given a village, a whole township or a whole county. */
@Service
public class Grounds {

    private final JdbcClient sql;
    private final Units units;
    private final ApplicationEventPublisher house;
    private final Clock clock;
    private final Standing standing;

    Grounds(JdbcClient sql, Units units, ApplicationEventPublisher house, Clock clock, Standing standing) {
        this.standing = standing;
        this.sql = sql;
        this.units = units;
        this.house = house;
        this.clock = clock;
    }

    /** Who serves any part of {@code ground} on {@code day}, by place and unit. */
    public List<UnitGround> on(Ground ground, LocalDate day) {
        return sql.sql("""
                select unit, lo, hi
                  from scheme.unit_ground
                 where lo < :hi and :lo < hi and since <= :day and :day < until
                 order by lo, hi desc, unit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Grounds::row)
                .list();
    }

    /** As {@link #on}, with the day it began and the document it is by. */
    List<Given> given(Ground ground, LocalDate day) {
        return sql.sql("""
                select unit, lo, hi, since, source
                  from scheme.unit_ground
                 where lo < :hi and :lo < hi and since <= :day and :day < until
                 order by lo, hi desc, unit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query((row, number) ->
                        new Given(row(row, number), row.getObject("since", LocalDate.class), row.getString("source")))
                .list();
    }

    /** What each of {@code units} serves on {@code day}, anywhere, by place. */
    public List<UnitGround> of(Collection<UUID> units, LocalDate day) {
        return standing.house(() -> sql.sql("""
                select unit, lo, hi
                  from scheme.unit_ground
                 where unit = any(:units) and since <= :day and :day < until
                 order by lo, hi desc, unit
                """)
                .param("units", units.toArray(UUID[]::new))
                .param("day", day)
                .query(Grounds::row)
                .list());
    }

    /** What a unit serves on {@code day}, by place. */
    public List<UnitGround> of(UUID unit, LocalDate day) {
        return sql.sql("""
                select unit, lo, hi
                  from scheme.unit_ground
                 where unit = :unit and since <= :day and :day < until
                 order by lo, hi desc
                """)
                .param("unit", unit)
                .param("day", day)
                .query(Grounds::row)
                .list();
    }

    /** Whether the unit serves the place on {@code day}. */
    public boolean serves(UUID unit, long place, LocalDate day) {
        return sql.sql("""
                select exists (select from scheme.unit_ground
                                where unit = :unit and lo <= :place and :place < hi and since <= :day and :day < until)
                """)
                .param("unit", unit)
                .param("place", place)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Gives a unit a place to serve from {@code day} on. Refused when it serves the whole of it already. */
    @Transactional
    public void put(UUID unit, DivisionCode place, LocalDate day, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        var there = units.require(unit);
        var ground = place.ground();
        if (of(unit, day).stream()
                .anyMatch(g -> g.ground().lo() <= ground.lo()
                        && ground.hi() <= g.ground().hi())) {
            throw SchemeRefusal.GROUND_GIVEN_ALREADY.because(there.name(), place);
        }
        sql.sql("""
                insert into scheme.unit_ground (unit, lo, hi, since, by_whom)
                values (:unit, :lo, :hi, :day, :by)
                on conflict (unit, lo, since) do update set hi = excluded.hi, until = 'infinity', by_whom = excluded.by_whom
                """)
                .param("unit", unit)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("by", caller.id())
                .update();
        tell(unit, caller.id(), RulesChanged.What.GROUND_GIVEN);
    }

    /** Takes a place from a unit from {@code day} on. Who is whose contact there does not change until the next plan. */
    @Transactional
    public void remove(UUID unit, DivisionCode place, LocalDate day, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        if (end(unit, place.ground(), day) == 0) {
            throw SchemeRefusal.GROUND_NOT_GIVEN.because(units.require(unit).name(), place);
        }
        tell(unit, caller.id(), RulesChanged.What.GROUND_TAKEN);
    }

    /**
     * Lets exactly these units serve these villages from {@code day} on. What reaches beyond {@code ground}, what {@code guests} serve, and
     * what touches none of the villages stays as it is; what stays the same keeps the day it began. Whoever decides this tells it.
     *
     * @param villages codes of the villages decided about
     * @param served what each unit serves of them
     * @param source the document by which it holds
     */
    @Transactional
    public void adopt(
            Ground ground,
            Collection<Long> villages,
            Map<UUID, Set<DivisionCode>> served,
            Set<UUID> guests,
            LocalDate day,
            String source,
            Caller caller) {
        caller.may(Right.PAIRING_ADOPT);
        var decided = new TreeSet<>(villages);
        var before = new HashSet<UnitGround>();
        forget(ground, villages, guests, day);
        for (var was : on(ground, day)) {
            var first = decided.ceiling(was.ground().lo());
            boolean touches = first != null && first < was.ground().hi();
            if (guests.contains(was.unit()) || !ground.and(was.ground()).equals(was.ground()) || !touches) {
                continue;
            }
            if (served.getOrDefault(was.unit(), Set.of())
                            .contains(new DivisionCode(was.ground().lo()))
                    && decided.contains(was.ground().lo())) {
                before.add(was);
                goOn(was, day);
            } else {
                end(was.unit(), was.ground(), day);
            }
        }
        served.forEach((unit, places) -> places.stream()
                .sorted()
                .map(place -> new UnitGround(unit, place.ground()))
                .filter(is -> !before.contains(is))
                .forEach(is -> begin(is, day, source, caller.id())));
    }

    /** Drops what was to begin after {@code day}: a later decision overrules it. */
    private void forget(Ground ground, Collection<Long> villages, Set<UUID> guests, LocalDate day) {
        sql.sql("""
                delete from scheme.unit_ground g
                 where g.lo >= :lo and g.hi <= :hi and g.since > :day and g.unit <> all(:guests)
                   and exists (select from unnest(:villages) as place where g.lo <= place and place < g.hi)
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .param("guests", guests.toArray(UUID[]::new))
                .param("villages", villages.toArray(Long[]::new))
                .update();
    }

    private void goOn(UnitGround on, LocalDate day) {
        sql.sql("""
                update scheme.unit_ground set until = 'infinity'
                 where unit = :unit and lo = :lo and hi = :hi and since <= :day and :day < until
                """)
                .param("unit", on.unit())
                .param("lo", on.ground().lo())
                .param("hi", on.ground().hi())
                .param("day", day)
                .update();
    }

    private void begin(UnitGround is, LocalDate day, String source, UUID by) {
        sql.sql("""
                insert into scheme.unit_ground (unit, lo, hi, since, source, by_whom)
                values (:unit, :lo, :hi, :day, :source, :by)
                on conflict (unit, lo, since) do update
                   set hi = excluded.hi, until = 'infinity', source = excluded.source, by_whom = excluded.by_whom
                """)
                .param("unit", is.unit())
                .param("lo", is.ground().lo())
                .param("hi", is.ground().hi())
                .param("day", day)
                .param("source", source)
                .param("by", by)
                .update();
    }

    private int end(UUID unit, Ground ground, LocalDate day) {
        var dropped = sql.sql(
                        "delete from scheme.unit_ground where unit = :unit and lo = :lo and hi = :hi and since >= :day")
                .param("unit", unit)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .update();
        return dropped
                + sql.sql("""
                        update scheme.unit_ground
                           set until = :day
                         where unit = :unit and lo = :lo and hi = :hi and since < :day and until > :day
                        """)
                        .param("unit", unit)
                        .param("lo", ground.lo())
                        .param("hi", ground.hi())
                        .param("day", day)
                        .update();
    }

    /** A redrawn place keeps those who serve it: whoever served it under its old code serves it, or what took it over, under the new one. */
    @EventListener
    @Transactional
    void on(RegionRedrawn news) {
        standing.houseDoes(() -> {
        var before = news.moves().stream()
                .filter(m -> m.codeAfter() != null && !m.codeBefore().equals(m.codeAfter()))
                .toList();
        for (var move : before) {
            var was = move.codeBefore().ground();
            var is = java.util.Objects.requireNonNull(move.codeAfter()).ground();
            for (var server : exactly(was, news.day())) {
                end(server, was, news.day());
                sql.sql("""
                        insert into scheme.unit_ground (unit, lo, hi, since, by_whom)
                        select :unit, :lo, :hi, :day, :by
                         where not exists (select from scheme.unit_ground
                                            where unit = :unit and lo <= :lo and hi >= :hi and since <= :day and :day < until)
                        on conflict (unit, lo, since) do nothing
                        """)
                        .param("unit", server)
                        .param("lo", is.lo())
                        .param("hi", is.hi())
                        .param("day", news.day())
                        .param("by", news.by())
                        .update();
            }
        }
        });
    }

    private List<UUID> exactly(Ground ground, LocalDate day) {
        return sql.sql("select unit from scheme.unit_ground where lo = :lo and hi = :hi and until > :day")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    private void tell(UUID unit, UUID by, RulesChanged.What what) {
        house.publishEvent(new RulesChanged(unit, by, clock.instant(), what));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    private static UnitGround row(ResultSet row, int number) throws SQLException {
        return new UnitGround(row.getObject("unit", UUID.class), new Ground(row.getLong("lo"), row.getLong("hi")));
    }

    /** A unit and a place it serves since a day, by a document; {@code source} is empty where somebody gave it by hand. */
    public record Given(UnitGround served, LocalDate since, String source) {}

    /** A unit and a place it serves. */
    public record UnitGround(UUID unit, Ground ground) {}
}
