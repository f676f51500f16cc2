create schema vault;

-- Keys of data, each wrapped by the key of keys, which is never here.
create table vault.key (
    id          int         generated always as identity primary key,
    field       text        not null,
    suite       text        not null check (suite in ('AES', 'SM4')),
    wrapped     bytea       not null,
    state       text        not null check (state in ('PRE_ACTIVE', 'ACTIVE', 'DECRYPT_ONLY', 'DESTROYED')),
    created     timestamptz not null,
    encryptions bigint      not null default 0,
    constraint a_destroyed_key_is_gone check (state <> 'DESTROYED' or length(wrapped) = 0)
);
create unique index a_field_is_sealed_with_one_key on vault.key (field) where state = 'ACTIVE';
