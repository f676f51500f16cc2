-- A petition is the law's: it goes to the office for petitions, and whoever takes it up answers within the law's days, counted by the calendar.
create table cases.lawful (
    kind        text not null check (kind in ('PETITION')),
    since       date not null,
    tell_days   int  not null check (tell_days   between 1 and 365),
    decide_days int  not null check (decide_days between 1 and 365),
    extend_days int  not null check (extend_days between 0 and 365),
    source      text not null check (source <> ''),
    primary key (kind, since)
);
insert into cases.lawful (kind, since, tell_days, decide_days, extend_days, source)
values ('PETITION', '2022-05-01', 15, 60, 30, '《信访工作条例》（2022）第二十二条、第三十四条');
