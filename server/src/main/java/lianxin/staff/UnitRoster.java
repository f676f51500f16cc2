package lianxin.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.roster.Merged;
import lianxin.roster.Roster;
import lianxin.roster.RosterKeeper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** Rosters of units. */
@Repository
class UnitRoster implements RosterKeeper {

    private static final String PARENT = "(select p.key from staff.unit p where p.id = e.parent)";

    private final ApplicationEventPublisher house;
    private final Clock clock;

    UnitRoster(ApplicationEventPublisher house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Roster roster() {
        return Roster.UNITS;
    }

    @Override
    public String table() {
        return "staff.unit";
    }

    @Override
    public String columns() {
        return "key, name, initials, parent_key, level, kind, place, lon, lat, since";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("name"),
                new Field(
                        "parent", "coalesce(s.parent_key, " + PARENT + ", '')", "coalesce(" + PARENT + ", '')", "{it}"),
                Field.of("level"),
                Field.of("kind"),
                Field.of("place"),
                Field.perhaps("lon", "null").called(null),
                Field.perhaps("lat", "null").called(null));
    }

    @Override
    public String faults() {
        return RosterKeeper.super.faults() + """
                 when s.parent_key = s.key then 'own-parent'
                 when s.parent_key <> '' and not exists (select from staff.unit p where p.key = s.parent_key)
                      and not exists (select from {stage} p where p.key = s.parent_key) then 'no-parent'
                """;
    }

    @Override
    public String add() {
        return """
                insert into staff.unit (id, key, name, initials, level, kind, place, lon, lat, since, added_by)
                select id, key, name, initials, level, kind, place, lon, lat, coalesce(since, :day), :load
                  from {fit}
                 where what = 'ADDED'
                on conflict on constraint a_unit_has_one_key do nothing
                """;
    }

    @Override
    public String change() {
        return """
                update staff.unit u
                   set name = f.name, initials = f.initials, level = f.level, kind = f.kind, place = f.place,
                       lon = coalesce(f.lon, u.lon), lat = coalesce(f.lat, u.lat), version = u.version + 1
                  from {fit} f
                 where f.what = 'CHANGED' and u.id = f.was and u.version = f.seen
                """;
    }

    @Override
    public List<String> afterChange() {
        return List.of("""
                update staff.unit u
                   set parent = (select p.id from staff.unit p where p.key = f.parent_key)
                  from {fit} f
                 where f.what in ('ADDED', 'CHANGED') and u.key = f.key and f.parent_key is not null
                """, """
                update staff.cadre c
                   set place = f.place, version = c.version + 1
                  from {fit} f
                 where f.what = 'CHANGED' and c.unit = f.was and c.place <> f.place
                """);
    }

    /** Cadres are where their unit is. */
    @Override
    public List<String> afterRestore() {
        return List.of("""
                update staff.cadre c
                   set place = u.place, version = c.version + 1
                  from staff.unit u
                 where u.id = c.unit and u.place <> c.place and u.id in (select subject from {before} c)
                """);
    }

    @Override
    public List<String> changeable() {
        return List.of("name", "initials", "parent", "level", "kind", "place", "lon", "lat");
    }

    @Override
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        house.publishEvent(new CadresChanged(load, caller.id(), clock.instant(), day, merged.places(), List.of()));
    }
}
