-- Complaints about people who work for the programme, by a route of their own (Regulation on petitions of 2022, arts. 22, 30, 34-36, 47): whoever is complained of, and his
-- unit, do not see them, whatever post he holds besides. Every word lies under lock. No row says which household it came from.
create schema complaint;

-- How many days one has; a county may change them, each from a day on and by a document.
create table complaint.term (
    code   text not null check (code in ('DECIDE', 'ANSWER', 'AGAIN')),
    since  date not null,
    days   int  not null check (days between 1 and 365),
    source text not null check (source <> ''),
    primary key (code, since)
);
insert into complaint.term (code, since, days, source) values
    ('DECIDE', '2022-05-01', 15, '《信访工作条例》（2022）第二十二条：收到之日起十五日内书面告知是否受理'),
    ('ANSWER', '2022-05-01', 60, '《信访工作条例》（2022）第三十四条：受理之日起六十日内办结'),
    ('AGAIN',  '2022-05-01', 30, '《信访工作条例》（2022）第三十五条：收到书面答复之日起三十日内请求复查');

-- The same edges as lianxin.complaint.State; a test compares them.
create table complaint.edge (
    before text not null,
    after  text not null,
    primary key (before, after)
);
insert into complaint.edge (before, after)
select b, unnest(string_to_array(a, ' '))
  from (values ('RECEIVED', 'TAKEN PASSED_ON DECLINED'), ('TAKEN', 'ANSWERED PASSED_ON'), ('ANSWERED', 'AGREED ASKED_AGAIN'),
               ('DECLINED', 'ASKED_AGAIN'), ('ASKED_AGAIN', 'TAKEN PASSED_ON')) as e (b, a);

create table complaint.complaint (
    id        uuid        primary key,
    number    text        not null unique check (number ~ '^C[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6}$'),
    place     bigint      not null,
    cadre     uuid,
    unit      uuid,
    origin    text        not null check (origin in ('CARD', 'TOLD', 'CASE')),
    state     text        not null,
    since     timestamptz not null,
    due_on    date,
    taken_by  uuid,
    finding   text        check (finding in ('SO', 'PARTLY', 'NOT_SO', 'NOT_TO_BE_FOUND_OUT')),
    again     int         not null default 0 check (again between 0 and 2),
    by_whom   uuid        not null,
    at        timestamptz not null,
    version   int         not null default 1,
    constraint whose_cadre_his_unit check (cadre is null or unit is not null),
    constraint an_answer_says_what_was_found check ((finding is not null) = (state in ('ANSWERED', 'AGREED')))
);
create index complaint_by_place on complaint.complaint (place, since);

-- What was done with it, one line each, never edited.
create table complaint.step (
    id        uuid        primary key,
    complaint uuid        not null references complaint.complaint on delete cascade,
    place     bigint      not null,
    deed      text        not null,
    state     text        not null,
    by_whom   uuid        not null,
    at        timestamptz not null
);
create index step_of_complaint on complaint.step (complaint, at);

-- Every word, under lock: what happened, about whom, how to reach whoever said it, the secret it is followed with, and what was answered.
create table complaint.writing (
    id        uuid   primary key,
    complaint uuid   not null references complaint.complaint on delete cascade,
    place     bigint not null,
    about     uuid   not null,
    part      text   not null check (part in ('WORDS', 'WHOM', 'REACH', 'SECRET')),
    sealed    bytea  not null,
    key       int    not null,
    constraint one_writing_of_a_part unique (about, part)
);
create index writing_of_complaint on complaint.writing (complaint);
create index writing_by_key       on complaint.writing (key);

-- Who reads: 'house' while something is received or followed, otherwise the account; nobody while it is not set.
create function complaint.reader() returns uuid language sql stable as $$
    select case when r ~ '^[0-9a-f-]{36}$' then r::uuid end from (select current_setting('complaint.reader', true) as r) as s
$$;

-- Himself, every cadre and unit his accounts ever stood for, and those cadres' units: with none of them has a reader's complaint to do.
create function complaint.close_to_reader() returns setof uuid language sql stable security definer set search_path to pg_catalog, pg_temp as $$
    with me as (
        select a.id, a.person
          from access.account a
         where a.id = complaint.reader()
            or a.person = (select b.person from access.account b where b.id = complaint.reader())
    ), mine as (
        select person as id from me
        union select m.cadre from access.mandate m join me on me.id = m.account
        union select m.unit  from access.mandate m join me on me.id = m.account
        union select m.post  from access.mandate m join me on me.id = m.account
    )
    select id from mine where id is not null
    union
    select c.unit from staff.cadre c join mine on mine.id = c.id
$$;

select scope.wall('complaint.complaint',
    'place >= (select current_setting(''app.lo'')::bigint) and place < (select current_setting(''app.hi'')::bigint)'
    ' and ((select current_setting(''complaint.reader'', true)) = ''house'''
    '      or (select complaint.reader()) is not null'
    '         and (cadre is null or cadre <> all (array(select complaint.close_to_reader())))'
    '         and (unit is null or unit <> all (array(select complaint.close_to_reader()))))');
select scope.wall('complaint.step',    'exists (select from complaint.complaint c where c.id = complaint)');
select scope.wall('complaint.writing', 'exists (select from complaint.complaint c where c.id = complaint)');

revoke update, delete on complaint.step from "${application}";
revoke update on complaint.writing from "${application}";
grant update (sealed, key) on complaint.writing to "${application}";
revoke update, delete on complaint.complaint from "${application}";
grant update (cadre, unit, state, since, due_on, taken_by, finding, again, version) on complaint.complaint to "${application}";

-- Along its edges; whoever answered does not look again (art. 36: the organ above reviews); twice at most.
create function complaint.refuse_wrong_steps() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'RECEIVED' then
            raise exception 'begins as %', new.state using errcode = 'check_violation', constraint = 'a_complaint_begins_received', schema = 'complaint', table = 'complaint';
        end if;
        return new;
    end if;
    if new.state <> old.state and not exists (select from complaint.edge e where e.before = old.state and e.after = new.state) then
        raise exception '% to %', old.state, new.state using errcode = 'check_violation',
            constraint = 'a_complaint_keeps_to_its_edges', schema = 'complaint', table = 'complaint';
    end if;
    if old.state = 'ASKED_AGAIN' and new.state = 'TAKEN'
       and exists (select from complaint.step s where s.complaint = new.id and s.by_whom = new.taken_by and s.deed in ('TAKEN', 'ANSWERED', 'DECLINED')) then
        raise exception 'the same hands' using errcode = 'check_violation', constraint = 'somebody_else_looks_again', schema = 'complaint', table = 'complaint';
    end if;
    return new;
end $$;
create trigger a_complaint_keeps_to_its_edges before insert or update on complaint.complaint for each row execute function complaint.refuse_wrong_steps();
select scope.sees_all(p.oid::regprocedure) from pg_proc p where p.pronamespace = 'complaint'::regnamespace and p.prorettype = 'trigger'::regtype;

insert into rights.keeping (span, since, months, source)
values ('COMPLAINT', '2022-05-01', null, '《信访工作条例》（2022）：信访档案；保管期限由受理机关按档案规定确定，到期由其销毁');
