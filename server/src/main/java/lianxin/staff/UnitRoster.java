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
    public String shape() {
        return "staff.unit_shape";
    }

    @Override
    public String columns() {
        return "key, name, initials, parent_key, level, kind, place, lon, lat, since";
    }

    @Override
    public List<String> fields() {
        return List.of("name", "parent", "level", "kind", "place");
    }

    @Override
    public String fit() {
        return """
                create unlogged table {fit} as
                select s.*, u.id as was, u.version as seen, u.place as place_before, false as moved, r.reason,
                       case when r.reason is not null then 'BAD'
                            when u.id is null then 'ADDED'
                            when (s.name, s.level, s.kind, s.place, coalesce(s.lon, u.lon), coalesce(s.lat, u.lat),
                                  case when s.parent_key is null then u.parent::text when s.parent_key = '' then null
                                       else coalesce((select p.id::text from staff.unit p where p.key = s.parent_key), s.parent_key) end)
                                 is distinct from (u.name, u.level, u.kind, u.place, u.lon, u.lat, u.parent::text) then 'CHANGED'
                            else 'SAME' end as what
                  from (select s.*, row_number() over (partition by key order by line) as copy from {stage} s) s
                  left join staff.unit u on u.key = s.key
                 cross join lateral (
                       select case when s.copy > 1 then 'twice'
                                   when u.id is not null and not (u.place >= :lo and u.place < :hi) then 'elsewhere'
                                   when u.until < 'infinity' then 'ended'
                                   when s.parent_key = s.key then 'own-parent'
                                   when s.parent_key <> '' and not exists (select from staff.unit p where p.key = s.parent_key)
                                        and not exists (select from {stage} p where p.key = s.parent_key) then 'no-parent'
                              end as reason) r
                """;
    }

    @Override
    public String added() {
        return """
                select key, null::text[] as before, array[name, coalesce(parent_key, ''), level, kind, place::text] as after
                  from {fit}
                 where what = 'ADDED'
                 order by line
                 limit :limit
                """;
    }

    @Override
    public String changed() {
        return """
                select f.key, array[u.name, coalesce(p.key, ''), u.level, u.kind, u.place::text] as before,
                       array[f.name, coalesce(f.parent_key, p.key, ''), f.level, f.kind, f.place::text] as after
                  from {fit} f
                  join staff.unit u on u.id = f.was
                  left join staff.unit p on p.id = u.parent
                 where f.what = 'CHANGED'
                 order by f.line
                 limit :limit
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

    @Override
    public String restore() {
        return """
                update staff.unit t
                   set name = b.name, initials = b.initials, parent = b.parent, level = b.level, kind = b.kind, place = b.place,
                       lon = b.lon, lat = b.lat, version = t.version + 1
                  from {before} c
                 cross join lateral jsonb_populate_record(null::staff.unit, c.before) b
                 where t.id = c.subject
                """;
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
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        house.publishEvent(new CadresChanged(load, caller.id(), clock.instant(), day, merged.places(), List.of()));
    }
}
