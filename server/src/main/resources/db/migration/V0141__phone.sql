-- A phone somebody made his own: it proves itself by a key that never leaves it.
create table signin.phone (
    id       uuid        primary key,
    account  uuid        not null references access.account,
    name     text        not null check (length(name) <= 60),
    key      bytea       not null,
    since    timestamptz not null,
    seen_at  timestamptz not null,
    ended_at timestamptz
);
create index phone_by_account on signin.phone (account);

create schema phone;

-- Whose round a phone holds.
create table phone.device (
    id     uuid   primary key references signin.phone,
    holder uuid   not null,
    cadre  uuid   references staff.cadre,
    place  bigint not null
);
select scope.by_city('phone.device');

-- The households a holder’s phones hold, one row each, in the order of the last change. A row that is gone stays as long as a phone may still not know it.
-- xid is the transaction that changed it: what older transactions may still change is not handed out yet.
create table phone.book (
    holder     uuid        primary key,
    day        date        not null,
    stale      boolean     not null,
    figures    jsonb,
    counted_on date
);
create sequence phone.change;
create table phone.entry (
    holder    uuid    not null,
    household uuid    not null references registry.household,
    seq       bigint  not null,
    xid       xid8    not null,
    gone      boolean not null,
    hash      bigint  not null,
    primary key (holder, household)
);
create index entry_in_order     on phone.entry (holder, xid, seq);
create index entry_by_household on phone.entry (household) where not gone;

-- Which history of the database this is: a cursor of another one is worth nothing.
create table phone.epoch (
    id   uuid    primary key default gen_random_uuid(),
    sole boolean not null unique default true check (sole)
);
insert into phone.epoch default values;

-- What each item was answered: the same item is answered the same for ever.
create table phone.receipt (
    id      uuid        primary key,
    digest  bytea       not null check (length(digest) = 32),
    account uuid        not null,
    device  uuid        not null,
    answer  text        not null check (answer in ('accepted', 'merged', 'quarantined', 'refused')),
    code    text,
    at      timestamptz not null
);

-- What could not simply be believed, until somebody in the township decides. The item itself lies under lock.
create table phone.held (
    id         uuid        primary key references phone.receipt,
    account    uuid        not null,
    cadre      uuid        references staff.cadre,
    place      bigint      not null,
    household  uuid        references registry.household,
    kind       text        not null,
    doubt      text        not null,
    seen_at    timestamptz not null,
    told_at    timestamptz not null,
    sealed     bytea       not null,
    key        int         not null,
    at         timestamptz not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'ASKED', 'KEPT', 'KEPT_FOR_ANOTHER', 'SET_ASIDE')),
    question   text,
    decided_by uuid,
    decided_at timestamptz,
    constraint a_question_is_asked_in_words check (state <> 'ASKED' or question <> '')
);
create index held_open       on phone.held (place, at) where state in ('WAITING', 'ASKED');
create index held_by_account on phone.held (account, at);
create index held_by_key     on phone.held (key);
select scope.by_place('phone.held');

-- The key to which phones seal what waits; its private half lies under lock.
create table phone.escrow (
    id      uuid        primary key,
    open    bytea       not null,
    sealed  bytea       not null,
    key     int         not null,
    made_at timestamptz not null
);
