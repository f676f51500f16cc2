package lianxin.matching;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.staff.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Villages given to units by hand. They bind the next search; nothing changes for anybody until its match is adopted. */
@Service
public class Pins {

    private final JdbcClient sql;
    private final Divisions divisions;
    private final Units units;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Pins(JdbcClient sql, Divisions divisions, Units units, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.divisions = divisions;
        this.units = units;
        this.house = house;
        this.clock = clock;
    }

    /** Which units each village on {@code ground} was given to, by the village's identity. Villages given to nobody are missing. */
    Map<UUID, Set<UUID>> on(Ground ground) {
        var pins = new HashMap<UUID, Set<UUID>>();
        sql.sql("select village, unit from matching.pin where place >= :lo and place < :hi")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((ResultSet row) -> {
                    pins.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                });
        return pins;
    }

    /** The units a village was given to, with the reasons. */
    Map<UUID, String> reasons(UUID village) {
        var reasons = new LinkedHashMap<UUID, String>();
        sql.sql("select unit, reason from matching.pin where village = :village order by at, unit")
                .param("village", village)
                .query((ResultSet row) -> {
                    reasons.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return reasons;
    }

    /**
     * Gives a village to a unit: from the next search on it is served by the units it was given to, and by no others.
     *
     * @param reason why, in words; refused without
     */
    @Transactional
    public void put(DivisionCode place, UUID unit, String reason, Caller caller) {
        var village = village(place, caller);
        var office = units.require(unit);
        if (reason.isBlank()) {
            throw MatchingRefusal.NO_REASON.because(office.name());
        }
        if (!Strengths.reach(office).contains(place.value())) {
            throw MatchingRefusal.OUT_OF_REACH.because(
                    office.name(), divisions.require(place).name());
        }
        sql.sql("""
                insert into matching.pin (village, unit, place, reason, by_whom, at)
                values (:village, :unit, :place, :reason, :by, :at)
                on conflict (village, unit) do update
                   set place = excluded.place, reason = excluded.reason, by_whom = excluded.by_whom, at = excluded.at
                """)
                .param("village", village)
                .param("unit", unit)
                .param("place", place.value())
                .param("reason", reason.strip())
                .param("by", caller.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        tell(village, caller, MatchingAdjusted.What.PINNED);
    }

    /** Leaves it to the search again whether the unit serves the village. Harmless when it is. */
    @Transactional
    public void remove(DivisionCode place, UUID unit, Caller caller) {
        var village = village(place, caller);
        int gone = sql.sql("delete from matching.pin where village = :village and unit = :unit")
                .param("village", village)
                .param("unit", unit)
                .update();
        if (gone > 0) {
            tell(village, caller, MatchingAdjusted.What.UNPINNED);
        }
    }

    private UUID village(DivisionCode place, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        var village = divisions.require(place);
        if (village.level() != Level.VILLAGE) {
            throw MatchingRefusal.NOT_A_VILLAGE.because(village.name());
        }
        return village.id();
    }

    private void tell(UUID village, Caller caller, MatchingAdjusted.What what) {
        house.publishEvent(new MatchingAdjusted(village, caller.id(), clock.instant(), what));
    }
}
