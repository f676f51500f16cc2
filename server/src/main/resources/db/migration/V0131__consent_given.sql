-- What stands on consent says when it was given (PIPL arts. 13(1), 14, 29). Nobody knows it of what was written down before today.
alter table particulars.particular add column agreed_on date;
