-- Households whose contact is of a unit that does not serve their village, as the nightly check found them (R96). Checks before this one did not look.
alter table coverage.finding add column off_ground bigint not null default 0;
alter table coverage.finding alter column off_ground drop default;
