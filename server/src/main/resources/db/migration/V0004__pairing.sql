create schema pairing;

-- The rules of pairing (干部联系农户制度), versioned: each version says from which day it holds and which document it comes from.
create table pairing.scheme (
    id          uuid        primary key,
    effective   date        not null,
    title       text        not null,
    source      text        not null,
    rules       jsonb       not null,
    by_whom     uuid        not null,
    recorded_at timestamptz not null default now()
);
create index scheme_by_effective on pairing.scheme (effective desc, recorded_at desc);

-- Who is whose one fixed contact (R36, R37). The stretches of one household form one unbroken chain without an end:
-- each row that ends names its successor by the day it ends, no two rows begin or end on the same day, and exactly one row is open.
-- So a second contact at any time, or a gap between two, cannot be written down at all.
-- A stretch in which the household was not in scope has no cadre and says why.
create table pairing.pairing (
    household   uuid        not null references registry.household,
    since       date        not null,
    until       date        not null default 'infinity',
    cadre       uuid        references registry.cadre,
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
create index pairing_by_place on pairing.pairing (place, household) where until = 'infinity';

-- A cadre who holds households cannot leave, and nobody is given to one who has left.
create function pairing.refuse_leaving_with_households() returns trigger language plpgsql as $$
begin
    if exists (select from pairing.pairing p where p.cadre = new.id and p.until > new.until) then
        raise exception 'cadre holds households' using errcode = 'check_violation',
            constraint = 'a_cadre_holding_households_cannot_leave', schema = 'registry', table = 'cadre';
    end if;
    return null;
end $$;
create constraint trigger a_cadre_holding_households_cannot_leave
    after update of until on registry.cadre
    deferrable initially deferred
    for each row when (new.until < old.until) execute function pairing.refuse_leaving_with_households();

create function pairing.refuse_contact_who_left() returns trigger language plpgsql as $$
begin
    if exists (select from fresh f join registry.cadre c on c.id = f.cadre where f.until > c.until or f.since < c.since) then
        raise exception 'contact not in service' using errcode = 'check_violation',
            constraint = 'a_contact_serves_while_he_is_the_contact', schema = 'pairing', table = 'pairing';
    end if;
    return null;
end $$;
create trigger a_contact_serves_while_he_is_the_contact
    after insert on pairing.pairing referencing new table as fresh
    for each statement execute function pairing.refuse_contact_who_left();

-- Which units may serve which villages (R96). A range of codes, so that a unit may be given a whole township or county.
create table pairing.unit_ground (
    unit    uuid   not null references registry.unit,
    lo      bigint not null,
    hi      bigint not null,
    since   date   not null,
    until   date   not null default 'infinity',
    by_whom uuid   not null,
    primary key (unit, lo, since),
    constraint a_unit_ground_is_a_range check (lo < hi and since < until)
);

-- Pairs that must not be: kinship above all.
create table pairing.exclusion (
    household uuid   not null references registry.household,
    cadre     uuid   not null references registry.cadre,
    place     bigint not null,
    reason    text   not null,
    since     date   not null,
    until     date   not null default 'infinity',
    by_whom   uuid   not null,
    primary key (household, cadre, since)
);

-- Choices made by hand; they survive the next proposal.
create table pairing.pin (
    household uuid   primary key references registry.household,
    cadre     uuid   not null references registry.cadre,
    place     bigint not null,
    reason    text   not null,
    by_whom   uuid   not null,
    at        timestamptz not null default now()
);

-- Who answers while a cadre is away.
create table pairing.backup (
    cadre   uuid not null references registry.cadre,
    backup  uuid not null references registry.cadre,
    reason  text not null check (reason in ('LEAVE', 'ILLNESS', 'TRAINING', 'DUTY_ELSEWHERE')),
    since   date not null,
    until   date not null,
    by_whom uuid not null,
    at      timestamptz not null default now(),
    primary key (cadre, since),
    constraint nobody_backs_himself          check (cadre <> backup),
    constraint an_absence_lasts_at_least_a_day check (since < until)
);

-- What the nightly check of the invariants found, and when (I-HOUSE, I-CADRE, I-NOGAP, I-LOAD).
create table pairing.finding (
    id         uuid        primary key,
    checked_at timestamptz not null,
    day        date        not null,
    households bigint      not null,
    uncovered  bigint      not null,
    cadres     bigint      not null,
    idle       bigint      not null,
    overloaded bigint      not null,
    expired_exemptions bigint not null,
    took_ms    bigint      not null
);
