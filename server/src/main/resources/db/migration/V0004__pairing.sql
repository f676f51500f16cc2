create schema pairing;

-- Who is whose one fixed contact (R36, R37). The stretches of one household form one unbroken chain without an end:
-- each row that ends names its successor by the day it ends, no two rows begin or end on the same day, and exactly one row is open.
-- So a second contact at any time, or a gap between two, cannot be written down at all (the proof is in ADR 0003).
-- A stretch in which the household was not in scope has no cadre and says why.
-- That household and cadre exist and are in scope for the whole stretch is kept set-wise by the triggers below, in one pass over what a
-- statement wrote; a foreign key would ask once per row, and would ask less.
create table pairing.pairing (
    household   uuid        not null,
    since       date        not null,
    until       date        not null default 'infinity',
    cadre       uuid,
    place       bigint      not null,
    reason      text        not null,
    run         uuid,
    by_whom     uuid        not null,
    recorded_at timestamptz not null default now(),
    next_since  date        generated always as (nullif(until, 'infinity'::date)) stored,
    constraint a_household_has_one_contact_at_a_time primary key (household, since),
    constraint a_household_is_handed_over_once_a_day  unique (household, until),
    constraint a_pairing_lasts_at_least_a_day         check (since < until),
    constraint a_household_is_never_left_without_a_contact
        foreign key (household, next_since) references pairing.pairing (household, since) deferrable initially deferred,
    constraint a_pairing_without_a_cadre_says_why     check (cadre is not null or reason in ('DISSOLVED', 'MERGED', 'MOVED_AWAY')),
    constraint a_pairing_has_a_known_reason           check (reason in ('PLAN_ADOPTED', 'CADRE_LEFT', 'CADRE_ILL', 'HOUSEHOLD_NEW', 'HOUSEHOLD_SPLIT',
        'HOUSEHOLD_MOVED', 'REGION_REDRAWN', 'MOVED_BY_HAND', 'KINSHIP', 'DISSOLVED', 'MERGED', 'MOVED_AWAY', 'CORRECTED'))
);
create index pairing_by_cadre on pairing.pairing (cadre, until);
create index pairing_by_place on pairing.pairing (place, household);

-- What a stretch said before it was corrected on the day it began (a second change on one day replaces the first): what we once believed stays readable.
create table pairing.replaced (
    household   uuid        not null,
    since       date        not null,
    cadre       uuid,
    place       bigint      not null,
    reason      text        not null,
    run         uuid,
    by_whom     uuid        not null,
    recorded_at timestamptz not null,
    replaced_by uuid        not null,
    replaced_at timestamptz not null default now()
);
create index replaced_by_household on pairing.replaced (household, since);

-- Whoever is given a contact is in scope for the whole stretch and lives where the row says; whoever is the contact serves for the whole stretch.
-- The rows of the registry are locked while we look, so that nobody can leave between our look and our commit: whoever ends one waits for us and
-- then finds the pairing, or we wait for him and find that he ended. A few households are locked one by one (for share); a city's, nearly all there
-- are, by one lock on the whole table that keeps the same people out and the readers in, and does not write every row to do so.
create function pairing.refuse_pairs_out_of_scope() returns trigger language plpgsql as $$
declare
    written bigint;
    sound   bigint;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'pairings are written in read committed only' using errcode = 'invalid_transaction_state';
    end if;
    select count(*) into written from fresh;
    if written > coalesce(nullif(current_setting('pairing.many', true), '')::bigint, 200000) then
        lock table registry.household in share mode;
        select count(*) into sound
          from fresh f
          join registry.household h on h.id = f.household
         where f.cadre is null
            or h.since <= f.since and f.until <= h.until and (h.place = f.place or f.until < 'infinity');
    else
        select count(*) into sound from (
            select h.id
              from fresh f
              join registry.household h on h.id = f.household
             where f.cadre is null
                or h.since <= f.since and f.until <= h.until and (h.place = f.place or f.until < 'infinity')
               for share of h) as locked;
    end if;
    if sound < written then
        raise exception 'household not in scope' using errcode = 'check_violation',
            constraint = 'a_household_with_a_contact_is_in_scope', schema = 'pairing', table = 'pairing', detail = (
                select count(*) || ': ' || coalesce(string_agg(coalesce(h.key, f.household::text), ', ' order by f.household) filter (where f.n <= 3), '')
                  from (select household, since, until, cadre, place, row_number() over (order by household) as n
                          from fresh x
                         where not exists (select from registry.household h
                                            where h.id = x.household
                                              and (x.cadre is null
                                                   or h.since <= x.since and x.until <= h.until and (h.place = x.place or x.until < 'infinity')))) f
                  left join registry.household h on h.id = f.household);
    end if;
    select count(*) into written from (select distinct cadre from fresh where cadre is not null) as given;
    select count(*) into sound from (
        select c.id
          from (select cadre, min(since) as since, max(until) as until from fresh where cadre is not null group by cadre) f
          join staff.cadre c on c.id = f.cadre
         where c.since <= f.since and f.until <= c.until
         order by c.id
           for share of c) as locked;
    if sound < written then
        raise exception 'contact not in service' using errcode = 'check_violation',
            constraint = 'a_contact_serves_while_he_is_the_contact', schema = 'pairing', table = 'pairing', detail = (
                select count(*) || ': ' || coalesce(string_agg(coalesce(c.key, f.cadre::text), ', ' order by f.cadre) filter (where f.n <= 3), '')
                  from (select cadre, row_number() over (order by cadre) as n
                          from (select cadre, min(since) as since, max(until) as until from fresh where cadre is not null group by cadre) x
                         where not exists (select from staff.cadre c where c.id = x.cadre and c.since <= x.since and x.until <= c.until)) f
                  left join staff.cadre c on c.id = f.cadre);
    end if;
    return null;
