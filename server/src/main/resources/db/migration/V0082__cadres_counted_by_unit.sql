-- How many cadres of a unit hold how many households, kept by every write: the first page of a city must not count 70,000 cadres.
-- exempt_until is -infinity for cadres who are not exempt.
create table overview.spread (
    unit         uuid   not null references staff.unit on delete cascade,
    load         int    not null,
    exempt_until date   not null,
    place        bigint not null,
    cadres       int    not null,
    primary key (unit, load, exempt_until, place)
);
create index spread_by_place on overview.spread (place, load);

create function overview.count_cadres() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into overview.spread as s (unit, load, exempt_until, place, cadres)
        select unit, load, coalesce(exempt_until, '-infinity'), place, count(*)
          from fresh
         group by 1, 2, 3, 4
         order by 1, 2, 3, 4
        on conflict (unit, load, exempt_until, place) do update set cadres = s.cadres + excluded.cadres;
    end if;
    if tg_op <> 'INSERT' then
        update overview.spread s
           set cadres = s.cadres - gone.cadres
          from (select unit, load, coalesce(exempt_until, '-infinity') as exempt_until, place, count(*) as cadres
                  from stale
                 group by 1, 2, 3, 4) gone
         where s.unit = gone.unit and s.load = gone.load and s.exempt_until = gone.exempt_until and s.place = gone.place;
        delete from overview.spread
         where cadres = 0 and unit in (select unit from stale);
    end if;
    return null;
end $$;
create trigger cadres_are_counted_as_they_come after insert on overview.cadre
    referencing new table as fresh for each statement execute function overview.count_cadres();
create trigger cadres_are_counted_as_they_change after update on overview.cadre
    referencing old table as stale new table as fresh for each statement execute function overview.count_cadres();
create trigger cadres_are_counted_as_they_go after delete on overview.cadre
    referencing old table as stale for each statement execute function overview.count_cadres();

insert into overview.spread (unit, load, exempt_until, place, cadres)
select unit, load, coalesce(exempt_until, '-infinity'), place, count(*) from overview.cadre group by 1, 2, 3, 4;
