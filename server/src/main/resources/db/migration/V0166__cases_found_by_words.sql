-- Whoever is narrowed to his own households or his own desk finds his own, however many others have the words: the function keeps the whole wall, not its ground alone.
create or replace function cases.with_words(wanted text, at_most int) returns setof uuid language sql stable security definer set search_path to pg_catalog, pg_temp as $$
    select i.id
      from cases.issue i
     where i.pairs @> cases.pairs(wanted)
       and i.place >= current_setting('app.lo')::bigint and i.place < current_setting('app.hi')::bigint
       and case when current_setting('app.narrow') = '' then true
                when current_setting('app.unit') = '' then i.household = any (array(select scope.of_cadre()))
                else i.unit = nullif(current_setting('app.unit'), '')::uuid or i.household is not null and scope.of_unit(i.household) end
     order by i.heard_at desc
     limit at_most
$$;
