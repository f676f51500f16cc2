create schema coverage;

-- What the nightly check of the invariants found on a ground, and when (I-HOUSE, I-CADRE, I-NOGAP, I-LOAD). `loads` counts cadres by how many
-- households they hold: none, 1 to 4, 5 to 9 and so on in fives.
create table coverage.finding (
    id         uuid        primary key,
    lo         bigint      not null,
    hi         bigint      not null,
    checked_at timestamptz not null,
    day        date        not null,
    households bigint      not null,
    uncovered  bigint      not null,
    broken     bigint      not null,
    cadres     bigint      not null,
    idle       bigint      not null,
    overloaded bigint      not null,
    expired_exemptions bigint not null,
    loads      int[]       not null,
    took_ms    bigint      not null
);
create index finding_by_ground on coverage.finding (lo, hi, checked_at desc);