end $$;
create trigger given_pairs_are_in_scope
    after insert on pairing.pairing referencing new table as fresh
    for each statement execute function pairing.refuse_pairs_out_of_scope();
create trigger changed_pairs_are_in_scope
    after update on pairing.pairing referencing new table as fresh
    for each statement execute function pairing.refuse_pairs_out_of_scope();

-- How many households begin (+) and cease (-) to have a contact in a village on a day: the sum up to a day is how many have one on it.
create table pairing.tally (
    place  bigint not null,
    day    date   not null,
    change int    not null,
    primary key (place, day)
);
create function pairing.tally_given() returns trigger language plpgsql as $$
begin
    insert into pairing.tally as t (place, day, change)
    select s.place, s.day, sum(s.change)
      from (select place, since as day, 1 as change from fresh where cadre is not null
            union all
            select place, until, -1 from fresh where cadre is not null and until < 'infinity') s
     group by s.place, s.day
     order by s.place, s.day
    on conflict (place, day) do update set change = t.change + excluded.change;
    return null;
end $$;
create function pairing.tally_changed() returns trigger language plpgsql as $$
begin
    insert into pairing.tally as t (place, day, change)
    select s.place, s.day, sum(s.change)
      from (select place, since as day, 1 as change from fresh where cadre is not null
            union all
            select place, until, -1 from fresh where cadre is not null and until < 'infinity'
            union all
            select place, since, -1 from stale where cadre is not null
            union all
            select place, until, 1 from stale where cadre is not null and until < 'infinity') s
     group by s.place, s.day
    having sum(s.change) <> 0
     order by s.place, s.day
    on conflict (place, day) do update set change = t.change + excluded.change;
    return null;
end $$;
create function pairing.tally_deleted() returns trigger language plpgsql as $$
begin
    insert into pairing.tally as t (place, day, change)
    select s.place, s.day, sum(s.change)
      from (select place, since as day, -1 as change from stale where cadre is not null
            union all
            select place, until, 1 from stale where cadre is not null and until < 'infinity') s
     group by s.place, s.day
     order by s.place, s.day
    on conflict (place, day) do update set change = t.change + excluded.change;
    return null;
end $$;
create trigger given_pairs_are_counted after insert on pairing.pairing
    referencing new table as fresh for each statement execute function pairing.tally_given();
create trigger changed_pairs_are_counted after update on pairing.pairing
    referencing old table as stale new table as fresh for each statement execute function pairing.tally_changed();
create trigger deleted_pairs_are_counted after delete on pairing.pairing
    referencing old table as stale for each statement execute function pairing.tally_deleted();

