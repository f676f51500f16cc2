create schema registry;

-- The kinds of need a household may have, as the law or the programme names them.
create table registry.need_category (
    code        text primary key,
    name_zh     text not null,
    name_en     text not null,
    legal_basis text not null,
    since       date not null,
    until       date not null default 'infinity'
);

-- A rural household as one unit. Minimal by law (PIPL arts. 5, 6): no ID number, no phone, no health, no bank account.
create table registry.household (
    id       uuid     primary key,
    key      text     not null,
    village  uuid     not null references region.division,
    place    bigint   not null,
    group_no smallint not null default 0,
    head     text     not null,
    initials text     not null,
    size     smallint not null check (size between 1 and 60),
    needs    text[]   not null default '{}',
    since    date     not null,
    until    date     not null default 'infinity',
    ended    text     check (ended in ('DISSOLVED', 'MERGED', 'MOVED_AWAY')),
    version  int      not null default 1,
    added_by uuid,
    constraint a_household_has_one_key           unique (key),
    constraint a_household_lasts_at_least_a_day  check (since < until),
    constraint a_household_that_ended_says_why   check ((until = 'infinity') = (ended is null))
);
create index household_by_place    on registry.household (place, id);
create index household_by_head     on registry.household (head text_pattern_ops, place);
create index household_by_initials on registry.household (initials text_pattern_ops, place);
create index household_by_given    on registry.household (platform.given_name(head) text_pattern_ops, place);
create index household_by_key      on registry.household (key text_pattern_ops, place);
create index household_by_village  on registry.household (village);
create index household_by_added_by on registry.household (added_by) where added_by is not null;

-- How many households begin (+) and end (-) to be in scope in a village on a day: the sum up to a day is how many there are on it.
create table registry.household_tally (
    place  bigint not null,
    day    date   not null,
    change int    not null,
    primary key (place, day)
);
create function registry.tally_households() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into registry.household_tally as t (place, day, change)
        select s.place, s.day, sum(s.change)
          from (select place, since as day, 1 as change from fresh
                union all
                select place, until, -1 from fresh where until < 'infinity') s
         group by s.place, s.day
         order by s.place, s.day
        on conflict (place, day) do update set change = t.change + excluded.change;
    elsif tg_op = 'DELETE' then
        insert into registry.household_tally as t (place, day, change)
        select s.place, s.day, sum(s.change)
          from (select place, since as day, -1 as change from stale
                union all
                select place, until, 1 from stale where until < 'infinity') s
         group by s.place, s.day
         order by s.place, s.day
        on conflict (place, day) do update set change = t.change + excluded.change;
    else
        insert into registry.household_tally as t (place, day, change)
        select s.place, s.day, sum(s.change)
          from (select place, since as day, 1 as change from fresh
                union all
                select place, until, -1 from fresh where until < 'infinity'
                union all
                select place, since, -1 from stale
                union all
                select place, until, 1 from stale where until < 'infinity') s
         group by s.place, s.day
        having sum(s.change) <> 0
         order by s.place, s.day
        on conflict (place, day) do update set change = t.change + excluded.change;
    end if;
    return null;
end $$;
create trigger households_are_counted_as_they_come after insert on registry.household
    referencing new table as fresh for each statement execute function registry.tally_households();
create trigger households_are_counted_as_they_change after update on registry.household
    referencing old table as stale new table as fresh for each statement execute function registry.tally_households();
create trigger households_are_counted_as_they_go after delete on registry.household
    referencing old table as stale for each statement execute function registry.tally_households();

-- Why and until when a household counts as needing more; none outlives its review date unnoticed.
create table registry.household_need (
    household   uuid not null references registry.household,
    category    text not null references registry.need_category,
    legal_basis text not null,
    since       date not null,
    review_on   date not null,
    place       bigint not null,
    primary key (household, category),
    constraint a_need_is_reviewed_after_it_began check (review_on > since)
);
create index household_need_by_review on registry.household_need (review_on);

-- What a household was before it changed: the row as it stood from valid_from up to but not including valid_to.
create table registry.household_past (
    household  uuid     not null references registry.household,
    valid_from date     not null,
    valid_to   date     not null,
    village    uuid     not null references region.division,
    place      bigint   not null,
    group_no   smallint not null,
    head       text     not null,
    size       smallint not null,
    load        uuid,
    recorded_at timestamptz not null default now()
);
create index household_past_by_household on registry.household_past (household, valid_to);
create index household_past_by_place     on registry.household_past (place);
create index household_past_by_load      on registry.household_past (load) where load is not null;

-- Where a household came from and went to.
create table registry.household_lineage (
    day         date not null,
    kind        text not null check (kind in ('SPLIT', 'MERGED', 'MOVED')),
    predecessor uuid not null references registry.household,
    successor   uuid not null references registry.household,
    place       bigint not null,
    by_whom     uuid not null,
    at          timestamptz not null
);
create index household_lineage_by_predecessor on registry.household_lineage (predecessor);
create index household_lineage_by_successor   on registry.household_lineage (successor);

-- The shape of a roster on its way in (see schema roster): null is what the file does not say.
create table registry.household_shape (
    line     bigint   not null,
    id       uuid     not null,
    key      text     not null,
    village  uuid     not null,
    place    bigint   not null,
    group_no smallint,
    head     text     not null,
    initials text     not null,
    size     smallint not null,
    needs    text[],
    review_on date,
    since    date
);
