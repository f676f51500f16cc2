-- Cases from a list (ADR 0103): what a hotline, a village meeting or another system heard, row by row, looked at before anything is opened.

do $$ begin execute format('alter table cases.issue drop constraint %I', 'issue_channel_check'); end $$;
alter table cases.issue add constraint a_case_was_heard_somewhere_known check (channel in ('VISIT', 'CARD', 'CLERK', 'VILLAGE', 'OPEN311', 'LIST'));

create table cases.list (
    id        uuid        primary key,
    lo        bigint      not null,
    hi        bigint      not null,
    source    text        not null check (length(source) between 1 and 60),
    file_name text        not null check (length(file_name) <= 200),
    faults    text[]      not null default '{}',
    refused   int         not null check (refused >= 0),
    opened    int         not null default 0 check (opened >= 0),
    read_by   uuid        not null,
    read_at   timestamptz not null,
    kept_at   timestamptz,
    undone_at timestamptz,
    constraint a_list_has_a_ground                check (lo < hi),
    constraint only_a_list_that_was_kept_is_undone check (undone_at is null or kept_at is not null)
);
create index list_by_place on cases.list (lo, read_at desc);
select scope.by_stretch('cases.list');

-- A row that was understood; its identity becomes the case's. Once it is kept the words are the case's alone, and what stays is that this row was brought.
-- A category nobody said was taken from the words when the list was read: it is opened as it was looked at, whatever was learnt meanwhile.
-- The mark is a digest of what makes the row itself: the source's own number, or else all that it says.
create table cases.entry (
    id        uuid    primary key,
    list      uuid    not null references cases.list on delete cascade,
    row_no    int     not null check (row_no > 0),
    place     bigint  not null,
    household uuid    references registry.household,
    kind      text    not null check (kind in ('SERVICE', 'SUGGESTION', 'HARDSHIP', 'DISPUTE', 'PETITION')),
    category  text    not null,
    said      boolean not null,
    words     text    not null check (length(words) <= 1000),
    heard_on  date,
    number    text    not null default '' check (length(number) <= 40),
    mark      text    not null check (mark ~ '^[0-9a-f]{64}$'),
    kept      boolean not null default false,
    constraint what_was_brought_says_it_only_as_a_case check (not kept or words = '')
);
create unique index a_row_is_brought_once on cases.entry (mark) where kept;
create index entry_by_list      on cases.entry (list, row_no);
create index entry_by_household on cases.entry (household) where household is not null;
select scope.by_household('cases.entry', 'household');
