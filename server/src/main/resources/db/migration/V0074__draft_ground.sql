-- Whose draft it is: the ground of the office that handed it in. Those handed in before belong to nobody in particular (nowhere lies on every ground).
alter table region.draft
    add column lo bigint not null default 0,
    add column hi bigint not null default 0;
alter table region.draft
    alter column lo drop default,
    alter column hi drop default;
