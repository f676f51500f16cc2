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
    public String columns() {
        return "key, unit, place, name, initials, post, rank, leader, phone, skills, home_village, capacity_min, capacity_max, since";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("name"),
                Field.of("unit").shown("(select u.name from staff.unit u where u.id = {it})"),
                Field.of("post"),
                Field.of("rank"),
                Field.perhaps("leader", "false"),
                Field.perhaps("phone", "''"),
                Field.perhaps("skills", "'{}'").shown("array_to_string({it}, ' ')"),
                Field.perhaps("home_village", "null").called(null),
                new Field(
                        "capacity",
                        "array[coalesce(s.capacity_min, e.capacity_min, -1), coalesce(s.capacity_max, e.capacity_max, -1)]",
                        "array[coalesce(e.capacity_min, -1), coalesce(e.capacity_max, -1)]",
                        "array_to_string(array_replace({it}, -1, null), '–', '')"));
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
    public List<String> changeable() {
        return List.of(
                "unit",
                "place",
                "name",
                "initials",
                "post",
                "rank",
                "leader",
                "phone",
                "skills",
                "home_village",
                "capacity_min",
                "capacity_max");
    }

    @Override
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        house.publishEvent(new CadresChanged(load, caller.id(), clock.instant(), day, merged.places(), List.of()));
    }
}
