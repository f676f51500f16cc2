create schema visit;

-- What is talked about, what calls for a visit at once (五必访), and why one comes later: words a county may change, each from a day on and by a document.
create table visit.topic (
    code    text not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    since   date not null,
    until   date,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    position int  not null,
    source  text not null check (source <> ''),
    primary key (code, since)
);
insert into visit.topic (code, since, name_zh, name_en, position, source)
select code, '2013-01-01', zh, en, ordinality, '连心默认值，依据《村民委员会组织法》所列公共事务与“五个新”（2013年动员会）；由县活动办调整'
  from (values ('INCOME', '增收', 'Income', 1), ('FARMING', '种养', 'Farming', 2), ('SUBSIDY', '补贴政策', 'Subsidies', 3), ('HEALTH', '看病', 'Health', 4),
               ('PENSION', '养老', 'Pension', 5), ('SCHOOL', '上学', 'School', 6), ('HOUSING', '住房', 'Housing', 7), ('WATER_POWER', '水电', 'Water and power', 8),
               ('ROAD', '道路', 'Roads', 9), ('WORK', '务工就业', 'Work', 10), ('NEIGHBOURS', '邻里', 'Neighbours', 11), ('VILLAGE_AFFAIRS', '村务', 'Village affairs', 12),
               ('OTHER', '其他', 'Something else', 13)) as t (code, zh, en, ordinality);

create table visit.occasion_kind (
    code        text not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    since       date not null,
    until       date,
    name_zh     text not null check (name_zh <> ''),
    name_en     text not null check (name_en <> ''),
    within_days int  not null check (within_days between 0 and 90),
    position int  not null,
    source      text not null check (source <> ''),
    primary key (code, since)
);
insert into visit.occasion_kind (code, since, name_zh, name_en, within_days, position, source)
select code, '2013-01-01', zh, en, days, ordinality, '“五必访”通行做法（重病、丧事、灾害、纠纷、新致困必访，另加退役、升学）；天数为连心默认值，由县活动办调整'
  from (values ('ILLNESS', '重病住院', 'Serious illness', 7, 1), ('BEREAVEMENT', '家中丧事', 'A death in the family', 3, 2), ('DISASTER', '受灾或事故', 'Disaster or accident', 2, 3),
               ('DISPUTE', '矛盾纠纷', 'A dispute', 3, 4), ('NEW_HARDSHIP', '新近致困', 'Newly in hardship', 7, 5), ('VETERAN_HOME', '军人退役返乡', 'A veteran’s return', 14, 6),
               ('COLLEGE', '子女升学', 'A child enters college', 14, 7)) as t (code, zh, en, days, ordinality);

create table visit.deferral_reason (
    code    text not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    since   date not null,
    until   date,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    days    int  not null check (days between 1 and 180),
    position int  not null,
    source  text not null check (source <> ''),
    primary key (code, since)
);
insert into visit.deferral_reason (code, since, name_zh, name_en, days, position, source)
select code, '2013-01-01', zh, en, days, ordinality, '连心默认值，由县活动办调整'
  from (values ('HARVEST', '正忙农活', 'Busy in the fields', 14, 1), ('AWAY', '全家外出', 'The family is away', 30, 2), ('ASKED_LATER', '户里说改日', 'They asked for another day', 7, 3),
               ('MY_DUTY', '本职工作走不开', 'Kept by my other work', 7, 4), ('WEATHER', '天气路况', 'Weather or road', 3, 5)) as t (code, zh, en, days, ordinality);

-- Within how many days a family is met first, and the weeks in which nobody is called for but by a life event: harvest and holidays, by month and day.
create table visit.cadence (
    since      date primary key,
    first_days int  not null check (first_days between 1 and 365),
    source     text not null check (source <> '')
);
insert into visit.cadence (since, first_days, source) values ('2013-01-01', 60, '连心默认值，由县活动办调整');

create table visit.quiet_time (
    code    text not null,
    since   date not null,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    first   text not null check (first ~ '^[01][0-9]-[0-3][0-9]$'),
    last    text not null check (last ~ '^[01][0-9]-[0-3][0-9]$'),
    source  text not null check (source <> ''),
    primary key (code, since),
    constraint a_quiet_time_lies_within_a_year check (first <= last)
);
insert into visit.quiet_time (code, since, name_zh, name_en, first, last, source)
values ('WHEAT', '2013-01-01', '麦收', 'Wheat harvest', '06-01', '06-18', '济宁常年麦收时段（芒种前后）；由县活动办按当年农时调整'),
       ('AUTUMN', '2013-01-01', '秋收秋种', 'Autumn harvest and sowing', '09-25', '10-20', '济宁常年三秋时段；由县活动办按当年农时调整');

