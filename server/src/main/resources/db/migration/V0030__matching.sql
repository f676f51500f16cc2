create schema matching;

-- One search for which unit serves which villages (R96): of which ground, by which rules, and how far it came. Nothing changes for anybody
-- until it is adopted.
create table matching.run (
    id         uuid        primary key,
    lo         bigint      not null,
    hi         bigint      not null,
    day        date        not null,
    scheme     uuid        not null,
    state      text        not null check (state in ('WAITING', 'SOLVING', 'PROPOSED', 'INFEASIBLE', 'CANCELLED', 'FAILED', 'ADOPTED', 'SUPERSEDED')),
    by_whom    uuid        not null,
    asked_at   timestamptz not null,
    ended_at   timestamptz,
    attempts   int         not null default 0,
    stage      text,
    done       bigint,
    total      bigint,
    failure    text,
    fingerprint text,
    totals     jsonb,
    source     text,
    adopted_on date,
    adopted_by uuid,
    constraint a_proposed_match_has_totals check (state not in ('PROPOSED', 'ADOPTED') or totals is not null),
    constraint an_adopted_match_names_day_person_and_document
        check ((state = 'ADOPTED') <= (adopted_on is not null and adopted_by is not null and source <> ''))
);
create index matching_run_by_time on matching.run (asked_at desc, id desc);

-- A village in a match: its families, the units that served it before, and how many families have a contact of a unit that no longer would.
create table matching.village (
    run      uuid   not null references matching.run on delete cascade,
    place    bigint not null,
    village  uuid   not null references region.division,
    families int    not null check (families > 0),
    before   uuid[] not null,
    parted   int    not null,
    primary key (run, place)
);

-- A unit for a village: `families` it would look after there. The unit that comes next, and has none, is kept for comparison (`other`).
-- Prices are metres of walking for all families of the village; `more` is what each family would cost the whole more with the other unit, in
-- hundredths of a metre.
create table matching.share (
    run      uuid    not null,
    place    bigint  not null,
    unit     uuid    not null references staff.unit,
    families int     not null check (families >= 0),
    metres   bigint  not null,
    near     bigint  not null,
    fit      bigint  not null,
    stays    bigint  not null,
    fixed    boolean not null,
    other    boolean not null,
    more     bigint  not null,
    primary key (run, place, unit),
    foreign key (run, place) references matching.village on delete cascade,
    constraint the_other_unit_has_no_families check (not other or families = 0)
);
create index share_by_unit on matching.share (run, unit);

-- What a unit is strong enough for, and what it would get. `worth` is what one more family with it costs the whole, in hundredths of a metre.
create table matching.strength (
    run      uuid    not null references matching.run on delete cascade,
    unit     uuid    not null references staff.unit,
    cadres   int     not null,
    low      int     not null,
    fair     int     not null,
    room     int     not null,
    families int     not null,
    before   int     not null,
    worth    bigint  not null,
    guest    boolean not null,
    primary key (run, unit)
);

-- Why there is no match, in numbers. `lift` says which units to strengthen by how many places: the fewest.
create table matching.shortage (
    run      uuid   not null references matching.run on delete cascade,
    number   int    not null,
    kind     text   not null check (kind in ('TOO_FEW_PLACES', 'TOO_FEW_HOUSEHOLDS', 'NOBODY_ELIGIBLE')),
    villages uuid[] not null,
    units    uuid[] not null,
    need     bigint not null,
    room     bigint not null,
    primary key (run, number)
);
create table matching.lift (
    run    uuid not null references matching.run on delete cascade,
    unit   uuid not null references staff.unit,
    places int  not null check (places > 0),
    primary key (run, unit)
);

-- Villages given to units by hand; they survive the next search. A village given to several is shared by these.
create table matching.pin (
    village uuid   not null references region.division,
    unit    uuid   not null references staff.unit,
    place   bigint not null,
    reason  text   not null check (reason <> ''),
    by_whom uuid   not null,
    at      timestamptz not null,
    primary key (village, unit)
);
