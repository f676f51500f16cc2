-- Programs that follow cases are told when one moves (ADR 0099): to whom, and what is still to be sent.
create table open311.hook (
    id            uuid        primary key,
    name          text        not null check (length(name) between 1 and 80),
    address       text        not null check (length(address) between 8 and 500),
    lo            bigint      not null,
    hi            bigint      not null,
    sealed        bytea       not null,
    key           int         not null,
    since         timestamptz not null,
    by_whom       uuid        not null,
    ended_at      timestamptz,
    next_at       timestamptz not null,
    failures      int         not null default 0 check (failures >= 0),
    failing_since timestamptz,
    trouble       text        not null default '',
    paused_at     timestamptz,
    constraint a_subscription_has_a_ground check (lo < hi),
    constraint what_fails_fails_since_a_moment check ((failures = 0) = (failing_since is null))
);
select scope.by_stretch('open311.hook');

-- One message to one of them, written in the transaction that moved the case: what it says is what was so then, and never what anybody said.
create table open311.delivery (
    seq     bigint      generated always as identity primary key,
    id      uuid        not null unique,
    hook    uuid        not null references open311.hook,
    issue   uuid        not null references cases.issue on delete cascade,
    place   bigint      not null,
    number  text        not null,
    body    text        not null,
    at      timestamptz not null,
    tries   int         not null default 0,
    answer  text        not null default '',
    done_at timestamptz
);
create index delivery_waiting  on open311.delivery (hook, seq) where done_at is null;
create index delivery_by_hook  on open311.delivery (hook, seq desc);
create index delivery_by_issue on open311.delivery (issue);
create index delivery_by_age   on open311.delivery (at);
select scope.by_place('open311.delivery');

-- How long one waits after a try that failed (twice as long after each further one, up to the most), when one stops, how long the list is kept.
create table open311.hook_pace (
    since         date primary key,
    first_seconds int  not null check (first_seconds between 1 and 3600),
    most_seconds  int  not null check (most_seconds  between 60 and 86400),
    stop_days     int  not null check (stop_days     between 1 and 30),
    keep_days     int  not null check (keep_days     between 1 and 365),
    source        text not null check (source <> '')
);
insert into open311.hook_pace (since, first_seconds, most_seconds, stop_days, keep_days, source)
values ('2026-11-01', 30, 21600, 5, 30, '连心默认值，参照 Standard Webhooks 规范的重试建议（数日内指数退避）；由县活动办调整');
