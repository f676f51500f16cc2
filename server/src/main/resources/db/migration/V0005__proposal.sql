create schema proposal;

-- One search for a pairing: of which ground, by which rules, and how far it came. Nothing changes for anybody until it is adopted.
-- `attempts` counts how often a node began it: a search whose node died is begun once more, then given up.
create table proposal.run (
    id         uuid        primary key,
    lo         bigint      not null,
    hi         bigint      not null,
    day        date        not null,
    scheme     uuid        not null references scheme.scheme,
    state      text        not null check (state in ('WAITING', 'SOLVING', 'PROPOSED', 'INFEASIBLE', 'CANCELLED', 'FAILED', 'ADOPTED', 'SUPERSEDED')),
    by_whom    uuid        not null,
    asked_at   timestamptz not null,
    started_at timestamptz,
    ended_at   timestamptz,
    attempts   int         not null default 0,
    stage      text,
    done       bigint,
    total      bigint,
    failure    text,
    fingerprint text,
    totals     jsonb,
    constraint a_proposed_run_has_totals check (state not in ('PROPOSED', 'ADOPTED') or totals is not null),
    constraint a_failed_run_says_why     check (state <> 'FAILED' or failure is not null)
);
create index run_by_time on proposal.run (asked_at desc, id desc);

-- The proposed pairs of one village, in one row: the nth household, of the nth kind of need, goes to the nth cadre and was with the nth
-- previous one. `pinned` are choices made by hand before the search, `moved` after it.
create table proposal.village (
    run        uuid   not null references proposal.run on delete cascade,
    village    uuid   not null references region.division,
    place      bigint not null,
    x          int    not null,
    y          int    not null,
    units      uuid[] not null,
    households uuid[] not null,
    kinds      smallint[] not null,
    cadres     uuid[] not null,
    previous   uuid[] not null,
    pinned     uuid[] not null,
    moved      uuid[] not null default '{}',
    kept       int    not null,
    fresh      int    not null,
    metres     bigint not null,
    adopted_at timestamptz,
    primary key (run, place),
    constraint the_lists_of_a_village_are_of_one_length
        check (cardinality(households) = cardinality(cadres) and cardinality(households) = cardinality(previous)
               and cardinality(households) = cardinality(kinds))
);
-- Identities do not compress; trying costs more than it saves.
alter table proposal.village alter column households set storage external;
alter table proposal.village alter column cadres set storage external;
alter table proposal.village alter column previous set storage external;

-- What a cadre would hold on this ground, and what one more household with him would cost the whole plan (in metres of walking).
-- `low`, `target`, `high` are his limits less the households he holds elsewhere.
create table proposal.load (
    run      uuid     not null references proposal.run on delete cascade,
    cadre    uuid     not null references staff.cadre,
    unit     uuid     not null references staff.unit,
    place    bigint   not null,
    x        int      not null,
    y        int      not null,
    leader   boolean  not null,
    skills   text[]   not null,
    low      int      not null,
    target   int      not null,
    high     int      not null,
    elsewhere int     not null,
    overload bigint   not null,
    load     int      not null,
    gains    int      not null,
    loses    int      not null,
    villages bigint[] not null,
    price    bigint   not null,
    primary key (run, cadre)
);
create index load_by_unit on proposal.load (run, unit);

-- Why there is no pairing, in numbers. `lifts` raises the limit of the nth of `lifted`: the cheapest way out.
create table proposal.bottleneck (
    run        uuid   not null references proposal.run on delete cascade,
    number     int    not null,
    kind       text   not null check (kind in ('TOO_FEW_PLACES', 'TOO_FEW_HOUSEHOLDS', 'NOBODY_ELIGIBLE')),
    villages   uuid[] not null,
    units      uuid[] not null,
    cadres     uuid[] not null,
    households uuid[] not null,
    need       bigint not null,
    room       bigint not null,
    primary key (run, number)
);
create table proposal.lift (
    run   uuid not null references proposal.run on delete cascade,
    cadre uuid not null references staff.cadre,
    by    int  not null check (by > 0),
    primary key (run, cadre)
);
