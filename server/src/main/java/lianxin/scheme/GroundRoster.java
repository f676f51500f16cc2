package lianxin.scheme;

import java.time.Clock;
import java.util.List;
import lianxin.access.Right;
import lianxin.roster.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Rosters of which units serve which places. */
@Component
class GroundRoster extends DatedRoster {

    GroundRoster(ApplicationEventPublisher house, Clock clock) {
        super(RulesChanged.What.GROUNDS_LOADED, house, clock);
    }

    @Override
    public Roster roster() {
        return Roster.GROUNDS;
    }

    @Override
    public Right right() {
        return Right.PAIRING_PROPOSE;
    }

    @Override
    public String table() {
        return "scheme.unit_ground";
    }

    @Override
    public String columns() {
        return "key, unit, place, hi, source, since, until";
    }

    @Override
    public List<String> identity() {
        return List.of("unit", "place", "hi");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.of("place"), SOURCE, SINCE, UNTIL);
    }

    /** A village of a township the unit serves already adds nothing. */
    @Override
    public String faults() {
        return super.faults() + """
                when e.id is null
                     and exists (select from scheme.unit_ground g
                                  where g.unit = s.unit and g.lo <= s.place and s.hi <= g.hi
                                    and g.since <= coalesce(s.since, :day) and g.until = 'infinity') then 'served-already'
                """;
    }

    @Override
    public String add() {
        return """
                insert into scheme.unit_ground (id, unit, lo, hi, since, until, source, by_whom, added_by)
                select id, unit, place, hi, coalesce(since, :day), coalesce(until, 'infinity'), coalesce(source, ''), :by, :load
                  from {fit}
                 where what = 'ADDED'
                on conflict do nothing
                """;
    }
}
