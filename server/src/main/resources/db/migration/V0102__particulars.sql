create schema particulars;

-- What of a household is written down only under lock. The row's identity is part of the seal.
create table particulars.particular (
    id        uuid  primary key,
    household uuid  not null references registry.household,
    kind      text  not null check (kind in ('ID_NUMBER', 'PHONE')),
    sealed    bytea not null,
    key       int   not null,
    exact     bytea not null check (length(exact) = 16),
    ending    bytea not null check (length(ending) = 2),
    constraint a_household_has_one_of_a_kind unique (household, kind)
);
create index particular_by_exact  on particulars.particular (kind, exact);
create index particular_by_ending on particulars.particular (kind, ending);
create index particular_by_key    on particulars.particular (kind, key);

-- Whoever sees the household.
select scope.wall('particulars.particular', 'exists (select from registry.household h where h.id = household)');
