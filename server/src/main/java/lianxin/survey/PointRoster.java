package lianxin.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.roster.Merged;
import lianxin.roster.Roster;
import lianxin.roster.RosterKeeper;
import org.springframework.stereotype.Component;

/** Rosters of points. */
@Component
class PointRoster implements RosterKeeper {

    private final Points points;

    PointRoster(Points points) {
        this.points = points;
    }

    @Override
    public Roster roster() {
        return Roster.POINTS;
    }

    @Override
    public Right right() {
        return Right.REGION_LOAD;
    }

    @Override
    public String table() {
        return "survey.point";
    }

    @Override
    public String columns() {
        return "key, division, place, lon, lat, source";
    }

    @Override
    public List<String> identity() {
        return List.of("division");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.of("lon"), Field.of("lat"), Field.perhaps("source", "''"));
    }

    /** The place was looked up on the office's ground; where it lay before does not matter. */
    @Override
    public String faults() {
        return "";
    }

    @Override
    public String add() {
        return """
                insert into survey.point (id, division, place, lon, lat, source, by_whom, added_by)
                select id, division, place, lon, lat, coalesce(source, ''), :by, :load
                  from {fit}
                 where what = 'ADDED'
                on conflict do nothing
                """;
    }

    @Override
    public String change() {
        return """
                update survey.point p
                   set lon = f.lon, lat = f.lat, source = coalesce(f.source, p.source), place = f.place, by_whom = :by, recorded_at = now(),
                       version = p.version + 1
                  from {fit} f
                 where f.what = 'CHANGED' and p.id = f.was and p.version = f.seen
                """;
    }

    @Override
    public List<String> changeable() {
        return List.of("lon", "lat", "source", "by_whom", "recorded_at");
    }

    @Override
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        points.changed(load, merged.places(), caller);
    }
}
