-- That a round may be another now is written down in the transaction that made it so: told afterwards, it was lost with the process or the connection, and the phone held the old round until
-- midnight. A book is made for a turn, of its holder’s and of everybody’s, that was read before the round was: what comes between makes it old at once.
alter table phone.epoch
    add turns bigint not null default 0,
    add anews bigint not null default 0;
alter table phone.book
    add turn       bigint not null default 0,
    add made       bigint not null default -1,
    add made_turns bigint not null default 0,
    add made_anews bigint not null default 0,
    add changes    bigint not null default 0;
update phone.book set made = 0 where not stale;
alter table phone.book drop stale;
