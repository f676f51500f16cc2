-- Practical deeds (实事): promised in public, said to be done by whoever promised, confirmed by the households of the place, looked at again months later (R93).
create schema deeds;

-- How long households are asked, how many must answer before their answer counts, and after how many months it is asked again: as data, from a day on and by a document.
create table deeds.pace (
    since           date primary key,
    answer_days     int  not null check (answer_days     between 1 and 180),
    answers_least   int  not null check (answers_least   between 1 and 1000),
    answers_percent int  not null check (answers_percent between 1 and 100),
    yes_percent     int  not null check (yes_percent     between 50 and 99),
    use_months      int  not null check (use_months      between 1 and 60),
    source          text not null check (source <> '')
);
insert into deeds.pace (since, answer_days, answers_least, answers_percent, yes_percent, use_months, source)
values ('2013-01-01', 30, 5, 10, 50, 6,
        '过半数：参照《村民委员会组织法》第二十二条（到会人员过半数通过）；三十天、至少五户且不少于一成、六个月后再问：连心默认值，由县活动办调整');

-- The life of a deed (ADR 0098): the same list as lianxin.deeds.Life; a test compares them.
create table deeds.edge (
    before text not null,
    after  text not null,
    primary key (before, after)
);
insert into deeds.edge (before, after)
select before, after
  from (values ('PROMISED',       'DONE DROPPED'),
               ('DONE',           'CONFIRMED DISPUTED UNANSWERED PROMISED'),
               ('UNANSWERED',     'CONFIRMED DISPUTED USE_ASKED'),
               ('CONFIRMED',      'USE_ASKED'),
               ('DISPUTED',       'DONE DROPPED'),
               ('USE_ASKED',      'KEPT OUT_OF_USE USE_UNANSWERED'),
               ('USE_UNANSWERED', 'KEPT OUT_OF_USE'),
               ('OUT_OF_USE',     'PUT_RIGHT DROPPED'),
               ('PUT_RIGHT',      'KEPT OUT_OF_USE USE_UNANSWERED')) as e (before, afters), unnest(string_to_array(afters, ' ')) as after;

-- No column for a person: whoever promises is a body or a post, the words are those of a notice board.
create table deeds.deed (
    id          uuid        primary key,
    lo          bigint      not null,
    hi          bigint      not null,
    promiser    text        not null check (promiser in ('VILLAGE', 'FIRST_SECRETARY', 'TOWNSHIP', 'UNIT', 'OFFICE')),
    unit        uuid        references staff.unit,
    unit_name   text        not null default '' check (length(unit_name) <= 200),
    title       text        not null check (length(title) between 1 and 60),
    words       text        not null default '' check (length(words) <= 500),
    promised_on date        not null,
    due_on      date        not null,
    cost        bigint      check (cost between 0 and 9999999999),
    fund        text        not null default '' check (length(fund) <= 120),
    promised_by uuid        not null,
    stage       text        not null,
    stage_since timestamptz not null,
    moved_by    uuid        not null,
    round       int         not null default 0 check (round >= 0),
    asked       int         not null default 0 check (asked >= 0),
    needed      int         not null default 0 check (needed >= 0),
    yes_percent int         not null default 50,
    yes         int         not null default 0 check (yes >= 0),
    no          int         not null default 0 check (no >= 0),
    ask_until   date,
    use_on      date,
    version     int         not null default 1,
    constraint a_deed_is_for_a_place              check (lo < hi),
    constraint a_unit_promises_under_its_name     check ((promiser = 'UNIT') = (unit is not null) and (unit is null) = (unit_name = '')),
    constraint a_promise_names_a_day_to_come      check (due_on >= promised_on),
    constraint money_says_where_it_comes_from     check (cost is null or fund <> ''),
    constraint whoever_is_asked_knows_until_when  check ((stage in ('DONE', 'USE_ASKED', 'PUT_RIGHT')) = (ask_until is not null)),
    constraint only_households_say_that_it_is_so  check (stage not in ('CONFIRMED', 'DISPUTED', 'UNANSWERED', 'USE_ASKED', 'KEPT', 'OUT_OF_USE', 'USE_UNANSWERED')
                                                         or moved_by = '00000000-0000-0000-0000-000000000001'),
    constraint nothing_is_confirmed_by_silence    check (stage not in ('CONFIRMED', 'KEPT') or yes > 0)
);
create index deed_by_place on deeds.deed (lo, promised_on desc, id);
create index deed_asked    on deeds.deed (ask_until) where ask_until is not null;
create index deed_to_use   on deeds.deed (use_on) where stage in ('CONFIRMED', 'UNANSWERED');
select scope.by_stretch('deeds.deed');

