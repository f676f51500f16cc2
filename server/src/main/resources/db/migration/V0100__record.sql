create schema record;

-- What was done and what was looked at, written in the transaction that did it. Only ever added to: the tree over it (record.entry, record.tile)
-- is built behind, so that nobody waits for anybody else's line. Holds no personal data: people are tokens, see record.subject. lo and hi are the ground of
-- whoever did it, none for an administrator's deed; where it is «whole», the ground of which he took everybody.
create table record.leaf (
    xid      xid8        not null default pg_current_xact_id(),
    id       uuid        not null,
    kind     text        not null,
    what     text        not null,
    by_whom  uuid        not null,
    at       timestamptz not null,
    lo       bigint      not null,
    hi       bigint      not null,
    whole    boolean     not null,
    subjects bigint      not null,
    tokens   bytea       not null,
    primary key (xid, id),
    constraint a_leaf_is_a_change_or_a_read check (kind in ('change', 'read')),
    constraint a_leaf_says_what_in_one_word check (what ~ '^[A-Za-z_]{1,60}$'),
    constraint a_leaf_names_its_subjects_or_its_ground
        check (lo <= hi and length(tokens) = case when whole then 0 else 32 * subjects end)
);

-- Whom a token stands for. The token is HMAC-SHA256(salt, identity); deleting the row makes every leaf about that subject mute, and leaves the
-- tree as it was.
create table record.subject (
    subject uuid  primary key,
    salt    bytea not null,
    token   bytea not null,
    constraint a_token_stands_for_one_subject unique (token)
);

-- The place of a leaf in the tree. What stands here is committed, and will be in every later tree in the same place.
create table record.entry (
    index bigint      primary key,
    xid   xid8        not null,
    leaf  uuid        not null,
    at    timestamptz not null,
    constraint a_leaf_has_one_place unique (leaf)
);
create index entry_by_time on record.entry (at);

-- Where to look for a subject (its token) or a doer (the account's identity). Written behind, with the tree.
create table record.mention (
    who   bytea  not null,
    index bigint not null,
    primary key (who, index)
);

-- Hashes of complete subtrees, 256 a row, every eighth level (the layout of C2SP tlog-tiles).
create table record.tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null,
    primary key (level, index)
);

-- How far the tree has come: every transaction below this one has ended and is in it, or was rolled back.
create table record.floor (
    one boolean primary key default true check (one),
    xid xid8    not null
);
insert into record.floor (xid) values ('0');

-- States of the tree, signed.
create table record.checkpoint (
    size bigint      primary key,
    at   timestamptz not null,
    note text        not null
);

-- Whose signatures they bear. Only for convenience: a checker has the key from elsewhere.
create table record.signer (
    key   text        primary key,
    since timestamptz not null
);

-- What witnesses elsewhere have signed along.
create table record.cosignature (
    witness text        not null,
    size    bigint      not null,
    at      timestamptz not null,
    line    text        not null,
    primary key (witness, size)
);

create function record.only_added_to() returns trigger language plpgsql as $$
begin
    raise exception 'The record is only ever added to' using errcode = 'insufficient_privilege';
end
$$;

create trigger only_added_to before update or delete or truncate on record.leaf       for each statement execute function record.only_added_to();
create trigger only_added_to before update or delete or truncate on record.entry      for each statement execute function record.only_added_to();
create trigger only_added_to before update or delete or truncate on record.checkpoint for each statement execute function record.only_added_to();

-- Even the owner may not, until it grants itself the right anew.
revoke update, delete, truncate on record.leaf, record.entry, record.checkpoint from public, current_user, "${application}";
revoke update, delete, truncate on record.mention, record.signer, record.cosignature from "${application}";

-- Everybody adds; an auditor finds what was done by those whose ground touches his, and what administrators did, whose ground is none.
alter table record.leaf enable row level security;
alter table record.leaf force  row level security;
create policy owner on record.leaf to current_user using (true);
create policy added on record.leaf for insert with check (true);
create policy scope on record.leaf for select using (case
    when lo = hi or lo < (select current_setting('app.hi')::bigint) and hi > (select current_setting('app.lo')::bigint) then true else false end);

-- What was written there before had no tree over it and proves nothing; no installation in use has any.
drop table access.audit;