-- A life event that calls for a visit. Whoever hears of it writes it down; it ends by being answered or by lapsing on the day it is looked at again.
create table visit.occasion (
    id          uuid        primary key,
    household   uuid        not null references registry.household,
    place       bigint      not null,
    kind        text        not null,
    happened_on date        not null,
    due_on      date        not null,
    review_on   date        not null,
    basis       text        not null check (basis in ('TOLD_BY_FAMILY', 'VILLAGE', 'PUBLIC_DUTY')),
    by_whom     uuid        not null,
    at          timestamptz not null,
    closed_on   date,
    constraint an_occasion_is_due_after_it_happened check (happened_on <= due_on),
    constraint an_occasion_is_reviewed_after_it_is_due check (due_on <= review_on)
);
create index occasion_by_household on visit.occasion (household, happened_on);
create index occasion_open         on visit.occasion (place, review_on) where closed_on is null;
select scope.by_household('visit.occasion', 'household');

-- A visit is a fact: written once, put right by another.
create table visit.visit (
    id          uuid        primary key,
    household   uuid        not null references registry.household,
    place       bigint      not null,
    cadre       uuid        references staff.cadre,
    by_whom     uuid        not null,
    contact     boolean     not null,
    way         text        not null check (way in ('HOME', 'TALK', 'CALL')),
    met         text        not null check (met in ('HEAD', 'FAMILY', 'OTHER', 'NOBODY')),
    finding     text        not null check (finding in ('WELL', 'NOBODY_HOME', 'REFUSED', 'NEED')),
    topics      text[]      not null,
    words       text        not null,
    need_topic  text,
    need_words  text,
    occasion    uuid        references visit.occasion,
    corrects    uuid        references visit.visit,
    seen_at     timestamptz not null,
    told_at     timestamptz not null,
    recorded_at timestamptz not null,
    constraint a_remark_is_short check (length(words) <= 500),
    constraint a_need_says_what_is_needed          check ((finding = 'NEED') = (need_topic is not null) and (finding = 'NEED') = (need_words is not null)),
    constraint a_need_is_short   check (length(need_words) between 1 and 500),
    constraint nobody_home_means_nobody_met        check ((finding = 'NOBODY_HOME') = (met = 'NOBODY')),
    constraint a_visit_does_not_correct_itself     check (corrects <> id)
);
create index visit_by_household on visit.visit (household, seen_at desc, id desc);
create index visit_by_place     on visit.visit (place, seen_at);
create index visit_by_cadre     on visit.visit (cadre, seen_at);
create index visit_that_corrects on visit.visit (corrects) where corrects is not null;
create index visit_for_occasion on visit.visit (occasion) where occasion is not null;
select scope.by_household('visit.visit', 'household');
-- A fact is never rewritten; it goes only when the family's data are erased.
revoke update on visit.visit from "${application}";

-- The family's turn comes later, for a reason. It is help for whoever plans, and counts against nobody.
create table visit.deferral (
    id        uuid        primary key,
    household uuid        not null references registry.household,
    place     bigint      not null,
    reason    text        not null,
    until     date        not null,
    by_whom   uuid        not null,
    at        timestamptz not null
);
create index deferral_by_household on visit.deferral (household, until);
select scope.by_household('visit.deferral', 'household');

-- What was promised to a family, and what became of it (R39).
create table visit.promise (
    id        uuid        primary key,
    household uuid        not null references registry.household,
    place     bigint      not null,
    need      text        not null check (length(need) between 1 and 200),
    action    text        not null check (length(action) between 1 and 200),
    due_on    date        not null,
    by_whom   uuid        not null,
    at        timestamptz not null,
    result    text        check (length(result) between 1 and 200),
    done_on   date,
    done_by   uuid,
    constraint a_promise_kept_says_what_came_of_it check ((result is null) = (done_on is null) and (done_on is null) = (done_by is null))
);
create index promise_by_household on visit.promise (household, due_on);
create index promise_open         on visit.promise (place, due_on) where done_on is null;
select scope.by_household('visit.promise', 'household');

-- A private address under which somebody's own calendar reads when his households are due; kept as a hash.
create table visit.calendar (
    account uuid        primary key references access.account,
    hash    bytea       not null unique check (length(hash) = 32),
    named   boolean     not null,
    since   timestamptz not null
);
