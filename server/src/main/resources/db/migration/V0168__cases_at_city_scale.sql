-- What is asked of two million cases, measured (docs/performance.md, «Cases»).

-- What was said is written once and a case moves a dozen times: the pairs of characters by which it is found lie beside it, so that no move writes them anew (an index over
-- pairs has some twenty places for each case). Whoever reads households' cases reads their pairs, and nobody else.
create table cases.wording (
    issue     uuid        not null,
    household uuid,
    place     bigint      not null,
    heard_at  timestamptz not null,
    pairs     text[]      not null
);
insert into cases.wording (issue, household, place, heard_at, pairs)
select id, household, place, heard_at, pairs from cases.issue;
alter table cases.wording add primary key (issue),
                          add foreign key (issue) references cases.issue on delete cascade,
                          add foreign key (household) references registry.household;
drop index cases.issue_by_words;
alter table cases.issue drop column pairs;
-- Written at once and not put aside for later: what is put aside is read through by every search, and sorted in by whoever comes next.
create index wording_by_pair      on cases.wording using gin (pairs) with (fastupdate = off);
create index wording_by_time      on cases.wording (heard_at desc);
create index wording_by_place     on cases.wording (place, heard_at desc);
create index wording_by_household on cases.wording (household) where household is not null;
select scope.by_household('cases.wording', 'household');
revoke insert, update on cases.wording from "${application}";

create function cases.keep_wording() returns trigger language plpgsql as $$
begin
    insert into cases.wording (issue, household, place, heard_at, pairs)
    values (new.id, new.household, new.place, new.heard_at, cases.pairs(new.words))
    on conflict (issue) do update set pairs = excluded.pairs;
    return null;
end $$;
select scope.sees_all('cases.keep_wording()');
create trigger words_are_found_by_pairs after insert on cases.issue for each row execute function cases.keep_wording();
create trigger words_that_are_erased_are_not_found after update of words on cases.issue
    for each row when (new.words is distinct from old.words) execute function cases.keep_wording();

-- A word that every tenth case has and one that two have are found in different ways, in a city and in a village: so the question is planned anew each time, for the words
-- and the ground it is about. A department finds what lies on its own desk or did, a cadre what his households said: both are few enough to be read.
create or replace function cases.with_words(wanted text, at_most int) returns setof uuid language plpgsql stable security definer
    rows 200 set search_path to pg_catalog, pg_temp set plan_cache_mode to force_custom_plan as $$
declare
    the_pairs constant text[] := cases.pairs(wanted);
    cased     constant boolean := lower(wanted) <> upper(wanted); -- what is Chinese has no case, and to look for one takes as long as reading
    the_lo    constant bigint := current_setting('app.lo');
    the_hi    constant bigint := current_setting('app.hi');
    the_unit  constant uuid   := nullif(current_setting('app.unit'), '');
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
        return query
            select i.id from cases.issue i
             where i.unit = the_unit and i.place >= the_lo and i.place < the_hi and position(lower(wanted) in case when cased then lower(i.words) else i.words end) > 0
             order by i.heard_at desc
             limit at_most;
    end if;
end $$;
create index issue_by_unit on cases.issue (unit, heard_at desc) where unit is not null;

-- Lists: the latest, the most urgent, and what some desk must do, what a household is asked, what it disputes.
create index issue_by_time  on cases.issue (heard_at desc, id);
create index issue_by_due   on cases.issue (due_on, id) where stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED');
create index issue_open     on cases.issue (place) include (household, unit, level, due_on, red_on, paused_on)
    where stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED');
create index issue_asked    on cases.issue (place, heard_at desc) where stage in ('REPLIED', 'CALL_BACK', 'UNANSWERED');
create index issue_disputed on cases.issue (place, heard_at desc) where stage in ('DISPUTED', 'URGED');

-- The night takes a lot from where the last one ended, in this order, and looks for it nowhere else.
drop index cases.issue_to_escalate;
create index issue_to_escalate on cases.issue (escalate_on, id) where escalate_on is not null;
create index issue_to_close    on cases.issue (stage_since, id) where stage in ('CONFIRMED', 'UNANSWERED') and review_on is null;
