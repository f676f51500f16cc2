-- Which decision began a unit's ground, and which ended it: so that a decision can be taken back, and what held before holds again.
-- `until_before` is what the end was before it was ended.
alter table scheme.unit_ground
    add column begun_in     uuid,
    add column ended_in     uuid,
    add column until_before date;
create index unit_ground_by_begun_in on scheme.unit_ground (begun_in) where begun_in is not null;
create index unit_ground_by_ended_in on scheme.unit_ground (ended_in) where ended_in is not null;

-- A match, or its part for one place, that somebody made to hold from a day on; and who took it back, and why.
create table matching.adoption (
    id        uuid        primary key,
    run       uuid        not null references matching.run,
    lo        bigint      not null,
    hi        bigint      not null,
    day       date        not null,
    source    text        not null,
    changed   int         not null,
    by_whom   uuid        not null,
    at        timestamptz not null,
    undone_by uuid,
    undone_at timestamptz,
    undone_why text,
    constraint an_adoption_taken_back_says_who_and_why check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_why is null))
);
create index adoption_by_run on matching.adoption (run, at);
insert into matching.adoption (id, run, lo, hi, day, source, changed, by_whom, at)
select gen_random_uuid(), id, lo, hi, adopted_on, source, coalesce((totals ->> 'changed')::int, 0), adopted_by, coalesce(ended_at, asked_at)
  from matching.run
 where state = 'ADOPTED';
