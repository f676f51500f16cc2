-- What whoever asks may see (ADR 0062). Every transaction says on whose behalf it is: app.lo and app.hi bound the ground, app.narrow is set when it is
-- narrowed to a unit (app.unit) or a cadre (app.cadre). Nothing said is an error, not a row. A prefix, a lookup or a function per row would cost 30 to 900
-- times as much as the range below.
create schema scope;

-- The rule stands in a «case», so that it looks at rows and never chooses how they are found: PostgreSQL takes a range it does not know for one in two hundred,
-- and would walk an index over all places to find one cadre's households. Our questions name their own places.
-- The owner, who only migrates and keeps rules, sees all by a policy of his own; nobody is exempt by being forgotten.
create function scope.wall(tables regclass, rule text) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tables);
    execute format('alter table %s force row level security', tables);
    execute format('create policy scope on %s using (case when %s then true else false end)', tables, rule);
    execute format('create policy owner on %s to current_user using (true)', tables);
end $$;

-- A row at a place is seen by whoever's ground the place is on.
create function scope.by_place(tables regclass) returns void language sql as $$
    select scope.wall(tables, 'place >= (select current_setting(''app.lo'')::bigint) and place < (select current_setting(''app.hi'')::bigint)')
$$;

-- A row about a stretch of places is seen by whoever's ground touches it.
create function scope.by_stretch(tables regclass) returns void language sql as $$
    select scope.wall(tables, 'lo < (select current_setting(''app.hi'')::bigint) and hi > (select current_setting(''app.lo'')::bigint)')
$$;

-- Units and cadres serve beyond their own seat: they are seen throughout the city, and so are the province's own. (City: four digits; 8 zeros.)
create function scope.by_city(tables regclass) returns void language sql as $$
    select scope.wall(tables,
        '(place >= (select current_setting(''app.lo'')::bigint / 100000000 * 100000000)'
        ' and place < (select (current_setting(''app.hi'')::bigint - 1) / 100000000 * 100000000 + 100000000)'
        ' or place = (select current_setting(''app.lo'')::bigint / 10000000000 * 10000000000))')
$$;

-- Which unit serves which places is known throughout the city too: a unit that seems to serve nothing may serve the next county.
create function scope.by_city_stretch(tables regclass) returns void language sql as $$
    select scope.wall(tables,
        'lo < (select (current_setting(''app.hi'')::bigint - 1) / 100000000 * 100000000 + 100000000)'
        ' and hi > (select current_setting(''app.lo'')::bigint / 100000000 * 100000000)')
$$;

-- The few households a cadre looks after or ever did, and those he answers for while their contact is away: gathered once for a question.
create function scope.of_cadre() returns setof uuid language sql stable security definer set search_path to pg_catalog, pg_temp
as $$
    select p.household
      from pairing.pairing p
     where p.cadre in (select nullif(current_setting('app.cadre'), '')::uuid
                       union all select b.cadre from pairing.backup b where b.backup = nullif(current_setting('app.cadre'), '')::uuid)
$$;

-- Whether a unit's cadres look after this household or ever did: asked row by row, since a page is about one household or one village, and to gather all
-- of a large unit's first would take longer than the page.
create function scope.of_unit(home uuid) returns boolean language plpgsql stable security definer set search_path to pg_catalog, pg_temp
as $$
declare
    the_unit constant uuid := nullif(current_setting('app.unit'), '');
begin
    return exists (
        select from pairing.pairing p
          join staff.cadre c on c.id = p.cadre
         where p.household = home and c.unit = the_unit);
end $$;

-- As by_place; a unit's liaison and a cadre see only what is about their own households.
create function scope.by_household(tables regclass, household name) returns void language sql as $$
    select scope.wall(tables, format(
        'place >= (select current_setting(''app.lo'')::bigint) and place < (select current_setting(''app.hi'')::bigint)'
        ' and case when (select current_setting(''app.narrow'') = '''') then true'
        ' when (select current_setting(''app.unit'') = '''') then %1$I in (select scope.of_cadre()) else scope.of_unit(%1$I) end', household))
$$;

-- A function that must see all there is, whoever asked: what keeps a rule must not be blind to what breaks it.
create function scope.sees_all(functions regprocedure) returns void language plpgsql as $$
begin
    execute format('alter function %s security definer set search_path to pg_catalog, pg_temp', functions);
