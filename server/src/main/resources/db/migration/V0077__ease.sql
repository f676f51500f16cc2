-- The cheapest way out may raise upper limits (`by` households more) and lower lower ones (`by` fewer), for one cadre never both.
alter table proposal.lift add column side text not null default 'UPPER' check (side in ('UPPER', 'LOWER'));
alter table proposal.lift alter column side drop default;
