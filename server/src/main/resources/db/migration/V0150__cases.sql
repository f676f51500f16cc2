create schema cases;

-- What cases are about. The codes are those of the topics of visits, so that a need heard at a door is never sorted twice (I-ONCE).
create table cases.category (
    code     text not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    since    date not null,
    until    date,
    name_zh  text not null check (name_zh <> ''),
    name_en  text not null check (name_en <> ''),
    position int  not null,
    source   text not null check (source <> ''),
    primary key (code, since)
);
insert into cases.category (code, since, until, name_zh, name_en, position, source)
select code, since, until, name_zh, name_en, position, source from visit.topic;
insert into cases.category (code, since, name_zh, name_en, position, source)
select code, '2013-01-01', zh, en, ordinality + 20, '连心默认值，参照12345热线常见事项；由县活动办调整'
  from (values ('ENVIRONMENT', '环境卫生', 'Environment', 1), ('LAND', '土地承包', 'Land contracts', 2), ('SAFETY', '治安', 'Safety', 3), ('WAGES', '欠薪', 'Unpaid wages', 4)) as t (code, zh, en, ordinality);

-- How long each step may take, in working days, by category; '*' is every category that has no row of its own.
create table cases.term (
    category    text not null,
    since       date not null,
    handle_days int  not null check (handle_days between 1 and 90),
    extend_days int  not null check (extend_days between 0 and 90),
    source      text not null check (source <> ''),
    primary key (category, since)
);
insert into cases.term (category, since, handle_days, extend_days, source)
values ('*',           '2013-01-01', 15, 7, '山东省政务服务热线管理办法（2017）：十五个工作日办结，可延期七个工作日'),
       ('WATER_POWER', '2013-01-01',  3, 2, '连心默认值，参照北京市接诉即办：水电气热二十四小时内到场；由县活动办调整'),
       ('WAGES',       '2013-01-01',  7, 5, '连心默认值；由县活动办调整');

create table cases.pace (
    since         date primary key,
    triage_days   int  not null check (triage_days   between 1 and 30),
    accept_days   int  not null check (accept_days   between 1 and 30),
    redo_days     int  not null check (redo_days     between 1 and 60),
    urge_days     int  not null check (urge_days     between 1 and 30),
    answer_days   int  not null check (answer_days   between 1 and 60),
    escalate_days int  not null check (escalate_days between 1 and 30),
    reopen_days   int  not null check (reopen_days   between 1 and 365),
    returns       int  not null check (returns       between 1 and 9),
    source        text not null check (source <> '')
);
insert into cases.pace (since, triage_days, accept_days, redo_days, urge_days, answer_days, escalate_days, reopen_days, returns, source)
values ('2013-01-01', 2, 5, 10, 5, 10, 3, 90, 2,
        '退回五个工作日：《信访工作条例》（2022）第二十三条；黄牌提前一个工作日、红牌逾期首个工作日：山东省政务服务热线管理办法（2017）；其余为连心默认值，由县活动办调整');

-- Who handles what, where: a unit, or the desk of a level. The narrowest ground that fits decides, then the latest row.
create table cases.route (
    id       uuid   primary key,
    category text   not null,
    lo       bigint not null,
    hi       bigint not null,
    level    text   not null check (level in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
    unit     uuid   references staff.unit,
    since    date   not null,
    until    date,
    source   text   not null check (source <> ''),
    by_whom  uuid   not null,
    constraint a_route_covers_a_range check (lo < hi)
);
create index route_by_category on cases.route (category, lo, hi);
select scope.by_stretch('cases.route');

-- The life of a case (ADR 0096): the same list as lianxin.cases.Life; a test compares them.
create table cases.edge (
    before text not null,
    after  text not null,
    primary key (before, after)
);
insert into cases.edge (before, after)
select before, after
  from (values ('NEW',        'TRIAGED ASSIGNED REPLIED MERGED HANDED_OVER WITHDRAWN'),
               ('TRIAGED',    'ASSIGNED REPLIED MERGED HANDED_OVER WITHDRAWN'),
               ('ASSIGNED',   'HANDLING RETURNED TRIAGED HANDED_OVER WITHDRAWN'),
               ('RETURNED',   'ASSIGNED REPLIED MERGED HANDED_OVER WITHDRAWN'),
               ('HANDLING',   'REPLIED ASSIGNED HANDED_OVER WITHDRAWN'),
               ('REPLIED',    'CALL_BACK CONFIRMED DISPUTED UNANSWERED'),
               ('CALL_BACK',  'CONFIRMED DISPUTED UNANSWERED'),
               ('UNANSWERED', 'CALL_BACK CONFIRMED DISPUTED CLOSED REDO'),
               ('CONFIRMED',  'CLOSED REDO'),
               ('DISPUTED',   'REDO URGED CLOSED'),
               ('REDO',       'HANDLING ASSIGNED'),
               ('URGED',      'HANDLING REPLIED'),
               ('CLOSED',     'REDO'),
               ('MERGED',     'TRIAGED')) as e (before, afters), unnest(string_to_array(afters, ' ')) as after;

-- Two characters side by side, for searching in words: most Chinese words have two.
create function cases.pairs(words text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct substr(w, i, 2)), '{}')
      from (select lower(regexp_replace(words, '[^[:alnum:]]+', '', 'g')) as w) as s, generate_series(1, greatest(length(w) - 1, 0)) as i
