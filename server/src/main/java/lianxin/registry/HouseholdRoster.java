package lianxin.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import lianxin.roster.Merged;
import lianxin.roster.Roster;
import lianxin.roster.RosterKeeper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** Rosters of households. */
@Repository
class HouseholdRoster implements RosterKeeper {

    private final ApplicationEventPublisher house;
    private final Clock clock;

    HouseholdRoster(ApplicationEventPublisher house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Roster roster() {
        return Roster.HOUSEHOLDS;
    }

    @Override
    public String table() {
        return "registry.household";
    }

    @Override
    public String columns() {
        return "key, village, place, group_no, head, initials, size, needs, review_on, since";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("head"),
                Field.perhaps("group_no", "0").called("group"),
                Field.of("size"),
                Field.perhaps("needs", "'{}'").shown("array_to_string({it}, ' ')"),
                Field.of("place"),
                Field.of("village").called(null));
    }

    @Override
    public String differs() {
        return "s.review_on <> (select min(n.review_on) from registry.household_need n where n.household = e.id)";
    }

    @Override
    public String moved() {
        return "e.village <> s.village";
    }

    @Override
    public String gone() {
        return """
                create unlogged table {gone} as
                select h.id, h.version
                  from registry.household h
                  join (select distinct place from {stage}) p on p.place = h.place
                  left join {stage} s on s.key = h.key
                 where h.until = 'infinity' and s.key is null
                """;
    }

    @Override
    public String leaving() {
        return """
                select h.key, array[h.head, h.group_no::text, h.size::text, array_to_string(h.needs, ' '), h.place::text] as before,
                       null::text[] as after
                  from {gone} g
                  join registry.household h on h.id = g.id
                 order by h.place, h.key
                 limit :limit
                """;
    }

    @Override
    public String add() {
        return """
                insert into registry.household (id, key, village, place, group_no, head, initials, size, needs, since, added_by)
                select id, key, village, place, coalesce(group_no, 0), head, initials, size, coalesce(needs, '{}'), coalesce(since, :day), :load
                  from {fit}
                 where what = 'ADDED'
                 order by line
                on conflict (key) do nothing
                """;
    }

    @Override
    public String keptBeside() {
        return "(select jsonb_agg(to_jsonb(n)) from registry.household_need n where n.household = t.id)";
    }

    @Override
    public List<String> beforeChange() {
        return List.of("""
                insert into registry.household_past (household, valid_from, valid_to, village, place, group_no, head, size, load)
                select h.id, p.since, :day, h.village, h.place, h.group_no, h.head, h.size, :load
                  from {fit} f
                  join registry.household h on h.id = f.was
                 cross join lateral (select greatest(h.since, max(valid_to)) as since
                                       from registry.household_past
                                      where household = h.id) p
                 where f.what = 'CHANGED' and p.since < :day
                   and (h.village, h.place, h.group_no, h.head, h.size)
                       is distinct from (f.village, f.place, coalesce(f.group_no, h.group_no), f.head, f.size)
                """);
    }

    @Override
    public String change() {
        return """
                update registry.household h
                   set village = f.village, place = f.place, group_no = coalesce(f.group_no, h.group_no), head = f.head, initials = f.initials,
                       size = f.size, needs = coalesce(f.needs, h.needs), version = h.version + 1
                  from {fit} f
                 where f.what = 'CHANGED' and h.id = f.was and h.version = f.seen
                """;
    }

    @Override
    public List<String> afterChange() {
        return List.of("""
                delete from registry.household_need n
                 using {fit} f
                 where f.what = 'CHANGED' and n.household = f.was and f.needs is not null and n.category <> all(f.needs)
                """, """
                update registry.household_need n
                   set place = f.place
                  from {fit} f
                 where f.what = 'CHANGED' and f.moved and n.household = f.was
                """, """
                insert into registry.household_need as n (household, category, legal_basis, since, review_on, place)
                select coalesce(f.was, f.id), c.code, c.legal_basis, :day, coalesce(f.review_on, :day::date + 365), f.place
                  from {fit} f
                 cross join unnest(f.needs) as need
                  join registry.need_category c on c.code = need
                 where f.what in ('ADDED', 'CHANGED')
                on conflict (household, category) do nothing
                """, """
                update registry.household_need n
                   set review_on = f.review_on
                  from {fit} f
                 where f.what = 'CHANGED' and f.review_on is not null and n.household = f.was
                """);
    }

    /** Taking back what moved or ended households is no matter of this room alone: others have acted on it. */
    @Override
    public void undoable(Predicate<String> holds) {
        if (holds.test("""
                select exists (select from {before} c
                                 join registry.household h on h.id = c.subject
                                where (h.village <> (c.before ->> 'village')::uuid or h.until <> (c.before ->> 'until')::date))
                """)) {
            throw RegistryRefusal.LOAD_MOVED_HOUSEHOLDS.because();
        }
    }

    @Override
    public List<String> beforeLeaving() {
        return List.of("delete from registry.household_need n using {gone} g where n.household = g.id");
    }

    @Override
    public String leave() {
        return """
                update registry.household h
                   set until = :day, ended = :how, needs = '{}', version = h.version + 1
                  from {gone} g
                 where h.id = g.id and h.version = g.version and h.until = 'infinity' and h.since < :day
                returning h.id, h.place
                """;
    }

    @Override
    public List<String> beforeRestore() {
        return List.of("""
                delete from registry.household_need n
                 using registry.household h
                 where n.household = h.id and (h.added_by = :load or h.id in (select subject from {before} c))
                """, """
                delete from registry.household_past where load = :load
                """);
    }

    @Override
    public List<String> afterRestore() {
        return List.of("""
                insert into registry.household_need (household, category, legal_basis, since, review_on, place)
                select n.household, n.category, n.legal_basis, n.since, n.review_on, n.place
                  from {before} c
                 cross join lateral jsonb_populate_recordset(null::registry.household_need, c.beside) n
                 where c.beside is not null
                """);
    }

    @Override
    public List<String> changeable() {
        return List.of("group_no", "head", "initials", "size", "needs");
    }

    @Override
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        var changes = Stream.concat(
                        merged.moved().stream().map(e -> new Change(e.id(), What.MOVED, e.place(), null)),
                        merged.ended().stream()
                                .map(e -> new Change(
                                        e.id(), What.valueOf(merged.leaving().name()), e.place(), null)))
                .toList();
        house.publishEvent(new HouseholdsChanged(load, caller.id(), clock.instant(), day, merged.places(), changes));
    }
}
