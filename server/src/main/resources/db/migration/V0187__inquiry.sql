-- Cases found by their number and the last digits of a telephone (ADR 0104): how often somebody was wrong, by number and by stretch of addresses.
create schema inquiry;

create table inquiry.failure (
    counted  text        primary key check (length(counted) between 1 and 60),
    failures int         not null check (failures >= 0),
    last_at  timestamptz not null
);
create index failure_by_age on inquiry.failure (last_at);
