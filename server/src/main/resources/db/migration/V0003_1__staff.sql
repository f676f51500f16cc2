create schema staff;

-- An organisation that has cadres. `key` is the office's own number for it, the name by which files mention it.
create table staff.unit (
    id      uuid    primary key,
    key     text    not null,
    name    text    not null,
    initials text   not null default '',
    parent  uuid    references staff.unit,
    level   text    not null check (level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    kind    text    not null check (kind in ('PARTY', 'GOVERNMENT', 'PUBLIC_INSTITUTION', 'ENTERPRISE', 'SCHOOL', 'HOSPITAL', 'TOWNSHIP', 'OTHER')),
    place   bigint  not null,
    lon     double precision,
    lat     double precision,
    since   date    not null,
    until   date    not null default 'infinity',
    version int     not null default 1,
    added_by uuid,
    constraint a_unit_key_is_used_once check (key <> ''),
    constraint a_unit_has_one_key      unique (key),
    constraint a_unit_lasts_at_least_a_day check (since < until),
    constraint a_unit_point_has_both_coordinates check ((lon is null) = (lat is null))
);
create index unit_by_place    on staff.unit (place);
create index unit_by_added_by on staff.unit (added_by) where added_by is not null;

-- A cadre in scope of the programme. `phone` is the work phone that goes on the contact card; nothing private is kept.
create table staff.cadre (
    id            uuid    primary key,
    key           text    not null,
    unit          uuid    not null references staff.unit,
    place         bigint  not null,
    name          text    not null,
    initials      text    not null,
    post          text    not null,
    rank          text    not null check (rank in ('COUNTY_LEAD', 'COUNTY_DEPUTY', 'SECTION_LEAD', 'SECTION_DEPUTY', 'STAFF')),
    leader        boolean not null default false,
    phone         text,
    skills        text[]  not null default '{}',
    home_village  uuid    references region.division,
    capacity_min  int,
    capacity_max  int,
    since         date    not null,
    until         date    not null default 'infinity',
    exempt_reason text,
    exempt_until  date,
    version       int     not null default 1,
    added_by      uuid,
    constraint a_cadre_has_one_key            unique (key),
    constraint a_cadre_serves_at_least_a_day  check (since < until),
    constraint an_exemption_has_reason_and_end check ((exempt_reason is null) = (exempt_until is null)),
    constraint a_cadre_capacity_is_a_range    check (coalesce(capacity_min, 0) >= 0 and coalesce(capacity_max, 100000) >= coalesce(capacity_min, 0))
);
create index cadre_by_unit     on staff.cadre (unit, id);
create index cadre_by_place    on staff.cadre (place, id);
create index cadre_by_name     on staff.cadre (name text_pattern_ops);
create index cadre_by_initials on staff.cadre (initials text_pattern_ops);
create index cadre_by_given    on staff.cadre (platform.given_name(name) text_pattern_ops);
create index cadre_by_key      on staff.cadre (key text_pattern_ops);
create index cadre_by_exemption on staff.cadre (exempt_until) where exempt_until is not null;
create index cadre_by_added_by  on staff.cadre (added_by) where added_by is not null;

-- The shape of a roster on its way in (see schema roster): null is what the file does not say.
create table staff.unit_shape (
    line   bigint not null,
    id     uuid   not null,
    key    text   not null,
    name   text   not null,
    initials text not null,
    parent_key text,
    level  text   not null,
    kind   text   not null,
    place  bigint not null,
    lon    double precision,
    lat    double precision,
    since  date
);
create table staff.cadre_shape (
    line   bigint  not null,
    id     uuid    not null,
    key    text    not null,
    unit   uuid    not null,
    place  bigint  not null,
    name   text    not null,
    initials text  not null,
    post   text    not null,
    rank   text    not null,
    leader boolean,
    phone  text,
    skills text[],
    home_village uuid,
    capacity_min int,
    capacity_max int,
    since  date
);
