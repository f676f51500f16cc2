create schema survey;

-- Where a place lies, as an office gave it: what region.division then says. Places nobody gave a point for have an estimated one.
create table survey.point (
    id          uuid             primary key,
    division    uuid             not null references region.division,
    place       bigint           not null,
    lon         double precision not null,
    lat         double precision not null,
    source      text             not null,
    version     int              not null default 1,
    added_by    uuid,
    by_whom     uuid             not null,
    recorded_at timestamptz      not null default now(),
    constraint a_place_is_surveyed_once   unique (division),
    constraint a_point_lies_on_the_earth  check (abs(lon) <= 180 and abs(lat) <= 90)
);
create index point_by_place    on survey.point (place);
create index point_by_added_by on survey.point (added_by) where added_by is not null;

-- The shape of such a roster on its way in (see schema roster): null is what the file does not say.
create table survey.point_shape (
    line     bigint           not null,
    id       uuid             not null,
    key      text             not null,
    division uuid             not null,
    place    bigint           not null,
    lon      double precision not null,
    lat      double precision not null,
    source   text
);
