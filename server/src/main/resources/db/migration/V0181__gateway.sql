-- Households asked by message or voice whether what was replied is so (ADR 0101).
create schema gateway;

-- That a household agreed to being asked this way, beside having its telephone kept; the latest row holds.
create table gateway.consent (
    id           uuid        primary key,
    household    uuid        not null references registry.household,
    place        bigint      not null,
    agreed_on    date        not null,
    by_whom      uuid        not null,
    at           timestamptz not null,
    withdrawn_at timestamptz
);
create unique index a_household_agrees_once on gateway.consent (household) where withdrawn_at is null;
create index consent_by_household on gateway.consent (household, at desc);
select scope.by_household('gateway.consent', 'household');

-- One question to one household about one reply. No telephone and no word lies here.
create table gateway.ask (
    id         uuid        primary key,
    issue      uuid        not null references cases.issue on delete cascade,
    household  uuid        not null references registry.household,
    place      bigint      not null,
    reference  text        not null unique check (length(reference) >= 32),
    state      text        not null default 'WAITING',
    tries      int         not null default 0,
    next_at    timestamptz not null,
    made_at    timestamptz not null,
    sent_at    timestamptz,
    ended_at   timestamptz,
    constraint a_question_is_in_a_known_state check (state in ('WAITING', 'SENT', 'ANSWERED', 'DROPPED', 'FAILED')),
    constraint what_is_asked_was_sent check (state not in ('SENT', 'ANSWERED') or sent_at is not null)
);
create index ask_waiting      on gateway.ask (next_at) where state = 'WAITING';
create index ask_by_household on gateway.ask (household, sent_at desc);
create index ask_by_issue     on gateway.ask (issue);
select scope.by_household('gateway.ask', 'household');

-- What the provider sent in lately, by its name: the same again is refused.
create table gateway.heard (
    id text        primary key check (length(id) between 1 and 200),
    at timestamptz not null
);
create index heard_by_age on gateway.heard (at);

-- When nobody is asked, how often at most, how long one tries and waits for an answer.
create table gateway.pace (
    since         date primary key,
    quiet_from    time not null,
    quiet_until   time not null,
    most          int  not null check (most between 1 and 10),
    in_days       int  not null check (in_days between 1 and 90),
    first_seconds int  not null check (first_seconds between 1 and 3600),
    most_seconds  int  not null check (most_seconds between 60 and 86400),
    try_hours     int  not null check (try_hours between 1 and 168),
    wait_days     int  not null check (wait_days between 1 and 60),
    source        text not null check (source <> '')
);
insert into gateway.pace (since, quiet_from, quiet_until, most, in_days, first_seconds, most_seconds, try_hours, wait_days, source)
values ('2026-11-01', '20:00', '08:30', 2, 7, 60, 7200, 72, 14,
        '连心默认值：夜间不打扰，一户七天内至多两次；参照工业和信息化部《通信短信息服务管理规定》关于不得扰民、凭同意发送、可以拒收的要求；由县活动办调整');
