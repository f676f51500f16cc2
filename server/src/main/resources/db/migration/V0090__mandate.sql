-- An account says who somebody is; its mandates say as what he may act, where and until when. `person` is the cadre the registry knows him as: whoever
-- is in service there is a contact cadre by that alone, without a mandate. `password` may be missing (a passkey or the county's own sign-in will do);
-- one that was printed is good until `password_until`, and only for choosing one's own.
alter table access.account
    add column person         uuid,
    add column opened_by      uuid        not null default '00000000-0000-0000-0000-000000000001',
    add column opened_at      timestamptz not null default now(),
    add column closed_at      timestamptz,
    add column password_until timestamptz,
    alter column password drop not null;
create unique index a_person_has_one_account on access.account (person) where person is not null and closed_at is null;

-- A role on a ground for a while (授权). Written once; later only its end may come nearer. `unit` and `cadre` narrow it to a unit's people or to one cadre's
-- households; `post` is the unit he belonged to when it was given, and it lapses when he no longer does. A deputy's mandate hangs on its `source`;
-- an emergency is taken, not given, and is over after three hours.
create table access.mandate (
    id       uuid        primary key,
    account  uuid        not null references access.account on delete cascade,
    role     text        not null,
    lo       bigint      not null,
    hi       bigint      not null,
    unit     uuid,
    cadre    uuid,
    post     uuid,
    kind     text        not null check (kind in ('REGULAR', 'DEPUTY', 'EMERGENCY')),
    source   uuid        references access.mandate on delete cascade,
    since    timestamptz not null,
    until    timestamptz,
    reason   text        not null check (reason <> ''),
    given_by uuid        not null,
    given_at timestamptz not null default now(),
    ended_by uuid,
    ended_at timestamptz,
    constraint a_mandate_is_for_a_known_role check (role in ('OFFICE', 'TOWNSHIP', 'UNIT', 'CADRE', 'FIRST_SECRETARY', 'HANDLER', 'VILLAGE_COMMITTEE',
        'SUPERVISOR', 'AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    constraint a_mandate_covers_a_range             check (lo <= hi),
    constraint a_mandate_ends_after_it_begins       check (until is null or since <= until),
    constraint a_liaison_mandate_names_its_unit     check (role <> 'UNIT' or unit is not null),
    constraint a_cadre_mandate_names_its_cadre      check (role <> 'CADRE' or cadre is not null),
    constraint a_deputy_stands_in_for_a_while       check ((kind = 'DEPUTY') = (source is not null) and (kind <> 'DEPUTY' or until is not null)),
    constraint an_emergency_is_over_in_three_hours  check (kind <> 'EMERGENCY' or until <= since + interval '3 hours'),
    constraint nobody_gives_himself_a_mandate       check (given_by <> account or kind = 'EMERGENCY')
);
create index mandate_by_account on access.mandate (account, since);
create index mandate_by_source  on access.mandate (source) where source is not null;
create index mandate_by_ground  on access.mandate (lo, hi);

-- The three administrators are three people (三员分立): whoever is one holds no other mandate beside it, and neither does his second account.
create function access.refuse_mixed_offices() returns trigger language plpgsql as $$
declare
    offices constant text[] := array['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
    who uuid;
begin
    select coalesce(person, id) into who from access.account where id = new.account for update;
    perform pg_advisory_xact_lock(hashtextextended(who::text, 40));
    if exists (select from access.mandate m
                 join access.account a on a.id = m.account
                where coalesce(a.person, a.id) = who
                  and m.id <> new.id and m.role <> new.role
                  and (m.role = any(offices) or new.role = any(offices))
                  and (m.until is null or m.until > new.since)) then
        raise exception 'mixed offices' using errcode = 'check_violation',
            constraint = 'an_administrator_holds_no_other_office', schema = 'access', table = 'mandate';
    end if;
    return new;
end $$;
create trigger an_administrator_holds_no_other_office before insert on access.mandate
    for each row execute function access.refuse_mixed_offices();

create function access.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if (new.id, new.account, new.role, new.lo, new.hi, new.unit, new.cadre, new.post, new.kind, new.source, new.since, new.reason, new.given_by, new.given_at)
       is distinct from
       (old.id, old.account, old.role, old.lo, old.hi, old.unit, old.cadre, old.post, old.kind, old.source, old.since, old.reason, old.given_by, old.given_at)
       or new.until is null or new.until > coalesce(old.until, 'infinity') or old.ended_at is not null then
        raise exception 'rewritten' using errcode = 'check_violation',
            constraint = 'a_mandate_is_never_rewritten', schema = 'access', table = 'mandate';
    end if;
    return new;
end $$;
create trigger a_mandate_is_never_rewritten before update on access.mandate
    for each row execute function access.refuse_rewriting();

insert into access.mandate (id, account, role, lo, hi, unit, cadre, kind, since, until, reason, given_by, ended_at)
select gen_random_uuid(), id, role, lo, hi, unit, cadre, 'REGULAR', now(), case when enabled then null else now() end, 'V0090',
       '00000000-0000-0000-0000-000000000001', case when enabled then null else now() end
  from access.account;
update access.account set closed_at = now() where not enabled;
alter table access.account drop column role, drop column lo, drop column hi, drop column unit, drop column cadre, drop column enabled;

-- What somebody must be told about access to his ground: an emergency above all.
create table access.notice (
    id      uuid        primary key,
    account uuid        not null references access.account on delete cascade,
    mandate uuid        not null references access.mandate on delete cascade,
    at      timestamptz not null,
    seen_at timestamptz
);
create index notice_by_account on access.notice (account, at desc) where seen_at is null;
