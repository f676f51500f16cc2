-- Benefits (见实惠): what an office says it sent to a household, and whether the household says that it arrived (R43).
create schema benefits;

-- A sheet of an office, read and looked at before it is kept; undone while no household has said anything.
create table benefits.batch (
    id        uuid        primary key,
    lo        bigint      not null,
    hi        bigint      not null,
    source    text        not null check (length(source) between 1 and 120),
    file_name text        not null check (length(file_name) <= 200),
    lines     int         not null check (lines >= 0),
    faults    text[]      not null default '{}',
    left_out  int         not null default 0 check (left_out >= 0),
    read_by   uuid        not null,
    read_at   timestamptz not null,
    kept_at   timestamptz,
    undone_at timestamptz,
    constraint a_batch_has_a_ground                 check (lo < hi),
    constraint only_what_was_kept_is_undone         check (undone_at is null or kept_at is not null)
);
create index batch_by_place on benefits.batch (lo, read_at desc);
select scope.by_stretch('benefits.batch');

create table benefits.benefit (
    id         uuid          primary key,
    batch      uuid          not null references benefits.batch,
    household  uuid          not null references registry.household,
    place      bigint        not null,
    kind       text          not null check (kind in ('SUBSIDY', 'INSURANCE', 'RELIEF', 'PROJECT', 'GOODS', 'SERVICE')),
    policy     text          not null check (length(policy) between 1 and 60),
    amount     numeric(11,2) check (amount >= 0),
    arrived_on date          not null,
    kept       boolean       not null default false,
    said       text          check (said in ('ARRIVED', 'NOT_ARRIVED')),
    said_at    timestamptz,
    issue      uuid,
    constraint what_is_not_kept_is_not_asked        check (kept or said is null),
    constraint whoever_says_it_says_when            check ((said is null) = (said_at is null)),
    constraint only_what_did_not_arrive_is_a_case   check (issue is null or said is not null)
);
create unique index a_benefit_is_entered_once on benefits.benefit (household, policy, arrived_on) where kept;
create index benefit_by_batch on benefits.benefit (batch);
create index benefit_by_place on benefits.benefit (place, household) where kept;
select scope.by_household('benefits.benefit', 'household');

-- An office’s entry is never rewritten, only undone; what a household said stands, but what had not arrived may still arrive.
create function benefits.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if (new.id, new.batch, new.household, new.kind, new.amount, new.arrived_on) is distinct from (old.id, old.batch, old.household, old.kind, old.amount, old.arrived_on)
       or new.policy <> old.policy then
        raise exception 'rewritten' using errcode = 'check_violation',
            constraint = 'a_benefit_is_never_rewritten', schema = 'benefits', table = 'benefit';
    end if;
    if old.said is not null and new.said is distinct from old.said and not (old.said = 'NOT_ARRIVED' and new.said = 'ARRIVED') then
        raise exception 'said' using errcode = 'check_violation',
            constraint = 'what_a_household_said_stands', schema = 'benefits', table = 'benefit';
    end if;
    return new;
end $$;
create trigger a_benefit_is_never_rewritten before update on benefits.benefit for each row execute function benefits.refuse_rewriting();
