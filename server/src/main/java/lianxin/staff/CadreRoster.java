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

/** Rosters of cadres. */
@Repository
class CadreRoster implements RosterKeeper {

    private final ApplicationEventPublisher house;
    private final Clock clock;

    CadreRoster(ApplicationEventPublisher house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Roster roster() {
        return Roster.CADRES;
    }

    @Override
    public String table() {
        return "staff.cadre";
    }

    @Override
    public String shape() {
        return "staff.cadre_shape";
    }

    @Override
    public String columns() {
        return "key, unit, place, name, initials, post, rank, leader, phone, skills, home_village, capacity_min, capacity_max, since";
    }

    @Override
    public List<String> fields() {
        return List.of("name", "unit", "post", "rank", "leader", "phone", "skills", "capacity");
    }

    @Override
    public String fit() {
        return """
                create unlogged table {fit} as
                select s.*, c.id as was, c.version as seen, c.place as place_before, false as moved, r.reason,
                       case when r.reason is not null then 'BAD'
                            when c.id is null then 'ADDED'
                            when (s.unit, s.name, s.post, s.rank, coalesce(s.leader, c.leader), coalesce(s.phone, c.phone, ''),
                                  coalesce(s.skills, c.skills), coalesce(s.home_village, c.home_village),
                                  coalesce(s.capacity_min, c.capacity_min, -1), coalesce(s.capacity_max, c.capacity_max, -1))
                                 is distinct from (c.unit, c.name, c.post, c.rank, c.leader, coalesce(c.phone, ''), c.skills, c.home_village,
                                                   coalesce(c.capacity_min, -1), coalesce(c.capacity_max, -1)) then 'CHANGED'
                            else 'SAME' end as what
                  from (select s.*, row_number() over (partition by key order by line) as copy from {stage} s) s
                  left join staff.cadre c on c.key = s.key
                 cross join lateral (
                       select case when s.copy > 1 then 'twice'
                                   when c.id is not null and not (c.place >= :lo and c.place < :hi) then 'elsewhere'
                                   when c.until < 'infinity' then 'ended'
                              end as reason) r
                """;
    }

    @Override
    public String added() {
        return """
                select f.key, null::text[] as before,
                       array[f.name, u.name, f.post, f.rank, coalesce(f.leader, false)::text, coalesce(f.phone, ''),
                             array_to_string(coalesce(f.skills, '{}'), ' '),
                             coalesce(nullif(f.capacity_min, -1)::text, '') || '–' || coalesce(nullif(f.capacity_max, -1)::text, '')] as after
                  from {fit} f
                  join staff.unit u on u.id = f.unit
                 where f.what = 'ADDED'
                 order by f.line
                 limit :limit
                """;
    }

    @Override
    public String changed() {
        return """
                select f.key,
                       array[c.name, b.name, c.post, c.rank, c.leader::text, coalesce(c.phone, ''), array_to_string(c.skills, ' '),
                             coalesce(c.capacity_min::text, '') || '–' || coalesce(c.capacity_max::text, '')] as before,
                       array[f.name, u.name, f.post, f.rank, coalesce(f.leader, c.leader)::text, coalesce(f.phone, c.phone, ''),
                             array_to_string(coalesce(f.skills, c.skills), ' '),
                             coalesce(nullif(coalesce(f.capacity_min, c.capacity_min), -1)::text, '') || '–'
                                 || coalesce(nullif(coalesce(f.capacity_max, c.capacity_max), -1)::text, '')] as after
                  from {fit} f
                  join staff.cadre c on c.id = f.was
                  join staff.unit b on b.id = c.unit
                  join staff.unit u on u.id = f.unit
                 where f.what = 'CHANGED'
                 order by f.line
                 limit :limit
                """;
    }

    @Override
    public String add() {
        return """
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, leader, phone, skills, home_village,
                                            capacity_min, capacity_max, since, added_by)
                select id, key, unit, place, name, initials, post, rank, coalesce(leader, false), nullif(phone, ''), coalesce(skills, '{}'),
                       home_village, nullif(capacity_min, -1), nullif(capacity_max, -1), coalesce(since, :day), :load
                  from {fit}
                 where what = 'ADDED'
                on conflict on constraint a_cadre_has_one_key do nothing
                """;
    }

    @Override
    public String change() {
        return """
                update staff.cadre c
                   set unit = f.unit, place = f.place, name = f.name, initials = f.initials, post = f.post, rank = f.rank,
                       leader = coalesce(f.leader, c.leader), phone = nullif(coalesce(f.phone, c.phone), ''),
                       skills = coalesce(f.skills, c.skills), home_village = coalesce(f.home_village, c.home_village),
                       capacity_min = nullif(coalesce(f.capacity_min, c.capacity_min), -1),
                       capacity_max = nullif(coalesce(f.capacity_max, c.capacity_max), -1), version = c.version + 1
                  from {fit} f
                 where f.what = 'CHANGED' and c.id = f.was and c.version = f.seen
                """;
    }

    @Override
    public String restore() {
        return """
                update staff.cadre t
                   set unit = b.unit, place = b.place, name = b.name, initials = b.initials, post = b.post, rank = b.rank,
                       leader = b.leader, phone = b.phone, skills = b.skills, home_village = b.home_village,
                       capacity_min = b.capacity_min, capacity_max = b.capacity_max, version = t.version + 1
                  from {before} c
                 cross join lateral jsonb_populate_record(null::staff.cadre, c.before) b
                 where t.id = c.subject
                """;
    }

    @Override
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        house.publishEvent(new CadresChanged(load, caller.id(), clock.instant(), day, merged.places(), List.of()));
    }
}
