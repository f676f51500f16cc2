-- A city's cases, made by a chance that is always the same: places are the real ones that are loaded, everything else is invented. Asked by CaseCity, which puts
-- the numbers in; by the superuser with the triggers silent, since a case of last year is no longer NEW and a table with walls takes no COPY.
create schema bench;

-- The n-th throw of die k, from 0 up to but not including 1.
create function bench.r(n bigint, k int) returns float8 language sql immutable parallel safe
    return (hashint8extended(n, k) & 2147483647) / 2147483648.0;

-- One of many; with bend 1 each as often as the other, with more the first ones more often.
create function bench.one(many text[], n bigint, k int, bend float8) returns text language sql immutable parallel safe
    return many[1 + floor(cardinality(many) * power(bench.r(n, k), bend))::int];

create table bench.village as
select row_number() over (order by md5(v.code::text)) - 1 as nth, v.code, v.name, v.division
  from region.division_version v join region.division d on d.id = v.division
 where d.level = 'VILLAGE' and v.until = 'infinity' and v.code >= 370800000000 and v.code < 370900000000;
alter table bench.village add primary key (nth);

create table bench.unit as
select row_number() over (order by c.code, w.k) - 1 as nth, md5('u' || c.code || w.k)::uuid as id, c.code as place, c.level, w.k,
       c.name || w.name as name, count(*) over (partition by c.code) as of_place
  from (select v.code, d.level, v.name from region.division_version v join region.division d on d.id = v.division
         where d.level in ('COUNTY', 'CITY') and v.until = 'infinity' and v.code >= 370800000000 and v.code < 370900000000) c,
       unnest('{住房和城乡建设局,交通运输局,农业农村局,水务局,民政局,医疗保障局,人力资源和社会保障局,自然资源局,供电公司,教育和体育局,卫生健康局,综合行政执法局,生态环境局,市场监督管理局,公安局,司法局,乡村振兴局,退役军人事务局,残疾人联合会,文化和旅游局}'::text[])
           with ordinality as w (name, k);
insert into staff.unit (id, key, name, level, kind, place, since) select id, 'U' || nth, name, level, 'GOVERNMENT', place, '2012-01-01' from bench.unit;

insert into registry.household (id, key, village, place, head, initials, size, since)
select md5('h' || v.code || '-' || k)::uuid, 'H' || v.code || '-' || k, v.division, v.code,
       bench.one('{王,李,张,刘,陈,杨,孔,孟,赵,孙,周,徐,郭,马,朱,胡}', v.nth * 1000 + k, 1, 1.3) || '某', 'wm', 3, '2012-02-01'
  from bench.village v, generate_series(0, :homes - 1) k;

create table bench.words (what text primary key, many text[]);
insert into bench.words values
('thing', '{路灯,自来水,低保,门前的路,垃圾桶,排水沟,医保报销,电线,桥头,机井,养老金,粮食补贴,危房,变压器,旱厕,污水,宅基地,卫生室,工资,麦田,大棚,文化广场,宽带,校车,河道,高龄补贴,天然气,公交车,承包地,果园,鱼塘,养鸡场,工程款,煤改气,暖气,幼儿园,敬老院,护理补贴,残疾证,退耕还林,大病救助,助学金,农机补贴,灌溉渠,生产路,涵洞,围墙,公墓,健身器材,图书室,监控,快递点,集市,养殖粪便,秸秆,祠堂,古树,水塘,井盖,路口}'),
('trouble', '{坏了没有人修,下雨就积水,没有人管,一直没有发下来,停了三天,水压不够,电压不稳,漏得厉害,塌了一块,堵住了,气味很大,被人占了,不够用,收费太高,没有公示,和邻居有争议,手续办不下来,到现在没到账,拖欠了半年,信号不好,太窄错不开车,没有栏杆,标准算得不对,名单里没有我家,换了两次还是坏,噪声影响休息,被大车压坏了,晚上看不见,长满了草,裂了一道缝,通知说取消了,排队太久,药品不全,老师不够,挖开以后没有填,合同没有兑现,测量和证上不一样,苗子死了一半,价格压得很低,没有补偿}'),
('detail', '{老人晚上出门摔倒过,孩子上学不方便,浇地耽误农时,家里有两个病人,影响大家出行,问过村里说等通知,去年反映过一次,附近十几户都这样,儿子在外地打工,八十岁了走不动,雨季前想办好,已经交了材料,打过两次电话,邻居也有同样的情况,照片可以提供,家里只有一个劳力,收麦子的时候最难,冬天结冰更危险,上次来看过没有下文,愿意出一部分力,干部来登记过,银行说没有这一笔,医院让先垫钱,会计说账上没有,前年修过一回,施工队走了,开会说过今年解决,隔壁村已经修好了}'),
('wish', '{希望尽快解决,请帮忙看看,想知道什么时候能办,盼答复,请上级核实,希望派人来看,能不能分期,请给个说法,希望公开,谢谢}'),
('reply', '{已派人修好,现场看过并处理完毕,款项已经补发,材料齐全已办结,按政策不符合条件,已向本人解释,列入明年计划,和邻居协商一致,部分路段已经铺好,已安排专人负责}');

