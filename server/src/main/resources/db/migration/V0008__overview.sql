create schema overview;

-- Figures of one village, kept ready; looked at anew whenever something in its township changes, so hearing news twice changes nothing.
create table overview.village (
    village     uuid        primary key references region.division,
    place       bigint      not null,
    households  int         not null,
    covered     int         not null,
    computed_at timestamptz not null,
    constraint no_more_covered_than_there_are check (covered between 0 and households)
);
create index overview_village_by_place on overview.village (place);
create index overview_village_short    on overview.village (place) where covered < households;

-- How many households a cadre holds in one township; place is the township's code.
create table overview.holding (
    place bigint not null,
    cadre uuid   not null references staff.cadre on delete cascade,
    load  int    not null,
    primary key (place, cadre)
);
create index overview_holding_by_cadre on overview.holding (cadre);

-- Figures of one cadre in scope; load is the sum of what he holds anywhere.
create table overview.cadre (
    cadre        uuid        primary key references staff.cadre on delete cascade,
    unit         uuid        not null references staff.unit on delete cascade,
    place        bigint      not null,
    load         int         not null,
    exempt_until date,
    computed_at  timestamptz not null
);
create index overview_cadre_by_place on overview.cadre (place, load, exempt_until);
create index overview_cadre_by_unit  on overview.cadre (unit, load);
