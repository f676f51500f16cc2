create schema intake;

-- A file somebody gave us, and what became of it.
create table intake.import (
    id         uuid        primary key,
    kind       text        not null check (kind in ('UNITS', 'CADRES', 'HOUSEHOLDS', 'UNIT_GROUND', 'EXCLUSIONS', 'DIVISION_POINTS')),
    file_name  text        not null,
    sha256     text        not null,
    bytes      bigint      not null,
    state      text        not null check (state in ('RECEIVED', 'UNSURE', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    lo         bigint      not null,
    hi         bigint      not null,
    mapping    jsonb,
    counts     jsonb,
    refusal    jsonb,
    done       bigint,
    total      bigint,
    by_whom    uuid        not null,
    received_at timestamptz not null default now(),
    applied_at timestamptz,
    undone_at  timestamptz
);
create index import_by_time on intake.import (received_at desc);
