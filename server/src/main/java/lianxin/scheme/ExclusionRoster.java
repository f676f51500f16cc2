package lianxin.scheme;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import lianxin.access.Right;
import lianxin.roster.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Rosters of pairs that must not be. */
@Component
class ExclusionRoster extends DatedRoster {

    ExclusionRoster(ApplicationEventPublisher house, Clock clock) {
        super(RulesChanged.What.EXCLUSIONS_LOADED, house, clock);
    }

    @Override
    public Roster roster() {
        return Roster.EXCLUSIONS;
    }

    @Override
    public Right right() {
        return Right.PAIRING_REPAIR;
    }

    @Override
    public String table() {
        return "scheme.exclusion";
    }

    @Override
    public String columns() {
        return "key, cadre, subject, household, village, place, reason, source, since, until";
    }

    @Override
    public List<String> identity() {
        return List.of("cadre", "subject");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.of("place"), Field.of("reason"), SOURCE, SINCE, UNTIL);
    }

    @Override
    public String add() {
        return """
                insert into scheme.exclusion (id, household, village, cadre, place, reason, source, since, until, by_whom, added_by)
                select id, household, village, cadre, place, reason, coalesce(source, ''), coalesce(since, :day),
                       coalesce(until, 'infinity'), :by, :load
                  from {fit}
                 where what = 'ADDED'
                on conflict do nothing
                """;
    }

    @Override
    public String change() {
        return super.change().replace("   set source", "   set reason = f.reason, source");
    }

    @Override
    public List<String> changeable() {
        return Stream.concat(Stream.of("reason"), super.changeable().stream()).toList();
    }
}
