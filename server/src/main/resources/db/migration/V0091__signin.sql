create schema signin;

-- Who is signed in (Spring Session's own shape). Kept here, so that a restart signs nobody out and any node may end a session.
create table signin.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index session_by_session_id     on signin.session (session_id);
create index        session_by_expiry_time    on signin.session (expiry_time);
create index        session_by_principal_name on signin.session (principal_name);
create table signin.session_attributes (
    session_primary_id char(36)     not null references signin.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- A link that lets its holder choose a password once. Of the link itself only the hash is kept.
create table signin.link (
    hash    bytea       primary key,
    account uuid        not null references access.account on delete cascade,
    until   timestamptz not null,
    used_at timestamptz
);
create index link_by_account on signin.link (account);

-- How often signing in failed lately, by what is counted: an account as a stranger tries it, an account as a device it knows tries it, a stretch of
-- addresses. Nobody is locked out; whoever fails waits longer each time.
create table signin.failure (
    counted  text        primary key,
    failures int         not null check (failures > 0),
    last_at  timestamptz not null
);
create index failure_by_last_at on signin.failure (last_at);

-- Devices an account has signed in from; of the cookie only the hash is kept.
create table signin.device (
    hash    bytea       primary key,
    account uuid        not null references access.account on delete cascade,
    since   timestamptz not null
);
create index device_by_account on signin.device (account);

-- Codes an app computes (RFC 6238): asked for once the first was seen. `last_step` makes each good once.
create table signin.second_factor (
    account      uuid        primary key references access.account on delete cascade,
    secret       bytea       not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

-- Codes on paper for the day the phone is lost; only their hashes.
create table signin.paper_code (
    hash    bytea       primary key,
    account uuid        not null references access.account on delete cascade,
    used_at timestamptz
);
create index paper_code_by_account on signin.paper_code (account);

-- Passkeys (WebAuthn): whom a credential belongs to, and the public key by which it is known.
create table signin.passkey_holder (
    handle  text primary key,
    account uuid not null references access.account on delete cascade,
    constraint an_account_has_one_handle unique (account)
);
create table signin.passkey (
    id          text        primary key,
    handle      text        not null references signin.passkey_holder on delete cascade,
    public_key  bytea       not null,
    signatures  bigint      not null,
    attestation bytea,
    client_data bytea,
    transports  text        not null,
    backup_able boolean     not null,
    backed_up   boolean     not null,
    uv          boolean     not null,
    label       text        not null,
    made_at     timestamptz not null,
    used_at     timestamptz not null
);
create index passkey_by_handle on signin.passkey (handle);
