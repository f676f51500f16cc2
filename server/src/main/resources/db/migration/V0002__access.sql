create schema access;

-- Who may sign in, as what, and on which ground. A range of division codes is the whole of a scope.
create table access.account (
    id       uuid    primary key,
    login    text    not null,
    password text    not null,
    name     text    not null,
    role     text    not null check (role in ('OFFICE', 'TOWNSHIP', 'UNIT', 'CADRE')),
    lo       bigint  not null,
    hi       bigint  not null,
    unit     uuid,
    cadre    uuid,
    enabled  boolean not null default true,
    constraint a_login_belongs_to_one_account unique (login),
    constraint a_ground_is_a_range            check (lo <= hi),
    constraint a_unit_account_names_its_unit  check (role <> 'UNIT' or unit is not null),
    constraint a_cadre_account_names_its_cadre check (role <> 'CADRE' or cadre is not null)
);

-- What was done, in the transaction that did it.
create table access.audit (
    id      bigint      generated always as identity primary key,
    what    text        not null,
    subject uuid        not null,
    by_whom uuid        not null,
    at      timestamptz not null
);
create index audit_by_subject on access.audit (subject, at);
