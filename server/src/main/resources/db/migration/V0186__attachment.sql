-- Photos and letters beside a case (ADR 0104). Nobody is ever asked for one.
create schema attachment;

-- How much is taken; a county may change it, from a day on.
create table attachment.bound (
    since  date primary key,
    files  int  not null check (files  between 1 and 20),
    bytes  int  not null check (bytes  between 1048576 and 10485760),
    pixels int  not null check (pixels between 1000000 and 50000000),
    edge   int  not null check (edge   between 640 and 4096),
    pages  int  not null check (pages  between 1 and 200),
    source text not null check (source <> '')
);
insert into attachment.bound (since, files, bytes, pixels, edge, pages, source)
values ('2026-11-01', 6, 10485760, 25000000, 2560, 50, '连心默认值：一件诉求至多六份附件，每份至多 10 MB，照片至多 2500 万像素，PDF 至多 50 页；由县活动办调整');

-- One file, under lock. Its name was never kept. Whoever sees the case sees that it is there; the rest is the application’s business.
create table attachment.file (
    id        uuid        primary key,
    owner     uuid        not null references cases.issue on delete cascade,
    household uuid        references registry.household,
    place     bigint      not null,
    number    int         not null check (number > 0),
    format    text        not null check (format in ('JPEG', 'PDF')),
    bytes     int         not null check (bytes > 0),
    sealed    bytea       not null,
    key       int         not null,
    by_whom   uuid        not null,
    at        timestamptz not null,
    constraint one_file_of_a_number unique (owner, number)
);
create index file_by_household on attachment.file (household) where household is not null;
create index file_by_key       on attachment.file (key);
alter table attachment.file alter column sealed set storage external; -- what is sealed cannot be packed
select scope.wall('attachment.file', 'exists (select from cases.issue i where i.id = owner)');
revoke update on attachment.file from "${application}";
grant update (sealed, key) on attachment.file to "${application}";
