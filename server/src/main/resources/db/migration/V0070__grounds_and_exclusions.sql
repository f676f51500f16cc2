-- What an office decides about who may serve where: who wrote it down, when and after which document, and who ended it and why. A row ended
-- on the day it began held on no day; it stays to be seen. What was written before this migration does not know its moment.
update scheme.unit_ground g
   set until = n.since
  from (select unit, lo, hi, since, lead(since) over (partition by unit, lo, hi order by since) as next
          from scheme.unit_ground
         where until = 'infinity') o
  join scheme.unit_ground n on n.unit = o.unit and n.lo = o.lo and n.hi = o.hi and n.since = o.next
 where g.unit = o.unit and g.lo = o.lo and g.since = o.since;
alter table scheme.unit_ground
    drop constraint "unit_ground_pkey",
    drop constraint "a_unit_ground_is_a_range",
    add column id          uuid   not null default gen_random_uuid() primary key,
    add column version     int    not null default 1,
    add column place       bigint generated always as (lo) stored,
    add column added_by    uuid,
    add column recorded_at timestamptz,
    add column ended_by    uuid,
    add column ended_at    timestamptz,
    add column end_reason  text,
    add constraint a_unit_ground_is_a_range check (lo < hi and since <= until);
alter table scheme.unit_ground alter column recorded_at set default now();
create unique index a_unit_serves_a_place_once on scheme.unit_ground (unit, lo, hi) where until = 'infinity';
create index unit_ground_by_unit     on scheme.unit_ground (unit, lo);
create index unit_ground_by_added_by on scheme.unit_ground (added_by) where added_by is not null;

-- An exclusion is of one household, or of a whole village, whose place it then names.
alter table scheme.exclusion
    drop constraint "exclusion_pkey",
    drop constraint "an_exclusion_lasts_at_least_a_day",
    alter column household drop not null,
    add column id          uuid not null default gen_random_uuid() primary key,
    add column village     uuid references region.division,
    add column subject     uuid generated always as (coalesce(household, village)) stored,
    add column version     int  not null default 1,
    add column source      text not null default '',
    add column added_by    uuid,
    add column recorded_at timestamptz,
    add column ended_by    uuid,
    add column ended_at    timestamptz,
    add column end_reason  text,
    add constraint an_exclusion_ends_after_it_began             check (since <= until),
    add constraint an_exclusion_is_of_a_household_or_a_village  check ((household is null) <> (village is null));
alter table scheme.exclusion alter column recorded_at set default now();
create unique index a_pair_is_excluded_once on scheme.exclusion (cadre, subject) where until = 'infinity';
create index exclusion_by_household on scheme.exclusion (household);
create index exclusion_by_added_by  on scheme.exclusion (added_by) where added_by is not null;

-- The shape of such rosters on their way in (see schema roster): null is what the file does not say.
create table scheme.unit_ground_shape (
    line   bigint not null,
    id     uuid   not null,
    key    text   not null,
    unit   uuid   not null,
    place  bigint not null,
    hi     bigint not null,
    source text,
    since  date,
    until  date
);
create table scheme.exclusion_shape (
    line      bigint not null,
    id        uuid   not null,
    key       text   not null,
    cadre     uuid   not null,
    subject   uuid   not null,
    household uuid,
    village   uuid,
    place     bigint not null,
    reason    text   not null,
    source    text,
    since     date,
    until     date
);

-- A ground under which somebody was given as a contact is not forgotten, only ended.
create function pairing.refuse_forgetting_ground() returns trigger language plpgsql as $$
begin
    if exists (select from gone g
                 join staff.cadre c on c.unit = g.unit
                 join pairing.pairing p on p.cadre = c.id
                where p.place >= g.lo and p.place < g.hi and p.until > g.since and p.recorded_at >= g.recorded_at) then
        raise exception 'somebody serves there' using errcode = 'foreign_key_violation',
            constraint = 'a_ground_that_is_served_is_not_forgotten', schema = 'pairing', table = 'pairing';
    end if;
    return null;
end $$;
create trigger a_ground_that_is_served_is_not_forgotten
    after delete on scheme.unit_ground referencing old table as gone
    for each statement execute function pairing.refuse_forgetting_ground();

alter table intake.import drop constraint "import_roster_check";
alter table intake.import add check (roster in ('UNITS', 'CADRES', 'HOUSEHOLDS', 'GROUNDS', 'EXCLUSIONS', 'POINTS'));
