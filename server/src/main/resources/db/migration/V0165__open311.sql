-- Open311 GeoReport v2: programs of others that hand in what somebody saw, and follow it.
create schema open311;

-- A program with a key, for a ground. The key is kept as a hash.
create table open311.client (
    id       uuid        primary key,
    name     text        not null check (length(name) between 1 and 80),
    hash     bytea       not null unique check (length(hash) = 32),
    lo       bigint      not null,
    hi       bigint      not null,
    since    timestamptz not null,
    by_whom  uuid        not null,
    ended_at timestamptz,
    constraint a_client_has_a_ground check (lo < hi)
);
select scope.by_stretch('open311.client');

-- What a program handed in, as the case it became; the code with which whoever reported it confirms or disputes, as a hash. No name, no telephone, no position: the village is enough.
create table open311.report (
    issue   uuid        primary key references cases.issue on delete cascade,
    place   bigint      not null,
    client  uuid        not null references open311.client,
    code    bytea       not null check (length(code) = 32),
    address text        not null default '' check (length(address) <= 200),
    at      timestamptz not null
);
create index report_by_client on open311.report (client, at desc);
create index report_by_place  on open311.report (place);
select scope.by_place('open311.report');

-- What a kind of request asks beside the words: as data, from a day on and by a document.
create table open311.attribute (
    category    text    not null,
    code        text    not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    since       date    not null,
    until       date,
    datatype    text    not null check (datatype in ('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')),
    required    boolean not null,
    position    int     not null,
    name_zh     text    not null check (name_zh <> ''),
    name_en     text    not null check (name_en <> ''),
    choices     text[]  not null default '{}',
    source      text    not null check (source <> ''),
    primary key (category, code, since)
);
insert into open311.attribute (category, code, since, datatype, required, position, name_zh, name_en, choices, source)
values ('WATER_POWER', 'WHICH', '2026-11-01', 'singlevaluelist', true, 1, '水还是电', 'Water or power', '{WATER=水,POWER=电}', '连心默认值，由县活动办调整');

do $$ begin execute format('alter table cases.answer drop constraint %I', 'answer_way_check'); end $$;
alter table cases.answer add constraint an_answer_came_by_a_known_way check (way in ('CARD', 'CALL_BACK', 'MESSAGE', 'REPORTER', 'CLOCK'));
