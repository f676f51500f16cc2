create schema rights;

-- What a family asked about its data (PIPL arts. 44–50), and what became of it. No word of the family's own: what it wants is the kind, what we answer is the reason.
create table rights.request (
    id          uuid        primary key,
    household   uuid        not null references registry.household,
    place       bigint      not null,
    kind        text        not null check (kind in ('KNOW', 'COPY', 'EXPLAIN', 'CORRECT', 'ERASE', 'RESTRICT', 'LIFT', 'WITHDRAW')),
    asker       text        not null check (asker in ('SELF', 'FAMILY', 'HEIR', 'AGENT')),
    channel     text        not null check (channel in ('VISIT', 'VILLAGE', 'PHONE', 'LETTER')),
    received_on date        not null,
    due_on      date        not null,
    state       text        not null check (state in ('OPEN', 'GRANTED', 'REFUSED')),
    received_by uuid        not null,
    received_at timestamptz not null,
    handled_by  uuid,
    handled_at  timestamptz,
    reason      text,
    constraint a_request_is_due_after_it_came       check (received_on <= due_on),
    constraint an_answer_says_who_gave_it_and_when  check ((state = 'OPEN') = (handled_by is null) and (state = 'OPEN') = (handled_at is null)),
    constraint a_refused_request_says_why           check (state <> 'REFUSED' or reason <> '')
);
create index request_by_household on rights.request (household, received_on);
create index request_by_due       on rights.request (due_on, id) where state = 'OPEN';
create index request_by_handled   on rights.request (handled_at) where state <> 'OPEN';
create index request_by_place     on rights.request (place);
select scope.by_household('rights.request', 'household');

-- In how many working days a request is answered, by kind, from which day on and by which document.
create table rights.deadline (
    kind     text not null,
    since    date not null,
    workdays int  not null check (workdays between 1 and 60),
    source   text not null check (source <> ''),
    primary key (kind, since)
);
insert into rights.deadline (kind, since, workdays, source)
select kind, '2021-11-01', 15, '《个人信息保护法》第五十条（及时处理）；《App违法违规收集使用个人信息行为认定方法》（国信办秘字〔2019〕191号）第六条：承诺时限不得超过15个工作日'
  from unnest(array['KNOW', 'COPY', 'EXPLAIN', 'CORRECT', 'ERASE', 'RESTRICT', 'LIFT', 'WITHDRAW']) as kind;

-- How many months data of one span are kept after their household has ended (requests: after they were answered); null: for good.
create table rights.keeping (
    span   text not null,
    since  date not null,
    months int  check (months >= 0),
    source text not null check (source <> ''),
    primary key (span, since)
);
insert into rights.keeping (span, since, months, source)
values ('SEALED',  '2021-11-01', 0,    '《个人信息保护法》第四十七条第一款第一项：处理目的已实现，主动删除'),
       ('FAMILY',  '2021-11-01', 12,   '《个人信息保护法》第十九条；连心默认值，一个考核年度，由县活动办按当地档案规定调整'),
       ('REQUEST', '2021-11-01', 36,   '参照《个人信息保护法》第五十六条：处理情况记录至少保存三年'),
       ('CHAIN',   '2021-11-01', null, '已无姓名的结对沿革，不再是个人信息（《个人信息保护法》第四条）'),
       ('RECORD',  '2021-11-01', null, '《网络安全法》第二十一条第三项：不少于六个月；抹去的人在留痕中不可辨认');

-- A court, an audit or an inspection needs the data as they are (法律保留): nothing of the household is erased until it is lifted.
create table rights.hold (
    id        uuid        primary key,
    household uuid        not null references registry.household,
    place     bigint      not null,
    source    text        not null check (source <> ''),
    since     timestamptz not null,
    set_by    uuid        not null,
    ended_at  timestamptz,
    ended_by  uuid
);
create unique index a_household_is_held_once on rights.hold (household) where ended_at is null;
create index hold_by_place on rights.hold (place);
select scope.by_household('rights.hold', 'household');

-- Whose data were erased, by which rule or request. Also what must be erased again after a backup was brought back.
create table rights.erased (
    household uuid        not null references registry.household,
    span      text        not null check (span in ('SEALED', 'FAMILY')),
    place     bigint      not null,
    request   uuid,
    by_whom   uuid        not null,
    at        timestamptz not null,
    primary key (household, span)
);
create index erased_by_place on rights.erased (place);
select scope.by_household('rights.erased', 'household');

-- When the data of a span were last looked through for what is over its time, and how many households or requests that was.
create table rights.sweep (
    span text        primary key,
    at   timestamptz not null,
    gone bigint      not null
);

-- Particulars that may be kept but not used (PIPL arts. 44, 47): nobody reads or changes them.
create table particulars.locked (
    household uuid        primary key references registry.household,
    since     timestamptz not null,
    by_whom   uuid        not null
);
select scope.wall('particulars.locked', 'exists (select from registry.household h where h.id = household)');

-- Who took everybody of a place: few, and asked by each household of the place.
create index leaf_of_a_whole_ground on record.leaf (at) where whole and kind = 'read';

-- Households that have ended, to be looked through every night.
create index household_that_ended on registry.household (id) where until < 'infinity';
