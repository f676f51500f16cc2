create schema roster;

-- A load under way has unlogged tables of its own (load_<id>), shaped as the keeper of the roster says, gone when it is applied or given up:
-- `line` is the row's number in the file; `id` is the identity it gets if it is new.

-- What a load changed: the row as it stood before and what its keeper keeps beside it, so that the load can be undone while nothing has changed it since.
create table roster.load_change (
    load    uuid  not null,
    subject uuid  not null,
    version int   not null,
    before  jsonb not null,
    beside  jsonb,
    primary key (load, subject)
);