end $$;

select scope.by_city('staff.unit'), scope.by_city('staff.cadre'), scope.by_city('overview.cadre'), scope.by_city('overview.spread'), scope.by_city('proposal.load'),
       scope.by_city('staff.unit_shape'), scope.by_city('staff.cadre_shape');
select scope.by_household('registry.household', 'id'), scope.by_household('registry.household_need', 'household'),
       scope.by_household('registry.household_past', 'household'), scope.by_household('registry.household_lineage', 'successor'),
       scope.by_household('pairing.pairing', 'household'), scope.by_household('pairing.replaced', 'household'),
       scope.by_household('scheme.exclusion', 'household'), scope.by_household('pairing.pin', 'household'),
       scope.by_household('card.card', 'household');
select scope.by_place('registry.household_tally'), scope.by_place('registry.household_shape'), scope.by_place('pairing.tally'),
       scope.by_place('proposal.village'), scope.by_place('overview.village'), scope.by_place('overview.holding'),
       scope.by_place('matching.village'), scope.by_place('matching.share'), scope.by_place('matching.pin'),
       scope.by_place('scheme.unit_ground_shape'), scope.by_place('scheme.exclusion_shape'),
       scope.by_place('survey.point'), scope.by_place('survey.point_shape');
select scope.by_city_stretch('scheme.unit_ground');
select scope.by_stretch('matching.run'), scope.by_stretch('matching.adoption'), scope.by_stretch('coverage.finding'),
       scope.by_stretch('proposal.run'), scope.by_stretch('intake.import'), scope.by_stretch('access.mandate');
-- A draft of places that belongs to nobody in particular (it was handed in before drafts had a ground) is seen by every office.
select scope.wall('region.draft',
    'lo < (select current_setting(''app.hi'')::bigint) and hi > (select current_setting(''app.lo'')::bigint) or hi = 0');

select scope.sees_all(p.oid::regprocedure)
  from pg_proc p
 where p.pronamespace in ('registry'::regnamespace, 'pairing'::regnamespace, 'access'::regnamespace, 'staff'::regnamespace, 'scheme'::regnamespace, 'overview'::regnamespace) and p.prorettype = 'trigger'::regtype;

-- The events that wait for their listeners (Spring Modulith's own shape); made here, since the application may not make tables.
create table if not exists event_publication (
    id                     uuid        primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index if not exists event_publication_serialized_event_hash_idx on event_publication using hash (serialized_event);
create index if not exists event_publication_by_completion_date_idx on event_publication (completion_date);

-- What a demonstration was made from; empty everywhere else.
create schema if not exists demo;
create table if not exists demo.world (
    scale text not null,
    seed  bigint not null,
    day   date not null,
    step  text,
    sole  boolean primary key default true check (sole)
);

-- The application's own role owns nothing that has a wall and cannot step over one; migrations run as the owner. What later migrations make is granted
-- by default; what must not be changed or deleted, they revoke. Imports make tables of their own in the roster's schema and drop them again.
do $$
declare
    room name;
begin
    for room in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
        execute format('grant usage on schema %I to "${application}"', room);
        execute format('grant select, insert, update, delete on all tables in schema %I to "${application}"', room);
        if current_setting('server_version_num')::int >= 170000 then -- to refresh the planner's statistics after a load
            execute format('grant maintain on all tables in schema %I to "${application}"', room);
        end if;
        execute format('grant usage, select on all sequences in schema %I to "${application}"', room);
    end loop;
end $$;
alter default privileges grant usage on schemas to "${application}";
alter default privileges grant select, insert, update, delete on tables to "${application}";
alter default privileges grant usage, select on sequences to "${application}";
grant create on schema roster to "${application}";
revoke insert, update, delete on flyway_schema_history from "${application}";

-- A function of ours is not leakproof, so a policy keeps its index from being used; a column is.
alter table staff.cadre add column given text generated always as (platform.given_name(name)) stored;
alter table registry.household add column given text generated always as (platform.given_name(head)) stored;
drop index staff.cadre_by_given, registry.household_by_given;
create index cadre_by_given     on staff.cadre (given text_pattern_ops);
create index household_by_given on registry.household (given text_pattern_ops, place);
