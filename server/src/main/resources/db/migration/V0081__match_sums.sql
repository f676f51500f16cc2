-- A page of a whole city adds up villages; it must not read all their units to see which of them change.
alter table matching.village add column units int, add column changed boolean;

update matching.village v
   set units = s.units, changed = not (s.now @> v.before and v.before @> s.now)
  from (select run, place, count(*) as units, array_agg(unit) as now from matching.share where not other group by run, place) s
 where s.run = v.run and s.place = v.place;

alter table matching.village alter column units set not null, alter column changed set not null;
comment on column matching.village.units is 'how many units would serve it';
comment on column matching.village.changed is 'whether they would be others than before';
