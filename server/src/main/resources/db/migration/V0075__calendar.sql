-- The working calendar has a room of its own, and with it an edition of its own: a new place does not make anybody read the holidays again.
create schema calendar;
drop trigger new_edition on region.special_day;
drop trigger new_edition on region.calendar_year;
alter table region.special_day   set schema calendar;
alter table region.calendar_year set schema calendar;
alter table calendar.calendar_year rename to year;

-- As in region: from a sequence, because a number given to a transaction that was rolled back must not be given again.
create sequence calendar.edition_number;
create table calendar.edition (
    number bigint  not null,
    sole   boolean primary key default true check (sole)
);
insert into calendar.edition (number) values (nextval('calendar.edition_number'));
create function calendar.new_edition() returns trigger language plpgsql as $$
begin
    update calendar.edition set number = nextval('calendar.edition_number');
    return null;
end $$;
create trigger new_edition after insert or update or delete or truncate on calendar.special_day
    for each statement execute function calendar.new_edition();
create trigger new_edition after insert or update or delete or truncate on calendar.year
    for each statement execute function calendar.new_edition();