-- The n-th thing somebody says. One in three names the village, one in five something nobody else speaks of.
create function bench.said(n bigint, village text) returns text language sql stable parallel safe as $$
    select case when bench.r(n, 40) < 0.33 then village else '' end
        || bench.one((select many from bench.words where what = 'thing'), n, 41, 1.8) || bench.one((select many from bench.words where what = 'trouble'), n, 42, 1.6) || '，'
        || bench.one((select many from bench.words where what = 'detail'), n, 43, 1.3)
        || case when bench.r(n, 44) < 0.2 then '，' || chr(19968 + floor(3000 * bench.r(n, 45))::int) || chr(19968 + floor(3000 * bench.r(n, 46))::int) || chr(19968 + floor(3000 * bench.r(n, 47))::int) else '' end
        || case when bench.r(n, 48) < 0.6 then '，' || bench.one((select many from bench.words where what = 'wish'), n, 49, 1.3) else '' end || '。'
$$;

-- The facts of the n-th case of :cases, the oldest first: :open of them, on average, still want somebody to do something.
create function bench.facts(a bigint, b bigint) returns table (
    n bigint, id uuid, number text, kind text, category text, place bigint, household uuid, channel text, words text, heard timestamptz, age float8,
    stage text, since timestamptz, level text, unit uuid, redone int, paused boolean, late int)