-- A promise stays as it was given; every move is along an edge; nobody but an answer counts an answer.
create function deeds.refuse_wrong_moves() returns trigger language plpgsql as $$
begin
    if new.stage <> old.stage and not exists (select from deeds.edge e where e.before = old.stage and e.after = new.stage) then
        raise exception '% to %', old.stage, new.stage using errcode = 'check_violation',
            constraint = 'a_deed_keeps_to_its_edges', schema = 'deeds', table = 'deed';
    end if;
    if old.stage = 'DONE' and new.stage = 'PROMISED' and old.yes + old.no > 0 then
        raise exception 'answered' using errcode = 'check_violation',
            constraint = 'what_was_answered_is_not_taken_back', schema = 'deeds', table = 'deed';
    end if;
    if (new.id, new.lo, new.hi, new.promiser, new.unit, new.unit_name, new.title, new.words, new.promised_on, new.due_on, new.cost, new.fund, new.promised_by)
       is distinct from (old.id, old.lo, old.hi, old.promiser, old.unit, old.unit_name, old.title, old.words, old.promised_on, old.due_on, old.cost, old.fund, old.promised_by) then
        raise exception 'rewritten' using errcode = 'check_violation',
            constraint = 'what_was_promised_is_never_rewritten', schema = 'deeds', table = 'deed';
    end if;
    if (new.yes, new.no) is distinct from (old.yes, old.no) and pg_trigger_depth() < 2
       and not (new.round = old.round + 1 and new.yes = 0 and new.no = 0) then
        raise exception 'counted by hand' using errcode = 'check_violation',
            constraint = 'only_an_answer_is_counted', schema = 'deeds', table = 'deed';
    end if;
    return new;
end $$;
create trigger a_deed_keeps_to_its_edges before update on deeds.deed for each row execute function deeds.refuse_wrong_moves();
create function deeds.refuse_late_beginnings() returns trigger language plpgsql as $$
begin
    if new.stage <> 'PROMISED' or new.yes + new.no + new.round > 0 then
        raise exception 'begins as %', new.stage using errcode = 'check_violation',
            constraint = 'a_deed_begins_as_a_promise', schema = 'deeds', table = 'deed';
    end if;
    return new;
end $$;
create trigger a_deed_begins_as_a_promise before insert on deeds.deed for each row execute function deeds.refuse_late_beginnings();
revoke delete on deeds.deed from "${application}";

-- What was said of it, in order and in public: written once.
create table deeds.step (
    id      uuid        primary key,
    deed    uuid        not null references deeds.deed,
    stage   text        not null,
    words   text        not null default '' check (length(words) <= 500),
    asked   int         not null,
    yes     int         not null,
    no      int         not null,
    by_whom uuid        not null,
    at      timestamptz not null,
    constraint whoever_drops_a_promise_says_why check (stage <> 'DROPPED' or words <> '')
);
create index step_by_deed on deeds.step (deed, at, id);
select scope.wall('deeds.step', 'exists (select from deeds.deed d where d.id = deed)');
revoke update, delete on deeds.step from "${application}";

-- What a household answered: once a round, and nobody is shown whose answer it was. It goes when the household is erased; the count stays.
create table deeds.answer (
    deed      uuid        not null references deeds.deed,
    round     int         not null,
    household uuid        not null references registry.household,
    place     bigint      not null,
    said      text        not null check (said in ('YES', 'NO')),
    at        timestamptz not null,
    constraint a_household_answers_once primary key (deed, round, household)
);
create index answer_by_household on deeds.answer (household);
select scope.by_place('deeds.answer');
revoke update on deeds.answer from "${application}";

create function deeds.refuse_answers_nobody_asked_for() returns trigger language plpgsql as $$
declare
    about deeds.deed;
begin
    select * into about from deeds.deed d where d.id = new.deed for update;
    if about.stage is null or about.stage not in ('DONE', 'UNANSWERED', 'USE_ASKED', 'USE_UNANSWERED', 'PUT_RIGHT') or new.round <> about.round then
        raise exception 'not asked' using errcode = 'check_violation',
            constraint = 'an_answer_needs_a_question', schema = 'deeds', table = 'answer';
    end if;
    if new.place < about.lo or new.place >= about.hi
       or not exists (select from registry.household h where h.id = new.household and h.place = new.place) then
        raise exception 'of another place' using errcode = 'check_violation',
            constraint = 'only_households_of_the_place_answer', schema = 'deeds', table = 'answer';
    end if;
    return new;
end $$;
create trigger an_answer_needs_a_question before insert on deeds.answer for each row execute function deeds.refuse_answers_nobody_asked_for();

create function deeds.count_answer() returns trigger language plpgsql as $$
begin
    update deeds.deed set yes = yes + (new.said = 'YES')::int, no = no + (new.said = 'NO')::int where id = new.deed;
    return null;
end $$;
create trigger an_answer_is_counted after insert on deeds.answer for each row execute function deeds.count_answer();
