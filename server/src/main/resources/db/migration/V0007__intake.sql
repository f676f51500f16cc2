create schema intake;

-- A file somebody gave us, and what became of it. `roster` is what it lists; `mapping` which of its columns is which of ours; `counts` what it
-- would change; `refusal` why it went no further. `rows` have been read, `done` of `total` bytes; what is staged lives in the roster's room.
create table intake.import (
    id          uuid        primary key,
    roster      text        not null check (roster in ('UNITS', 'CADRES', 'HOUSEHOLDS')),
    file_name   text        not null,
    sha256      text        not null,
    bytes       bigint      not null,
    state       text        not null check (state in ('RECEIVED', 'UNSURE', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    lo          bigint      not null,
    hi          bigint      not null,
    mapping     jsonb,
    counts      jsonb,
    refusal     jsonb,
    leaving     text        not null default 'NOBODY' check (leaving in ('NOBODY', 'DISSOLVED', 'MOVED_AWAY')),
    rows        bigint      not null default 0,
    bad         bigint      not null default 0,
    done        bigint      not null default 0,
    total       bigint      not null default 0,
    by_whom     uuid        not null,
    received_at timestamptz not null default now(),
    started_at  timestamptz,
    applied_at  timestamptz,
    undone_at   timestamptz
);
create index import_by_time on intake.import (received_at desc);

-- A row that could be read but not taken, and why: the end of a message key roster.row.…
create table intake.bad_line (
    import uuid   not null references intake.import,
    line   bigint not null,
    reason text   not null,
    primary key (import, line)
);
