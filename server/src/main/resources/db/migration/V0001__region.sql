create schema region;

-- Places as an authority drew them: a file it published (with its checksum), or one redrawing by hand after a document it issued.
create table region.release (
    id        uuid        primary key,
    source    text        not null,
    as_of     date        not null,
    sha256    text,
    by_whom   uuid        not null,
    loaded_at timestamptz not null default now()
);

-- A file of divisions that was handed in and is being compared; it becomes a release when it is applied.
create table region.draft (
    id         uuid        primary key,
    source     text        not null,
    day        date        not null,
    sha256     text        not null,
    file       bytea       not null,
    by_whom    uuid        not null,
    handed_in  timestamptz not null default now()
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

-- What a person decided about a place the file does not explain: it lives on under another code, went into others, or ended.
create table region.decision (
    draft    uuid     not null references region.draft on delete cascade,
    division uuid     not null references region.division,
    fate     text     not null check (fate in ('KEEPS', 'MERGED', 'SPLIT', 'ENDED')),
    codes    bigint[] not null,
    primary key (draft, division),
    constraint a_fate_names_where_it_leads check (case fate
        when 'ENDED' then cardinality(codes) = 0
        when 'SPLIT' then cardinality(codes) > 1
        else cardinality(codes) = 1 end)
);

-- Days that are not what their weekday says: public holidays, make-up workdays, days off in lieu.
create table region.special_day (
    day       date primary key,
    kind      text not null check (kind in ('HOLIDAY', 'WORKDAY', 'IN_LIEU')),
    name      text not null,
    notice    int  not null -- the year whose notice said so, which may be the one before or after
);
-- The years for which the State Council's notice has been loaded; outside them the calendar does not guess.
create table region.calendar_year (
    year      int  primary key,
    source    text not null,
    loaded_at timestamptz not null default now()
);

-- A number that is new whenever a place or a special day changes, so that whoever keeps them in memory knows in one look whether he still may.
-- From a sequence, because a number given to a transaction that was rolled back must not be given again.
create sequence region.edition_number;
create table region.edition (
    number bigint  not null,
    sole   boolean primary key default true check (sole)
);
insert into region.edition (number) values (nextval('region.edition_number'));

create function region.new_edition() returns trigger language plpgsql as $$
begin
    update region.edition set number = nextval('region.edition_number');
    return null;
end $$;
create trigger new_edition after insert or update or delete or truncate on region.division
    for each statement execute function region.new_edition();
create trigger new_edition after insert or update or delete or truncate on region.division_version
    for each statement execute function region.new_edition();
create trigger new_edition after insert or update or delete or truncate on region.special_day
    for each statement execute function region.new_edition();
create trigger new_edition after insert or update or delete or truncate on region.calendar_year
    for each statement execute function region.new_edition();
