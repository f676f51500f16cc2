-- The secrets of second factors lie under lock: `secret` is a seal, `key` the key it is sealed with; none for one from before, which is sealed at the next start.
alter table signin.second_factor add column key int;
create index second_factor_by_key on signin.second_factor (key);
