-- Voluntary mediation (People's Mediation Law of 2010), behind a wall of its own. What anybody said lies under lock (writing); the rest is states, days and identities.
-- There is no column for money anywhere: mediation is free of charge (art. 4).
create schema mediation;

-- What disputes are called, and how many days one has; a county may change them, each from a day on and by a document.
create table mediation.kind (
    code     text not null check (code ~ '^[A-Z][A-Z_]{1,30}$'),
    since    date not null,
    until    date,
    name_zh  text not null check (name_zh <> ''),
    name_en  text not null check (name_en <> ''),
    position int  not null,
    source   text not null check (source <> ''),
    primary key (code, since)
);
insert into mediation.kind (code, since, name_zh, name_en, position, source)
select code, '2011-01-01', zh, en, ordinality, '连心默认值，依据《人民调解法》及司法部人民调解统计类别；由县司法局调整'
  from (values ('NEIGHBOUR', '邻里纠纷', 'Neighbours', 1), ('LAND', '土地承包与山林', 'Contracted land', 2), ('HOUSE_SITE', '房屋宅基地', 'House and house site', 3),
               ('FAMILY', '家庭赡养抚养', 'Family and support of parents', 4), ('INJURY', '损害赔偿', 'Injury and damage', 5), ('DEBT', '借贷与合同', 'Debts and contracts', 6),
               ('WAGES', '劳动报酬', 'Wages', 7), ('MARRIAGE', '婚姻关系', 'Marriage relations', 8), ('ADOPTION', '收养关系', 'Adoption relations', 9),
               ('IDENTITY', '身份关系', 'Personal status', 10), ('OTHER', '其他', 'Something else', 11)) as t (code, zh, en, ordinality);

create table mediation.term (
    code   text not null check (code in ('LOOK', 'ANSWER', 'CLOSE', 'CONFIRM', 'FOLLOW_UP', 'REMIND', 'TAKE_BACK')),
    since  date not null,
    days   int  not null check (days between 0 and 365),
    source text not null check (source <> ''),
    primary key (code, since)
);
insert into mediation.term (code, since, days, source) values
    ('LOOK',      '2011-01-01', 7,  '连心默认值，由县司法局调整'),
    ('ANSWER',    '2011-01-01', 7,  '连心默认值，由县司法局调整'),
    ('CLOSE',     '2011-01-01', 30, '《人民调解工作若干规定》（2002年司法部令第75号）第三十三条：一般应在一个月内调结'),
    ('CONFIRM',   '2011-01-01', 30, '《人民调解法》第三十三条：自调解协议生效之日起三十日内共同申请'),
    ('FOLLOW_UP', '2011-01-01', 30, '连心默认值，由县司法局调整'),
    ('REMIND',    '2011-01-01', 7,  '连心默认值，由县司法局调整'),
    ('TAKE_BACK', '2011-01-01', 1,  '连心默认值，由县司法局调整');

-- The same edges as lianxin.mediation.Life; a test compares them.
create table mediation.edge (
    life     text not null check (life in ('MATTER', 'CONFIRMATION')),
    before   text not null,
    after    text not null,
    primary key (life, before, after)
);
insert into mediation.edge (life, before, after)
select 'MATTER', b, unnest(string_to_array(a, ' '))
  from (values ('CLUE', 'OFFERED APPLIED WITHDRAWN REFERRED'),
               ('OFFERED', 'CONSENTED REFUSED WITHDRAWN REFERRED'),
               ('APPLIED', 'CONSENTED REFUSED WITHDRAWN REFERRED'),
               ('CONSENTED', 'MEDIATING REFUSED WITHDRAWN REFERRED'),
               ('MEDIATING', 'AGREED_ORAL AGREED_WRITTEN FAILED WITHDRAWN REFERRED'),
               ('AGREED_ORAL', 'PERFORMING'), ('AGREED_WRITTEN', 'PERFORMING'),
               ('PERFORMING', 'PERFORMED BREACHED'), ('BREACHED', 'PERFORMING ARCHIVED'), ('PERFORMED', 'ARCHIVED'),
               ('REFUSED', 'ARCHIVED'), ('FAILED', 'ARCHIVED'), ('WITHDRAWN', 'ARCHIVED'), ('REFERRED', 'ARCHIVED')) as e (b, a)
union all
select 'CONFIRMATION', b, unnest(string_to_array(a, ' '))
  from (values ('NONE', 'APPLIED'), ('APPLIED', 'ACCEPTED REFUSED WITHDRAWN'), ('ACCEPTED', 'CONFIRMED REFUSED WITHDRAWN')) as e (b, a);

-- A matter belongs to one desk: `place` is the village's or the township's code. `referral` is what another room calls it.
create table mediation.matter (
    id           uuid        primary key,
    place        bigint      not null,
    year         int         not null,
    number       int         not null,
    kind         text        not null,
    origin       text        not null check (origin in ('SCREENED', 'ASKED', 'REFERRED')),
    referral     uuid        unique,
    state        text        not null,
    since        date        not null,
    clue_on      date        not null,
    accepted_on  date,
    effect_on    date,
    perform_by   date,
    confirmation text        not null default 'NONE',
    confirmation_on date,
    noted_by     uuid        not null,
    at           timestamptz not null,
    constraint a_desk_numbers_its_matters unique (place, year, number),
    constraint a_desk_is_a_village_or_a_township check (place % 1000000 <> 0),
    constraint identity_adoption_and_marriage_are_never_confirmed check (confirmation = 'NONE' or kind not in ('IDENTITY', 'ADOPTION', 'MARRIAGE')),
    constraint an_agreement_has_an_effect_and_a_time_limit
        check ((effect_on is null) = (perform_by is null) and perform_by >= effect_on
               and (effect_on is not null or state not in ('AGREED_ORAL', 'AGREED_WRITTEN', 'PERFORMING', 'PERFORMED', 'BREACHED'))),
    constraint only_an_agreement_is_confirmed check (confirmation = 'NONE' or effect_on is not null)
);
create index matter_at_a_desk on mediation.matter (place, since) where state <> 'ARCHIVED';

-- Those who are at odds: households of the registry, or anybody else by name; what they are called lies under lock.
create table mediation.party (
    id         uuid   primary key,
    matter     uuid   not null references mediation.matter,
    place      bigint not null,
    position   int    not null,
    household  uuid   references registry.household,
    consent    text   not null check (consent in ('ASKED', 'GIVEN', 'REFUSED')),
    consent_on date,
    signed_on  date,
    constraint consent_has_its_day check ((consent = 'ASKED') = (consent_on is null))
);
create index party_of_matter on mediation.party (matter, position);

-- Whoever mediates, chosen or accepted by the parties (arts. 19, 20); one without an account reads nothing here.
create table mediation.mediator (
    id      uuid   primary key,
    matter  uuid   not null references mediation.matter,
    place   bigint not null,
    account uuid,
    since   date   not null,
    until   date
);
create index mediator_of_matter  on mediation.mediator (matter);
create index mediator_by_account on mediation.mediator (account, matter) where until is null;

-- What was done, one line each: never edited; the last may be taken back for a day.
create table mediation.step (
    id            uuid        primary key,
    matter        uuid        not null references mediation.matter,
    place         bigint      not null,
    deed          text        not null,
    who           uuid,
    on_day        date        not null,
    before        text        not null,
    after         text        not null,
    by_whom       uuid        not null,
    at            timestamptz not null,
    taken_back_at timestamptz
);
create index step_of_matter on mediation.step (matter, at);

-- Every word somebody said or wrote, under lock, and every name.
create table mediation.writing (
    id     uuid   primary key,
    matter uuid   not null references mediation.matter,
    place  bigint not null,
    about  uuid   not null,
    part   text   not null,
    sealed bytea  not null,
    key    int    not null,
    constraint one_writing_of_a_part unique (about, part)
);
create index writing_of_matter on mediation.writing (matter);
create index writing_by_key    on mediation.writing (key);

revoke update on mediation.writing from "${application}";
revoke update, delete on mediation.step, mediation.matter, mediation.mediator from "${application}";
grant update (taken_back_at) on mediation.step to "${application}";
grant update (sealed, key) on mediation.writing to "${application}";
grant update (state, since, accepted_on, effect_on, perform_by, confirmation, confirmation_on) on mediation.matter to "${application}";
grant update (until) on mediation.mediator to "${application}";
revoke insert, update, delete on mediation.edge from "${application}";

-- Who reads: the mediators of the matter, and the desk that keeps its file; nobody by standing above. The room says on whose behalf it asks (mediation.reader,
-- for one transaction); without that there is no row, not even for the house. 'house' is the room's own: noting a clue, sealing anew.
create function mediation.reader() returns uuid language sql stable
as $$ select nullif(nullif(current_setting('mediation.reader', true), ''), 'house')::uuid $$;

create function mediation.mine() returns setof uuid language sql stable security definer set search_path to pg_catalog, pg_temp
as $$ select m.matter from mediation.mediator m where m.account = mediation.reader() and m.until is null $$;

-- A mandate of the village committee over just that village, or of the township over just that township. One taken in an emergency opens no file.
create function mediation.desks() returns setof bigint language sql stable security definer set search_path to pg_catalog, pg_temp
as $$
    select m.lo
      from access.mandate m
     where m.account = mediation.reader() and m.kind <> 'EMERGENCY' and m.since <= clock_timestamp()
       and (m.until is null or m.until > clock_timestamp())
       and (m.role = 'VILLAGE_COMMITTEE' and m.lo % 1000 <> 0 and m.hi = m.lo + 1 or m.role = 'TOWNSHIP' and m.lo % 1000 = 0 and m.lo % 1000000 <> 0 and m.hi = m.lo + 1000)
$$;

create function mediation.wall(tables regclass, matter name) returns void language sql as $$
    select scope.wall(tables, format(
        'place >= (select current_setting(''app.lo'')::bigint) and place < (select current_setting(''app.hi'')::bigint)'
        ' and ((select current_setting(''mediation.reader'', true) = ''house'')'
        ' or %I = any (array(select mediation.mine())) or place = any (array(select mediation.desks())))', matter))
$$;
select mediation.wall('mediation.matter', 'id'), mediation.wall('mediation.party', 'matter'), mediation.wall('mediation.mediator', 'matter'),
       mediation.wall('mediation.step', 'matter'), mediation.wall('mediation.writing', 'matter');

-- The life of a matter. Back again goes only the step that is being taken back.
create function mediation.refuse_matter() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'CLUE' or new.confirmation <> 'NONE' then
            raise exception 'begins as a clue' using errcode = 'check_violation', constraint = 'a_matter_begins_as_a_clue';
        end if;
        return new;
    end if;
    if new.state <> old.state
       and not exists (select from mediation.edge e where e.life = 'MATTER' and e.before = old.state and e.after = new.state)
       and not exists (select from mediation.step s
                        where s.matter = new.id and s.before = new.state and s.after = old.state
                          and s.taken_back_at = (select max(taken_back_at) from mediation.step t where t.matter = new.id)
                          and not exists (select from mediation.step later where later.matter = new.id and later.at > s.at and later.taken_back_at is null)) then
        raise exception 'no such edge' using errcode = 'check_violation', constraint = 'a_matter_follows_its_edges';
    end if;
    if new.confirmation <> old.confirmation then
        if not exists (select from mediation.edge e where e.life = 'CONFIRMATION' and e.before = old.confirmation and e.after = new.confirmation)
           or new.state not in ('AGREED_ORAL', 'AGREED_WRITTEN', 'PERFORMING', 'PERFORMED', 'BREACHED') then
            raise exception 'no such edge' using errcode = 'check_violation', constraint = 'a_confirmation_follows_its_edges';
        end if;
        if new.confirmation = 'APPLIED' and new.confirmation_on > new.effect_on
               + (select t.days from mediation.term t where t.code = 'CONFIRM' and t.since <= new.effect_on order by t.since desc limit 1) then
            raise exception 'too late' using errcode = 'check_violation', constraint = 'a_confirmation_is_applied_for_in_time';
        end if;
    end if;
    if new.state <> old.state and new.state in ('CONSENTED', 'MEDIATING')
       and (2 > (select count(*) from mediation.party p where p.matter = new.id)
            or exists (select from mediation.party p where p.matter = new.id and p.consent <> 'GIVEN')) then
        raise exception 'not all consent' using errcode = 'check_violation', constraint = 'nobody_mediates_without_everybodys_consent';
    end if;
    if new.state = 'MEDIATING' and old.state = 'CONSENTED' and not exists (select from mediation.mediator m where m.matter = new.id and m.until is null) then
        raise exception 'no mediator' using errcode = 'check_violation', constraint = 'somebody_mediates';
    end if;
    if new.state = 'AGREED_WRITTEN' and old.state = 'MEDIATING' and exists (select from mediation.party p where p.matter = new.id and p.signed_on is null) then
        raise exception 'not all signed' using errcode = 'check_violation', constraint = 'a_written_agreement_is_signed_by_all';
    end if;
    if new.state = 'ARCHIVED' and old.state <> 'ARCHIVED' then
        if old.confirmation in ('APPLIED', 'ACCEPTED') then
            raise exception 'before the court' using errcode = 'check_violation', constraint = 'no_file_is_closed_while_the_court_looks';
        end if;
        if old.state in ('REFUSED', 'FAILED', 'WITHDRAWN')
           and not exists (select from mediation.step s where s.matter = new.id and s.deed = 'REMEDIES_TOLD' and s.taken_back_at is null) then
            raise exception 'not told' using errcode = 'check_violation', constraint = 'the_other_ways_are_told_first';
        end if;
    end if;
    return new;
end $$;
create trigger a_matter_follows_its_edges before insert or update on mediation.matter for each row execute function mediation.refuse_matter();

-- Who is a party is settled before everybody has agreed; whoever agreed has agreed as long as it lasts.
create function mediation.refuse_party() returns trigger language plpgsql as $$
declare
    now_is text := (select m.state from mediation.matter m where m.id = case when tg_op = 'DELETE' then old.matter else new.matter end);
begin
    if tg_op in ('INSERT', 'DELETE') and now_is not in ('CLUE', 'OFFERED', 'APPLIED')
       or tg_op = 'UPDATE' and new.consent <> old.consent and now_is not in ('CLUE', 'OFFERED', 'APPLIED', 'CONSENTED', 'REFUSED') then
        raise exception 'too late' using errcode = 'check_violation', constraint = 'the_parties_are_settled_before_consent';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger the_parties_are_settled_before_consent before insert or update or delete on mediation.party for each row execute function mediation.refuse_party();

-- After a refusal, or any other end without an agreement, there is only to say which other ways there are (arts. 17, 26), and to close the file.
create function mediation.refuse_step() returns trigger language plpgsql as $$
declare
    now_is text := (select m.state from mediation.matter m where m.id = new.matter);
begin
    if new.before <> now_is then
        raise exception 'another state' using errcode = 'check_violation', constraint = 'a_step_begins_where_the_matter_is';
    end if;
    if now_is in ('REFUSED', 'FAILED', 'WITHDRAWN', 'REFERRED') and new.deed not in ('REMEDIES_TOLD', 'ARCHIVED') or now_is = 'ARCHIVED' then
        raise exception 'it has ended' using errcode = 'check_violation', constraint = 'nothing_follows_an_end_but_the_other_ways';
    end if;
    return new;
end $$;
create trigger nothing_follows_an_end_but_the_other_ways before insert on mediation.step for each row execute function mediation.refuse_step();

select scope.sees_all(p.oid::regprocedure) from pg_proc p where p.pronamespace = 'mediation'::regnamespace and p.prorettype = 'trigger'::regtype;

insert into rights.keeping (span, since, months, source)
values ('MEDIATION', '2011-01-01', null, '《人民调解法》第二十七条：建立调解工作档案；保管期限由县司法局按档案规定确定，到期由保管卷宗的调解委员会销毁');
