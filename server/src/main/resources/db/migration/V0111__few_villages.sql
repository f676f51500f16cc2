-- How many villages a cadre may go to at most, when the office asks for that: then a proposal is a good plan with a proven distance from the best, no longer the best itself.
alter table proposal.run add column most_villages smallint check (most_villages between 1 and 3);