$$;

create table cases.issue (
    id            uuid        primary key,
    number        text        not null unique check (number ~ '^[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6}$'),
    kind          text        not null check (kind in ('SERVICE', 'SUGGESTION', 'HARDSHIP', 'DISPUTE', 'PETITION', 'EMERGENCY')),
    category      text        not null,
    place         bigint      not null,
    household     uuid        references registry.household,
    visit         uuid        unique,
    channel       text        not null check (channel in ('VISIT', 'CARD', 'CLERK', 'VILLAGE', 'OPEN311')),
    words         text        not null check (length(words) between 1 and 1000),
    heard_by      uuid        not null,
    heard_at      timestamptz not null,
    opened_at     timestamptz not null,
    stage         text        not null,
    stage_since   timestamptz not null,
    level         text        not null check (level in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
    unit          uuid        references staff.unit,
    due_on        date,
    yellow_on     date,
    red_on        date,
    paused_on     date,
    extended      boolean     not null default false,
    returned      int         not null default 0,
    redone        int         not null default 0,
    outcome       text        check (outcome in ('SOLVED', 'PARTLY', 'EXPLAINED', 'NOT_NOW')),
    reply         text        not null default '' check (length(reply) <= 1000),
    review_on     date,
    replied_at    timestamptz,
    voice         text        check (voice in ('CONFIRMED', 'DISPUTED', 'UNANSWERED')),
    answered_at   timestamptz,
    told_at       timestamptz,
    watch         text        check (watch in ('TOWNSHIP', 'COUNTY', 'CITY')),
    escalate_on   date,
    merged_into   uuid        references cases.issue,
    version       int         not null default 1,
    pairs         text[]      generated always as (cases.pairs(words)) stored,
    constraint a_reply_says_what_came_of_it             check ((outcome is null) = (replied_at is null) and (outcome is null or reply <> '')),
    constraint what_is_not_solvable_now_is_looked_at_again check ((outcome = 'NOT_NOW') = (review_on is not null) or outcome is null and review_on is null),
    constraint a_pause_is_while_it_is_handled            check (paused_on is null or stage in ('HANDLING', 'URGED')),
    constraint a_merged_case_says_into_which             check ((stage = 'MERGED') = (merged_into is not null)),
    constraint whoever_is_answered_was_replied_to        check (stage not in ('REPLIED', 'CALL_BACK', 'CONFIRMED', 'DISPUTED', 'UNANSWERED') or outcome is not null),
    constraint a_case_does_not_merge_into_itself         check (merged_into <> id)
);
create index issue_by_household on cases.issue (household, heard_at desc) where household is not null;
create index issue_by_place     on cases.issue (place, heard_at desc, id);
create index issue_of_desk      on cases.issue (level, place, due_on, id) where unit is null and stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED');
create index issue_of_unit      on cases.issue (unit, due_on, id) where unit is not null and stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED');
create index issue_to_escalate  on cases.issue (escalate_on) where escalate_on is not null;
create index issue_to_answer    on cases.issue (due_on) where stage in ('REPLIED', 'CALL_BACK');
create index issue_to_review    on cases.issue (review_on) where review_on is not null;
create index issue_to_call      on cases.issue (place, replied_at) where stage = 'REPLIED';
create index issue_by_reply     on cases.issue (place, replied_at) where replied_at is not null;
create index issue_merged       on cases.issue (merged_into) where merged_into is not null;
create index issue_by_words     on cases.issue using gin (pairs);

-- A case is seen on its ground; by a department when it is the one that handles it; by a cadre when it is of his household or he heard it.
select scope.wall('cases.issue',
    'place >= (select current_setting(''app.lo'')::bigint) and place < (select current_setting(''app.hi'')::bigint)'
    ' and case when (select current_setting(''app.narrow'') = '''') then true'
    ' when current_setting(''app.unit'') = '''' then household = any (array(select scope.of_cadre()))'
    ' else unit = nullif(current_setting(''app.unit''), '''')::uuid or household is not null and scope.of_unit(household) end');

-- Every move is along an edge, and nobody puts other words into a mouth (they may only be erased: PIPL art. 47); every move leaves a version behind: two people who move a case at once do not undo each other.
create function cases.refuse_wrong_moves() returns trigger language plpgsql as $$
begin
    if new.stage <> old.stage and not exists (select from cases.edge e where e.before = old.stage and e.after = new.stage) then
        raise exception '% to %', old.stage, new.stage using errcode = 'check_violation',
            constraint = 'a_case_keeps_to_its_edges', schema = 'cases', table = 'issue';
    end if;
    if (new.id, new.number, new.visit, new.household, new.channel, new.words, new.heard_by, new.heard_at)
       is distinct from (old.id, old.number, old.visit, old.household, old.channel, case new.words when '—' then '—' else old.words end, old.heard_by, old.heard_at) then
        raise exception 'rewritten' using errcode = 'check_violation',
            constraint = 'what_was_said_is_never_rewritten', schema = 'cases', table = 'issue';
    end if;
    return new;
end $$;
create trigger a_case_keeps_to_its_edges before update on cases.issue for each row execute function cases.refuse_wrong_moves();
create function cases.refuse_late_beginnings() returns trigger language plpgsql as $$
begin
    if new.stage <> 'NEW' then
        raise exception 'begins as %', new.stage using errcode = 'check_violation',
            constraint = 'a_case_begins_new', schema = 'cases', table = 'issue';
    end if;
    return new;
end $$;
create trigger a_case_begins_new before insert on cases.issue for each row execute function cases.refuse_late_beginnings();

-- What happened to it, in order: written once.
create table cases.step (
    id        uuid        primary key,
    issue     uuid        not null references cases.issue on delete cascade,
    household uuid        references registry.household,
    place     bigint      not null,
    deed    text        not null,
    stage   text        not null,
    level   text        not null,
    unit    uuid,
    by_whom uuid        not null,
    at      timestamptz not null,
    words   text        not null default '' check (length(words) <= 1000),
    due_on  date
);
create index step_by_issue on cases.step (issue, at, id);
create index step_by_household on cases.step (household) where household is not null;
select scope.wall('cases.step', 'exists (select from cases.issue i where i.id = issue)');
revoke update on cases.step from "${application}";

-- Whoever else said the same: a merge keeps every one of them.
create table cases.reporter (
    issue     uuid        not null references cases.issue on delete cascade,
    place     bigint      not null,
    household uuid        not null references registry.household,
    origin    uuid        not null references cases.issue,
    at        timestamptz not null,
    primary key (issue, origin)
);
create index reporter_by_household on cases.reporter (household);
create index reporter_by_origin    on cases.reporter (origin);
select scope.wall('cases.reporter', 'exists (select from cases.issue i where i.id = issue)');

-- A draw for calling back: whoever has the seed can draw again and must come to the same cases.
create table cases.draw (
    id         uuid        primary key,
    lo         bigint      not null,
    hi         bigint      not null,
    day        date        not null,
    seed       text        not null check (seed ~ '^[0-9a-f]{64}$'),
    population int         not null check (population >= 0),
    wanted     int         not null check (wanted between 1 and 10000),
    drawn      int         not null check (drawn between 0 and population),
    by_whom    uuid        not null,
    at         timestamptz not null
);
select scope.by_stretch('cases.draw');

-- Who calls back, and from which county he is: he never calls his own.
create table cases.interviewer (
    account uuid        primary key references access.account,
    county  bigint      not null,
    since   timestamptz not null,
    by_whom uuid        not null
);

create table cases.call (
    issue       uuid        not null references cases.issue on delete cascade,
    draw        uuid        not null references cases.draw,
    place       bigint      not null,
    interviewer uuid        not null references access.account,
    tries       int         not null default 0 check (tries between 0 and 3),
    done_at     timestamptz,
    primary key (issue, draw)
);
create index call_by_interviewer on cases.call (interviewer) where done_at is null;
create index call_by_draw        on cases.call (draw);
select scope.wall('cases.call', 'exists (select from cases.issue i where i.id = issue)');

-- What the household itself said of a reply: written once, by a way the handler and the cadre do not hold in their hands.
create table cases.answer (
    id        uuid        primary key,
    issue     uuid        not null references cases.issue on delete cascade,
    household uuid        references registry.household,
    place     bigint      not null,
    said    text        not null check (said in ('CONFIRMED', 'DISPUTED', 'UNANSWERED')),
    way     text        not null check (way in ('CARD', 'CALL_BACK', 'MESSAGE', 'CLOCK')),
    round   int         not null check (round >= 0),
    words   text        not null default '' check (length(words) <= 500),
    draw    uuid        references cases.draw,
    by_whom uuid        not null,
    at      timestamptz not null,
    constraint a_call_back_was_drawn check ((way = 'CALL_BACK') = (draw is not null))
);
create index answer_by_issue on cases.answer (issue, at);
create index answer_by_place on cases.answer (place, at);
create index answer_by_household on cases.answer (household) where household is not null;
select scope.wall('cases.answer', 'exists (select from cases.issue i where i.id = issue)');
revoke update on cases.answer from "${application}";

-- Searching in words: pairs are no leakproof operator, so the wall would keep the index from being used. The function asks the index first and the wall's
-- ground itself; whoever calls it reads the cases it names through the wall.
create function cases.with_words(wanted text, at_most int) returns setof uuid language sql stable security definer set search_path to pg_catalog, pg_temp as $$
    select i.id
      from cases.issue i
     where i.pairs @> cases.pairs(wanted)
       and i.place >= current_setting('app.lo')::bigint and i.place < current_setting('app.hi')::bigint
     order by i.heard_at desc
     limit at_most
$$;
