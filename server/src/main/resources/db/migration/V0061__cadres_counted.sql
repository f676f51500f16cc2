-- How many cadres serve on a day is read from here alone.
create index cadre_in_scope on staff.cadre (place, since, until);
