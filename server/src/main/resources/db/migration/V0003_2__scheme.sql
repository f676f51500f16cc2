create schema scheme;

-- The rules of pairing (干部联系农户制度), versioned: each version says from which day it holds and which document it comes from.
create table scheme.scheme (
    id          uuid        primary key,
    effective   date        not null,
    title       text        not null,
    source      text        not null,
    rules       jsonb       not null,
    by_whom     uuid        not null,
    recorded_at timestamptz not null default now()
);
create index scheme_by_effective on scheme.scheme (effective desc, recorded_at desc);

-- Which units may serve which villages (R96). A range of codes, so that a unit may be given a whole township or county.
create table scheme.unit_ground (
    unit    uuid   not null references staff.unit,
    lo      bigint not null,
    hi      bigint not null,
    since   date   not null,
    until   date   not null default 'infinity',
    by_whom uuid   not null,
    primary key (unit, lo, since),
    constraint a_unit_ground_is_a_range check (lo < hi and since < until)
);
create index unit_ground_by_place on scheme.unit_ground (lo, hi);

-- Pairs that must not be: kinship above all.
create table scheme.exclusion (
    household uuid   not null references registry.household,
    cadre     uuid   not null references staff.cadre,
    place     bigint not null,
    reason    text   not null,
    since     date   not null,
    until     date   not null default 'infinity',
    by_whom   uuid   not null,
    primary key (household, cadre, since),
    constraint an_exclusion_lasts_at_least_a_day check (since < until)
);
create index exclusion_by_place on scheme.exclusion (place);
create index exclusion_by_cadre on scheme.exclusion (cadre);
