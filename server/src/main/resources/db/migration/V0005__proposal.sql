create schema proposal;

-- One search for a pairing: of which ground, by which rules, and how far it came. Nothing changes for anybody until it is adopted.
create table proposal.run (
    id         uuid        primary key,
    lo         bigint      not null,
    hi         bigint      not null,
    day        date        not null,
    scheme     uuid        not null references pairing.scheme,
    state      text        not null check (state in ('WAITING', 'SOLVING', 'PROPOSED', 'INFEASIBLE', 'CANCELLED', 'FAILED', 'ADOPTED', 'SUPERSEDED')),
    by_whom    uuid        not null,
    asked_at   timestamptz not null default now(),
    started_at timestamptz,
    ended_at   timestamptz,
    stage      text,
    done       bigint,
    total      bigint,
    price      bigint,
    summary    jsonb,
    certificate bytea
);

-- The proposed pairs of one village, in one row: the nth household goes to the nth cadre and was with the nth previous one.
create table proposal.village (
    run        uuid   not null references proposal.run on delete cascade,
    village    uuid   not null references region.division,
    place      bigint not null,
    households uuid[] not null,
    cadres     uuid[] not null,
    previous   uuid[] not null,
    kept       int    not null,
    adopted_at timestamptz,
    primary key (run, place),
    constraint the_lists_of_a_village_are_of_one_length
        check (cardinality(households) = cardinality(cadres) and cardinality(households) = cardinality(previous))
);

-- What a cadre would hold.
create table proposal.load (
    run      uuid   not null references proposal.run on delete cascade,
    cadre    uuid   not null references registry.cadre,
    place    bigint not null,
    load     int    not null,
    low      int    not null,
    high     int    not null,
    gains    int    not null,
    loses    int    not null,
    villages bigint[] not null,
    price    bigint not null,
    primary key (run, cadre)
);

-- Why there is no pairing, in numbers.
create table proposal.bottleneck (
    run       uuid   not null references proposal.run on delete cascade,
    number    int    not null,
    kind      text   not null check (kind in ('TOO_FEW_PLACES', 'TOO_FEW_HOUSEHOLDS', 'NOBODY_ELIGIBLE')),
    villages  uuid[] not null,
    units     uuid[] not null,
    cadres    uuid[] not null,
    households uuid[] not null,
    need      bigint not null,
    room      bigint not null,
    primary key (run, number)
);
