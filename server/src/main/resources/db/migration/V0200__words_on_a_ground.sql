-- A word on the ground of a county or a township. To find what is frequent there, the latest of the whole city were gone through, or all that was ever heard in the township; what is
-- rare there was looked for among all that have the word anywhere. Now the latest of the ground itself are gone through, so many that a word which is not among them is rare
-- enough (about the root of the hundred that are shown times the number of cases), and what is rare is found by its pairs and the ground together.
create function cases.findable(pairs text[], place bigint) returns text[] language sql immutable parallel safe
    return pairs || array['county ' || (place / 1000000)::text, 'township ' || (place / 1000)::text];

drop index cases.wording_by_pair;
create index wording_by_pair     on cases.wording using gin (cases.findable(pairs, place)) with (fastupdate = off);
create index wording_by_county   on cases.wording ((place / 1000000), heard_at desc);
create index wording_by_township on cases.wording ((place / 1000), heard_at desc);
analyze cases.wording;

create or replace function cases.with_words(wanted text, at_most int) returns setof uuid language plpgsql stable security definer
    rows 200 set search_path to pg_catalog, pg_temp set plan_cache_mode to force_custom_plan as $$
declare
    the_pairs constant text[]  := cases.pairs(wanted);
    cased     constant boolean := lower(wanted) <> upper(wanted); -- what is Chinese has no case, and to look for one takes as long as reading
    the_lo    constant bigint  := current_setting('app.lo');
    the_hi    constant bigint  := current_setting('app.hi');
    the_unit  constant uuid    := nullif(current_setting('app.unit'), '');
    marks     text[]           := '{}'; -- what is sought besides the pairs
    latest    uuid[];
begin
    if current_setting('app.narrow') <> '' and the_unit is null then
        return query -- a cadre's households are few
            select w.issue from cases.wording w
             where w.pairs @> the_pairs and w.place >= the_lo and w.place < the_hi and w.household = any (array(select scope.of_cadre()))
             order by w.heard_at desc
             limit at_most;
        return;
    elsif current_setting('app.narrow') <> '' then
        marks := array['unit ' || the_unit::text];
        select array_agg(id) into latest
          from (select id from (select id, words, place, heard_at from cases.issue where unit = the_unit order by heard_at desc limit 1000) i
                 where place >= the_lo and place < the_hi and position(lower(wanted) in case when cased then lower(words) else words end) > 0
                 order by heard_at desc
                 limit at_most) l;
    elsif the_hi - the_lo < 1000 then
        return query -- a village has hundreds
            select w.issue from cases.wording w
             where w.pairs @> the_pairs and w.place >= the_lo and w.place < the_hi
             order by w.heard_at desc
             limit at_most;
        return;
    elsif the_hi - the_lo = 1000 and the_lo % 1000 = 0 then
        marks := array['township ' || (the_lo / 1000)::text];
        select array_agg(issue) into latest
          from (select issue from (select issue, pairs, place, heard_at from cases.wording where place / 1000 = the_lo / 1000 order by heard_at desc limit 1000) w
                 where pairs @> the_pairs and place >= the_lo and place < the_hi
                 order by heard_at desc
                 limit at_most) l;
    elsif the_hi - the_lo = 1000000 and the_lo % 1000000 = 0 then
        marks := array['county ' || (the_lo / 1000000)::text];
        select array_agg(issue) into latest
          from (select issue from (select issue, pairs, place, heard_at from cases.wording where place / 1000000 = the_lo / 1000000 order by heard_at desc limit 4000) w
                 where pairs @> the_pairs and place >= the_lo and place < the_hi
                 order by heard_at desc
                 limit at_most) l;
    else
        select array_agg(issue) into latest
          from (select issue from (select issue, pairs, place, heard_at from cases.wording order by heard_at desc limit 12000) w
                 where pairs @> the_pairs and place >= the_lo and place < the_hi
                 order by heard_at desc
                 limit at_most) l;
    end if;
    if cardinality(latest) = at_most then
        return query select unnest(latest);
    else
        return query
            with found as materialized (
                select w.issue, w.place, w.heard_at from cases.wording w where cases.findable(w.pairs, w.place) @> (the_pairs || marks)
            )
            select f.issue from found f where f.place >= the_lo and f.place < the_hi order by f.heard_at desc limit at_most;
    end if;
end $$;
