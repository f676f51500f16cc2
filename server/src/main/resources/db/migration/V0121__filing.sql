create schema filing;

-- Impact assessments of what people's data are used for (PIPL arts. 55, 56): the newest counts, all are kept.
create table filing.assessment (
    aim     text        not null,
    done_on date        not null,
    number  text        not null check (number <> ''),
    by_whom uuid        not null,
    at      timestamptz not null default now(),
    primary key (aim, done_on)
);
