-- A department searches what lies on its desk or did. Which desk that is stands among the pairs by which words are found, so that one index answers for both: it is written anew when a
-- case comes to another department, once or twice in its life.
create function cases.marks(words text, unit uuid) returns text[] language sql immutable parallel safe
    return case when unit is null then cases.pairs(words) else cases.pairs(words) || ('unit ' || unit::text) end;

create or replace function cases.keep_wording() returns trigger language plpgsql as $$
begin
    insert into cases.wording (issue, household, place, heard_at, pairs)
    values (new.id, new.household, new.place, new.heard_at, cases.marks(new.words, new.unit))
    on conflict (issue) do update set pairs = excluded.pairs;
    return null;
end $$;
select scope.sees_all('cases.keep_wording()');
drop trigger words_that_are_erased_are_not_found on cases.issue;
create trigger words_that_are_erased_are_not_found after update of words, unit on cases.issue
    for each row when (new.words is distinct from old.words or new.unit is distinct from old.unit) execute function cases.keep_wording();

drop index cases.wording_by_pair;
update cases.wording w set pairs = cases.marks(i.words, i.unit) from cases.issue i where i.id = w.issue and i.unit is not null;
create index wording_by_pair on cases.wording using gin (pairs) with (fastupdate = off);
analyze cases.wording;

-- A word that is frequent on a desk is among the latest there; one that is not, the index finds.
create or replace function cases.with_words(wanted text, at_most int) returns setof uuid language plpgsql stable security definer
    rows 200 set search_path to pg_catalog, pg_temp set plan_cache_mode to force_custom_plan as $$
declare
    the_pairs constant text[] := cases.pairs(wanted);
    cased     constant boolean := lower(wanted) <> upper(wanted); -- what is Chinese has no case, and to look for one takes as long as reading
    the_lo    constant bigint := current_setting('app.lo');
    the_hi    constant bigint := current_setting('app.hi');
    the_unit  constant uuid   := nullif(current_setting('app.unit'), '');
    latest    uuid[];
begin
    if current_setting('app.narrow') = '' then
        return query
            select w.issue from cases.wording w
             where w.pairs @> the_pairs and w.place >= the_lo and w.place < the_hi
             order by w.heard_at desc
             limit at_most;
    elsif the_unit is null then
        return query
            select w.issue from cases.wording w
             where w.pairs @> the_pairs and w.place >= the_lo and w.place < the_hi and w.household = any (array(select scope.of_cadre()))
             order by w.heard_at desc
             limit at_most;
    else
        select array_agg(id) into latest
          from (select id from (select id, words, place, heard_at from cases.issue where unit = the_unit order by heard_at desc limit 2000) i
                 where place >= the_lo and place < the_hi and position(lower(wanted) in case when cased then lower(words) else words end) > 0
                 order by heard_at desc
                 limit at_most) l;
        if cardinality(latest) = at_most then
            return query select unnest(latest);
        else
            return query
                select w.issue from cases.wording w
                 where w.pairs @> (the_pairs || ('unit ' || the_unit::text)) and w.place >= the_lo and w.place < the_hi
                 order by w.heard_at desc
                 limit at_most;
        end if;
    end if;
end $$;
