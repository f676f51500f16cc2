create schema region;

-- One file of divisions as an authority published it.
create table region.release (
    id        uuid        primary key,
    source    text        not null,
    as_of     date        not null,
    sha256    text        not null,
    by_whom   uuid        not null,
    loaded_at timestamptz not null default now()
);

-- A place's own identity, and a point that stands for it (used to weigh a walk, never to follow a walker).
create table region.division (
    id           uuid             primary key,
    level        text             not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    lon          double precision,
    lat          double precision,
    point_source text,
    constraint a_point_has_both_coordinates check ((lon is null) = (lat is null)),
    constraint a_point_names_its_source     check (lon is null or point_source is not null)
);

-- What a place was called, coded and part of, from since up to but not including until.
create table region.division_version (
    division uuid   not null references region.division,
    since    date   not null,
    until    date   not null default 'infinity',
    code     bigint not null,
    name     text   not null,
    initials text   not null,
    kind     text   not null,
    parent   uuid   references region.division,
    release  uuid   not null references region.release,
    primary key (division, since),
    constraint a_division_has_one_version_at_a_time   unique (division, until),
    constraint a_code_begins_once_a_day                unique (code, since),
    constraint a_code_names_one_division_at_a_time     unique (code, until),
    constraint a_division_version_lasts_at_least_a_day check (since < until),
    constraint a_code_has_twelve_digits                check (code between 100000000000 and 999999999999)
);
create index division_version_by_parent on region.division_version (parent, code);

-- What became of a place that was redrawn.
create table region.lineage (
    release     uuid not null references region.release,
    day         date not null,
    kind        text not null check (kind in ('MERGED', 'SPLIT', 'RENAMED', 'RECODED', 'MOVED', 'ENDED', 'NEW')),
    predecessor uuid references region.division,
    successor   uuid references region.division,
    constraint a_lineage_names_a_place check (predecessor is not null or successor is not null)
);
create index lineage_by_predecessor on region.lineage (predecessor);
create index lineage_by_successor   on region.lineage (successor);

-- Days that are not what their weekday says: public holidays, make-up workdays, days off in lieu.
create table region.special_day (
    day       date primary key,
    kind      text not null check (kind in ('HOLIDAY', 'WORKDAY', 'IN_LIEU')),
    name      text not null,
    source    text not null,
    loaded_at timestamptz not null default now()
);
-- The years for which the State Council's notice has been loaded; outside them the calendar does not guess.
create table region.calendar_year (
    year      int  primary key,
    source    text not null,
    loaded_at timestamptz not null default now()
);
