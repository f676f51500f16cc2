-- Why a question could not be handed over, the last time it was tried (ADR 0104): the provider would not have it, with which status, or it was away.
alter table gateway.ask add column trouble text check (trouble in ('REFUSED', 'AWAY'));
alter table gateway.ask add column status  int;
create index ask_failed on gateway.ask (place) where state = 'FAILED' or state = 'WAITING' and tries > 0;
