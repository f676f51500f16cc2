-- One index of keys does for both: no key twice, and what begins with what was typed. The operator class finds equal texts and beginnings alike;
-- what orders by key is never asked for.
alter table registry.household drop constraint a_household_has_one_key;
drop index registry.household_by_key;
create unique index a_household_has_one_key on registry.household (key text_pattern_ops);