language sql stable parallel safe as $$
    select n, uuidv7(heard - clock_timestamp()),
           to_char(heard, 'YYMM') || '-' || (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((x >> s) & 31)::int, 1), '' order by s desc) from unnest('{0,5,10,15,20,25}'::int[]) s),
           (case when bench.r(n, 10) < 0.8 then 'SERVICE' when bench.r(n, 10) < 0.88 then 'SUGGESTION' when bench.r(n, 10) < 0.95 then 'HARDSHIP'
                 when bench.r(n, 10) < 0.98 then 'DISPUTE' when bench.r(n, 10) < 0.995 then 'PETITION' else 'EMERGENCY' end),
           bench.one('{ROAD,WATER_POWER,SUBSIDY,HEALTH,PENSION,ENVIRONMENT,HOUSING,FARMING,LAND,NEIGHBOURS,SCHOOL,WORK,WAGES,VILLAGE_AFFAIRS,INCOME,SAFETY,OTHER}', n, 11, 1.7),
           v.code,
           case when bench.r(n, 12) < 0.92 then md5('h' || v.code || '-' || floor(:homes * power(bench.r(n, 13), 1.5)))::uuid end,
           (case when bench.r(n, 14) < 0.45 then 'VISIT' when bench.r(n, 14) < 0.65 then 'CARD' when bench.r(n, 14) < 0.85 then 'CLERK' when bench.r(n, 14) < 0.98 then 'VILLAGE' else 'OPEN311' end),
           bench.said(n, v.name), heard, age, stage,
           heard + (now() - heard) * case when work then 0.1 + 0.85 * bench.r(n, 15) else least(1, 40 / greatest(age, 40)) * (0.3 + 0.7 * bench.r(n, 15)) end,
           case when u.id is not null then u.level
                when stage = 'NEW' and bench.r(n, 16) < 0.15 or stage <> 'NEW' and bench.r(n, 16) < 0.4 then 'VILLAGE'
                when bench.r(n, 16) > 0.9 then 'COUNTY' else 'TOWNSHIP' end,
           u.id, (bench.r(n, 17) < 0.06)::int, stage = 'HANDLING' and bench.r(n, 18) < 0.05,
           case when work and bench.r(n, 19) < 0.3 then 1 + floor(20 * power(bench.r(n, 20), 2))::int end
      from (select n, now() - make_interval(secs => (1 - n / :cases::float8) * 1095 * 86400) as heard, (1 - n / :cases::float8) * 1095 as age, (n * 387420489) & 1073741823 as x
              from generate_series(a, b) n) t
     cross join lateral (select bench.r(n, 21) < :open_scale * (0.85 * exp(-age / 100) + 0.022) as work, bench.r(n, 22) as p) w
     cross join lateral (select case
           when work then case when age < 4 and p < 0.7 or p < 0.10 then 'NEW' when p < 0.16 then 'TRIAGED' when p < 0.31 then 'ASSIGNED' when p < 0.35 then 'RETURNED'
                               when p < 0.93 then 'HANDLING' when p < 0.98 then 'REDO' else 'URGED' end
           when p < 0.03 then 'MERGED' when p < 0.06 then 'HANDED_OVER' when p < 0.08 then 'WITHDRAWN'
           when age > 130 then case when p > 0.997 then 'DISPUTED' else 'CLOSED' end
           when age < 30 then case when p < 0.7 then 'REPLIED' when p < 0.75 then 'CALL_BACK' when p < 0.97 then 'CONFIRMED' else 'DISPUTED' end
           else case when p < 0.12 then 'REPLIED' when p < 0.78 then 'CONFIRMED' when p < 0.98 then 'UNANSWERED' else 'DISPUTED' end end as stage) s
     cross join lateral (select floor((select count(*) from bench.village) * power(bench.r(n, 23), 1.25))::bigint as vn) vn
     join bench.village v on v.nth = vn.vn
     left join bench.unit u on stage not in ('NEW', 'TRIAGED', 'RETURNED', 'MERGED', 'WITHDRAWN') and bench.r(n, 24) < 0.65
           and u.place = case when bench.r(n, 25) < 0.93 then v.code / 1000000 * 1000000 else 370800000000 end and u.k = 1 + floor(20 * power(bench.r(n, 26), 1.5))::int
$$;

