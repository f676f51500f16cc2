-- A page that adds up a city's villages must not unpack every list of households only to count it.
alter table proposal.village add column size int not null generated always as (cardinality(households)) stored;

-- Whose load changes most, without sorting 70,000 cadres.
create index load_by_change on proposal.load (run, (gains + loses) desc, cadre);
