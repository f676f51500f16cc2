-- Filters somebody keeps for himself (ADR 0103): his own words for them, and what they ask, as the address says it. The places for them are numbered: there are twenty.
create table cases.filter (
    id       uuid        primary key,
    account  uuid        not null references access.account on delete cascade,
    position smallint    not null,
    label    text        not null check (length(label) between 1 and 30),
    asks     text        not null check (length(asks) between 1 and 400),
    since    timestamptz not null,
    constraint an_account_keeps_at_most_twenty_filters check (position between 1 and 20),
    constraint a_place_holds_one_filter                unique (account, position),
    constraint a_filter_has_a_name_of_its_own          unique (account, label)
);

-- What is asked for by category or kind alone on a large ground: the latest of it, without walking over all that is something else.
create index issue_by_category on cases.issue (category, heard_at desc, id);
create index issue_by_kind     on cases.issue (kind, heard_at desc, id) where kind <> 'SERVICE';