-- Cases a to b, with what happened to them.
create function bench.lot(a bigint, b bigint) returns void language sql as $$
    with facts as materialized (select f.*, stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED') as work,
                                       stage in ('REPLIED', 'CALL_BACK', 'CONFIRMED', 'DISPUTED', 'UNANSWERED', 'CLOSED') as replied,
                                       case stage when 'CONFIRMED' then 'CONFIRMED' when 'DISPUTED' then 'DISPUTED' when 'UNANSWERED' then 'UNANSWERED'
                                                  when 'CLOSED' then case when bench.r(n, 30) < 0.7 then 'CONFIRMED' when bench.r(n, 30) < 0.75 then 'DISPUTED' else 'UNANSWERED' end end as voice
                                  from (select *, first_value(id) over mates as mate, first_value(stage) over mates <> 'MERGED' as has_mate from bench.facts(a, b)
                                        window mates as (partition by place order by stage = 'MERGED', n)) f),
    written as (
        insert into cases.issue (id, number, kind, category, place, household, visit, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level, unit,
                                 due_on, yellow_on, red_on, paused_on, redone, outcome, reply, review_on, replied_at, voice, answered_at, watch, escalate_on, merged_into, version)
        select id, number, kind, category, place, household, case when channel = 'VISIT' then md5('v' || n)::uuid end, channel, words, md5('clerk' || n % 3000)::uuid,
               heard, heard + interval '1 hour', stage, since, level, unit, due, due - 1, due + 1, case when paused then current_date - 3 end, redone,
               case when replied or stage = 'URGED' then outcome end, case when replied or stage = 'URGED' then bench.one((select many from bench.words where what = 'reply'), n, 31, 1.2) else '' end,
               case when (replied or stage = 'URGED') and outcome = 'NOT_NOW' then current_date + 20 + floor(300 * bench.r(n, 32))::int end,
               case when replied or stage = 'URGED' then since - interval '5 days' end, voice, case when voice is not null then since end, watch,
               case when work and not paused and watch is distinct from 'CITY' then case when late is null then due + 1 else current_date + 1 + floor(3 * bench.r(n, 33))::int end end,
               case when stage = 'MERGED' then mate end, 2 + floor(5 * bench.r(n, 34))::int
          from (select facts.*, case when work then case when late is null then current_date + 1 + floor(18 * bench.r(n, 35))::int else current_date - late end
                                     when stage in ('REPLIED', 'CALL_BACK') then current_date + floor(14 * bench.r(n, 35))::int end as due,
                       case when late is not null then case when late < 4 then 'TOWNSHIP' when late < 9 then 'COUNTY' else 'CITY' end end as watch,
                       case when bench.r(n, 36) < 0.72 then 'SOLVED' when bench.r(n, 36) < 0.84 then 'PARTLY' when bench.r(n, 36) < 0.97 then 'EXPLAINED' else 'NOT_NOW' end as outcome
                  from facts) facts
         where stage <> 'MERGED' or has_mate
        returning id, household, place, heard_at, words, unit),
    worded as (
        insert into cases.wording (issue, household, place, heard_at, pairs) select id, household, place, heard_at, cases.marks(words, unit) from written),
    answered as (
        insert into cases.answer (id, issue, household, place, said, way, round, by_whom, at)
        select uuidv7(since - clock_timestamp()), id, household, place, voice, case voice when 'UNANSWERED' then 'CLOCK' else 'CARD' end, redone, md5('home' || n)::uuid, since
          from facts where voice is not null and stage <> 'MERGED')
    insert into cases.step (id, issue, household, place, deed, stage, level, unit, by_whom, at)
    select uuidv7(at - clock_timestamp()), id, household, place, deed, after, s.level, s.unit, md5('clerk' || (n + k) % 3000)::uuid, at
      from facts cross join lateral (values
           (1, 'OPENED',    'NEW',        'TOWNSHIP',  null::uuid, heard,                          true),
           (2, 'ASSIGNED',  'ASSIGNED',   facts.level, facts.unit, heard + (since - heard) * 0.2,  replied or stage in ('ASSIGNED', 'HANDLING', 'RETURNED', 'REDO', 'URGED')),
           (3, 'ACCEPTED',  'HANDLING',   facts.level, facts.unit, heard + (since - heard) * 0.4,  replied or stage in ('HANDLING', 'REDO', 'URGED')),
           (4, 'REPLIED',   'REPLIED',    facts.level, facts.unit, heard + (since - heard) * 0.7,  replied or stage in ('REDO', 'URGED')),
           (5, coalesce(voice, 'DISPUTED'), coalesce(voice, 'DISPUTED'), facts.level, facts.unit, heard + (since - heard) * 0.8, voice is not null or stage in ('REDO', 'URGED')),
           (6, stage,       stage,        facts.level, facts.unit, since,                          stage in ('CLOSED', 'REDO', 'URGED', 'HANDED_OVER', 'WITHDRAWN'))) s (k, deed, after, level, unit, at, happened)
     where happened and stage <> 'MERGED'
$$;
