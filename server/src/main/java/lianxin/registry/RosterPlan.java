package lianxin.registry;

import java.util.List;

/**
 * How one kind of roster is compared and merged, as SQL over the tables of a load (see {@link RosterStore}).
 *
 * @param fields of the examples, in order
 * @param fit makes the table that says of each row what it is (ADDED, CHANGED, SAME, BAD), which entry it fits, and how that was seen
 * @param gone makes the table of those not mentioned
 * @param keptBeside what is kept of a changed entry besides its row
 * @param beforeChange what happens while the old values are still there
 */
record RosterPlan(
        List<String> fields,
        String fit,
        String gone,
        String added,
        String changed,
        String leaving,
        String add,
        String keptBeside,
        List<String> beforeChange,
        String change,
        List<String> afterChange) {

    private static final String NOBODY_GONE = "create unlogged table {gone} (id uuid, version int)";
    private static final String NO_LEAVING =
            "select key, null::text[] as before, null::text[] as after from {fit} where :limit < 0";

    static RosterPlan of(Roster roster) {
        return switch (roster) {
            case UNITS -> UNITS;
            case CADRES -> CADRES;
            case HOUSEHOLDS -> HOUSEHOLDS;
        };
    }

    private static final RosterPlan UNITS = new RosterPlan(
            List.of("name", "parent", "level", "kind", "place"),
            """
            create unlogged table {fit} as
            select s.*, u.id as was, u.version as seen, u.place as place_before, false as moved, r.reason,
                   case when r.reason is not null then 'BAD'
                        when u.id is null then 'ADDED'
                        when (s.name, s.level, s.kind, s.place, coalesce(s.lon, u.lon), coalesce(s.lat, u.lat),
                              case when s.parent_key is null then u.parent::text when s.parent_key = '' then null
                                   else coalesce((select p.id::text from registry.unit p where p.key = s.parent_key), s.parent_key) end)
                             is distinct from (u.name, u.level, u.kind, u.place, u.lon, u.lat, u.parent::text) then 'CHANGED'
                        else 'SAME' end as what
              from (select s.*, row_number() over (partition by key order by line) as copy from {stage} s) s
              left join registry.unit u on u.key = s.key
             cross join lateral (
                   select case when s.copy > 1 then 'twice'
                               when u.id is not null and not (u.place >= :lo and u.place < :hi) then 'elsewhere'
                               when u.until < 'infinity' then 'ended'
                               when s.parent_key = s.key then 'own-parent'
                               when s.parent_key <> '' and not exists (select from registry.unit p where p.key = s.parent_key)
                                    and not exists (select from {stage} p where p.key = s.parent_key) then 'no-parent'
                          end as reason) r
            """,
            NOBODY_GONE,
            """
            select key, null::text[] as before, array[name, coalesce(parent_key, ''), level, kind, place::text] as after
              from {fit}
             where what = 'ADDED'
             order by line
             limit :limit
            """,
            """
            select f.key, array[u.name, coalesce(p.key, ''), u.level, u.kind, u.place::text] as before,
                   array[f.name, coalesce(f.parent_key, p.key, ''), f.level, f.kind, f.place::text] as after
              from {fit} f
              join registry.unit u on u.id = f.was
              left join registry.unit p on p.id = u.parent
             where f.what = 'CHANGED'
             order by f.line
             limit :limit
            """,
            NO_LEAVING,
            """
            insert into registry.unit (id, key, name, initials, level, kind, place, lon, lat, since, added_by)
            select id, key, name, initials, level, kind, place, lon, lat, coalesce(since, :day), :load
              from {fit}
             where what = 'ADDED'
            on conflict on constraint a_unit_has_one_key do nothing
            """,
            "null",
            List.of(),
            """
            update registry.unit u
               set name = f.name, initials = f.initials, level = f.level, kind = f.kind, place = f.place,
                   lon = coalesce(f.lon, u.lon), lat = coalesce(f.lat, u.lat), version = u.version + 1
              from {fit} f
             where f.what = 'CHANGED' and u.id = f.was and u.version = f.seen
            """,
            List.of("""
                    update registry.unit u
                       set parent = (select p.id from registry.unit p where p.key = f.parent_key)
                      from {fit} f
                     where f.what in ('ADDED', 'CHANGED') and u.key = f.key and f.parent_key is not null
                    """, """
                    update registry.cadre c
                       set place = f.place, version = c.version + 1
                      from {fit} f
                     where f.what = 'CHANGED' and c.unit = f.was and c.place <> f.place
                    """));

    private static final RosterPlan CADRES = new RosterPlan(
            List.of("name", "unit", "post", "rank", "leader", "phone", "skills", "capacity"),
            """
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
              left join registry.cadre c on c.key = s.key
             cross join lateral (
                   select case when s.copy > 1 then 'twice'
                               when c.id is not null and not (c.place >= :lo and c.place < :hi) then 'elsewhere'
                               when c.until < 'infinity' then 'ended'
                          end as reason) r
            """,
            NOBODY_GONE,
            """
            select f.key, null::text[] as before,
                   array[f.name, u.name, f.post, f.rank, coalesce(f.leader, false)::text, coalesce(f.phone, ''),
                         array_to_string(coalesce(f.skills, '{}'), ' '),
                         coalesce(nullif(f.capacity_min, -1)::text, '') || '–' || coalesce(nullif(f.capacity_max, -1)::text, '')] as after
              from {fit} f
              join registry.unit u on u.id = f.unit
             where f.what = 'ADDED'
             order by f.line
             limit :limit
            """,
            """
            select f.key,
                   array[c.name, b.name, c.post, c.rank, c.leader::text, coalesce(c.phone, ''), array_to_string(c.skills, ' '),
                         coalesce(c.capacity_min::text, '') || '–' || coalesce(c.capacity_max::text, '')] as before,
                   array[f.name, u.name, f.post, f.rank, coalesce(f.leader, c.leader)::text, coalesce(f.phone, c.phone, ''),
                         array_to_string(coalesce(f.skills, c.skills), ' '),
                         coalesce(nullif(coalesce(f.capacity_min, c.capacity_min), -1)::text, '') || '–'
                             || coalesce(nullif(coalesce(f.capacity_max, c.capacity_max), -1)::text, '')] as after
              from {fit} f
              join registry.cadre c on c.id = f.was
              join registry.unit b on b.id = c.unit
              join registry.unit u on u.id = f.unit
             where f.what = 'CHANGED'
             order by f.line
             limit :limit
            """,
            NO_LEAVING,
            """
            insert into registry.cadre (id, key, unit, place, name, initials, post, rank, leader, phone, skills, home_village,
                                        capacity_min, capacity_max, since, added_by)
            select id, key, unit, place, name, initials, post, rank, coalesce(leader, false), nullif(phone, ''), coalesce(skills, '{}'),
                   home_village, nullif(capacity_min, -1), nullif(capacity_max, -1), coalesce(since, :day), :load
              from {fit}
             where what = 'ADDED'
            on conflict on constraint a_cadre_has_one_key do nothing
            """,
            "null",
            List.of(),
            """
            update registry.cadre c
               set unit = f.unit, place = f.place, name = f.name, initials = f.initials, post = f.post, rank = f.rank,
                   leader = coalesce(f.leader, c.leader), phone = nullif(coalesce(f.phone, c.phone), ''),
                   skills = coalesce(f.skills, c.skills), home_village = coalesce(f.home_village, c.home_village),
                   capacity_min = nullif(coalesce(f.capacity_min, c.capacity_min), -1),
                   capacity_max = nullif(coalesce(f.capacity_max, c.capacity_max), -1), version = c.version + 1
              from {fit} f
             where f.what = 'CHANGED' and c.id = f.was and c.version = f.seen
            """,
            List.of());

    private static final RosterPlan HOUSEHOLDS = new RosterPlan(
            List.of("head", "group", "size", "needs", "place"),
            """
            create unlogged table {fit} as
            select s.*, h.id as was, h.version as seen, h.place as place_before, h.village <> s.village as moved, r.reason,
                   case when r.reason is not null then 'BAD'
                        when h.id is null then 'ADDED'
                        when (s.village, s.place, s.head, s.size, coalesce(s.group_no, h.group_no), coalesce(s.needs, h.needs))
                             is distinct from (h.village, h.place, h.head, h.size, h.group_no, h.needs)
                             or s.review_on <> (select min(n.review_on) from registry.household_need n where n.household = h.id) then 'CHANGED'
                        else 'SAME' end as what
              from (select s.*, row_number() over (partition by key order by line) as copy from {stage} s) s
              left join registry.household h on h.key = s.key
             cross join lateral (
                   select case when s.copy > 1 then 'twice'
                               when h.id is not null and not (h.place >= :lo and h.place < :hi) then 'elsewhere'
                               when h.until < 'infinity' then 'ended'
                          end as reason) r
            """,
            """
            create unlogged table {gone} as
            select h.id, h.version
              from registry.household h
              join (select distinct place from {stage}) p on p.place = h.place
              left join {stage} s on s.key = h.key
             where h.until = 'infinity' and s.key is null
            """,
            """
            select key, null::text[] as before,
                   array[head, coalesce(group_no, 0)::text, size::text, array_to_string(coalesce(needs, '{}'), ' '), place::text] as after
              from {fit}
             where what = 'ADDED'
             order by line
             limit :limit
            """,
            """
            select f.key, array[h.head, h.group_no::text, h.size::text, array_to_string(h.needs, ' '), h.place::text] as before,
                   array[f.head, coalesce(f.group_no, h.group_no)::text, f.size::text, array_to_string(coalesce(f.needs, h.needs), ' '),
                         f.place::text] as after
              from {fit} f
              join registry.household h on h.id = f.was
             where f.what = 'CHANGED'
             order by f.line
             limit :limit
            """,
            """
            select h.key, array[h.head, h.group_no::text, h.size::text, array_to_string(h.needs, ' '), h.place::text] as before,
                   null::text[] as after
              from {gone} g
              join registry.household h on h.id = g.id
             order by h.place, h.key
             limit :limit
            """,
            """
            insert into registry.household (id, key, village, place, group_no, head, initials, size, needs, since, added_by)
            select id, key, village, place, coalesce(group_no, 0), head, initials, size, coalesce(needs, '{}'), coalesce(since, :day), :load
              from {fit}
             where what = 'ADDED'
             order by line
            on conflict on constraint a_household_has_one_key do nothing
            """,
            "(select jsonb_agg(to_jsonb(n)) from registry.household_need n where n.household = t.id)",
            List.of("""
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
                    """),
            """
            update registry.household h
               set village = f.village, place = f.place, group_no = coalesce(f.group_no, h.group_no), head = f.head, initials = f.initials,
                   size = f.size, needs = coalesce(f.needs, h.needs), version = h.version + 1
              from {fit} f
             where f.what = 'CHANGED' and h.id = f.was and h.version = f.seen
            """,
            List.of("""
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
                    """));
}
