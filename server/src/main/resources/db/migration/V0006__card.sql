create schema card;

-- A printed contact card (连心卡): which household, which contact, which version, and the unguessable code that opens the household's page.
create table card.card (
    household uuid        not null references registry.household,
    version   int         not null check (version >= 1),
    cadre     uuid        not null references staff.cadre,
    place     bigint      not null,
    code      text        not null,
    issued_on date        not null,
    by_whom   uuid        not null,
    withdrawn_on date,
    primary key (household, version),
    constraint a_card_code_is_used_once unique (code)
);
create index card_by_place on card.card (place) where withdrawn_on is null;