-- The same seen from the registry. A cadre who holds households cannot leave; a household that ends has its chain closed with the reason;
-- one that moves takes its contact along; and nobody with a history is deleted.
create function pairing.refuse_leaving_with_households() returns trigger language plpgsql as $$
begin
    if exists (select from pairing.pairing p where p.cadre = new.id and p.until > new.until) then
        raise exception 'cadre holds households' using errcode = 'check_violation',
            constraint = 'a_cadre_holding_households_cannot_leave', schema = 'staff', table = 'cadre';
    end if;
    return null;
end $$;
create constraint trigger a_cadre_holding_households_cannot_leave
    after update of until on staff.cadre
    deferrable initially deferred
    for each row when (new.until < old.until) execute function pairing.refuse_leaving_with_households();

create function pairing.refuse_ending_with_a_contact() returns trigger language plpgsql as $$
begin
    if exists (select from pairing.pairing p where p.household = new.id and p.cadre is not null and p.until > new.until) then
        raise exception 'household has a contact' using errcode = 'check_violation',
            constraint = 'a_household_with_a_contact_is_in_scope', schema = 'registry', table = 'household';
    end if;
    if exists (select from pairing.pairing p where p.household = new.id and p.cadre is not null and p.until = 'infinity' and p.place <> new.place) then
        raise exception 'contact left behind' using errcode = 'check_violation',
            constraint = 'a_contact_moves_along_with_the_household', schema = 'registry', table = 'household';
    end if;
    return null;
end $$;
create constraint trigger a_household_takes_its_contact_along
    after update of until, place on registry.household
    deferrable initially deferred
    for each row when (new.until < old.until or new.place <> old.place) execute function pairing.refuse_ending_with_a_contact();

create function pairing.refuse_forgetting() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'household' and exists (select from gone g join pairing.pairing p on p.household = g.id)
       or tg_table_name = 'cadre' and exists (select from gone g join pairing.pairing p on p.cadre = g.id) then
        raise exception 'has a history' using errcode = 'foreign_key_violation',
            constraint = 'nobody_with_a_history_is_deleted', schema = tg_table_schema, table = tg_table_name;
    end if;
    return null;
end $$;
create trigger no_household_with_a_history_is_deleted
    after delete on registry.household referencing old table as gone
    for each statement execute function pairing.refuse_forgetting();
create trigger no_cadre_with_a_history_is_deleted
    after delete on staff.cadre referencing old table as gone
    for each statement execute function pairing.refuse_forgetting();

create function pairing.refuse_forgetting_all() returns trigger language plpgsql as $$
begin
    raise exception 'has a history' using errcode = 'foreign_key_violation',
        constraint = 'nobody_with_a_history_is_deleted', schema = tg_table_schema, table = tg_table_name;
end $$;
create trigger households_are_not_emptied before truncate on registry.household
    for each statement execute function pairing.refuse_forgetting_all();
create trigger cadres_are_not_emptied before truncate on staff.cadre
    for each statement execute function pairing.refuse_forgetting_all();
create trigger identities_of_households_are_for_good before update of id on registry.household
    for each statement execute function pairing.refuse_forgetting_all();
create trigger identities_of_cadres_are_for_good before update of id on staff.cadre
    for each statement execute function pairing.refuse_forgetting_all();

-- Choices made by hand; they survive the next proposal.
create table pairing.pin (
    household uuid   primary key references registry.household,
    cadre     uuid   not null references staff.cadre,
    place     bigint not null,
    reason    text   not null,
    by_whom   uuid   not null,
    at        timestamptz not null default now()
);
create index pin_by_place on pairing.pin (place);
create index pin_by_cadre on pairing.pin (cadre);

-- Who answers while a cadre is away; nobody while `backup` is null, which waits for somebody to be named.
create table pairing.backup (
    cadre   uuid not null references staff.cadre,
    backup  uuid references staff.cadre,
    reason  text not null check (reason in ('LEAVE', 'ILLNESS', 'TRAINING', 'DUTY_ELSEWHERE')),
    since   date not null,
    until   date not null,
    by_whom uuid not null,
    at      timestamptz not null default now(),
    primary key (cadre, since),
    constraint nobody_backs_himself          check (cadre <> backup),
    constraint an_absence_lasts_at_least_a_day check (since < until)
);
create index backup_by_backup on pairing.backup (backup, until);
