-- By which document a unit serves a place; empty where somebody gave it by hand.
alter table scheme.unit_ground add column source text not null default '';
