create schema overview;

-- Figures of one village, kept ready; recomputed whole whenever something in the village changes, so hearing news twice changes nothing.
create table overview.village (
    village     uuid        primary key references region.division,
    place       bigint      not null,
    households  int         not null,
    covered     int         not null,
    computed_at timestamptz not null
);
create index overview_village_by_place on overview.village (place);

-- Figures of one cadre's load.
create table overview.cadre (
    cadre       uuid        primary key references registry.cadre,
    unit        uuid        not null references registry.unit,
    place       bigint      not null,
    load        int         not null,
    exempt      boolean     not null,
    computed_at timestamptz not null
);
create index overview_cadre_by_place on overview.cadre (place, load);
