-- The wall around households, made anew so that it costs a question by key half as much: whether the caller is narrowed at all is asked once, and only then
-- to what; a cadre's few households are an array that nobody gathers for an office. Who sees what is as before.
create function scope.household_rule(household name) returns text language sql immutable as $$
    select format(
        'place >= (select current_setting(''app.lo'')::bigint) and place < (select current_setting(''app.hi'')::bigint)'
        ' and case when (select current_setting(''app.narrow'') = '''') then true'
        ' when current_setting(''app.unit'') = '''' then %1$I = any (array(select scope.of_cadre())) else scope.of_unit(%1$I) end', household)
$$;

create or replace function scope.by_household(tables regclass, household name) returns void language sql as $$
    select scope.wall(tables, scope.household_rule(household))
$$;

do $$
declare
    walled record;
begin
    for walled in
        select * from (values
            ('registry.household', 'id'), ('registry.household_need', 'household'), ('registry.household_past', 'household'),
            ('registry.household_lineage', 'successor'), ('pairing.pairing', 'household'), ('pairing.replaced', 'household'),
            ('scheme.exclusion', 'household'), ('pairing.pin', 'household'), ('card.card', 'household'),
            ('rights.request', 'household'), ('rights.hold', 'household'), ('rights.erased', 'household')) as w (tables, household)
    loop
        execute format('alter policy scope on %s using (case when %s then true else false end)',
            walled.tables::regclass, scope.household_rule(walled.household));
    end loop;
end $$;
