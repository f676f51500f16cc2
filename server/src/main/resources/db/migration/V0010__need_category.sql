-- The needs a household may be kept under, each with the rule that allows keeping it (PIPL arts. 13, 28: a statutory duty, a stated purpose,
-- no more than it takes). Illness itself is health data and is not kept: who is in hardship through it is kept as HARDSHIP, without the cause.
insert into registry.need_category (code, name_zh, name_en, legal_basis, since)
values ('LOW_INCOME',          '低保',         'Minimum living allowance',       '《社会救助暂行办法》（国务院令第649号）第二章',             '2014-05-01'),
       ('EXTREME_POVERTY',     '特困供养',     'Extreme poverty support',        '《社会救助暂行办法》（国务院令第649号）第三章',             '2014-05-01'),
       ('DISABILITY',          '残疾人家庭',   'Household with a disabled person', '《中华人民共和国残疾人保障法》第四十六条、第四十八条',    '2008-07-01'),
       ('LIVING_ALONE',        '独居老人',     'Elderly person living alone',    '《中华人民共和国老年人权益保障法》第三十条、第三十七条',     '2013-07-01'),
       ('LEFT_BEHIND_CHILD',   '留守儿童',     'Child left behind',              '《中华人民共和国未成年人保障法》第四十三条、第九十二条',     '2021-06-01'),
       ('VETERAN',             '优抚对象',     'Veteran or martyr’s family',     '《军人抚恤优待条例》；《中华人民共和国退役军人保障法》',     '2011-08-01'),
       ('HARDSHIP',            '突发困难',     'Sudden hardship',                '《社会救助暂行办法》（国务院令第649号）第九章',             '2014-05-01'),
       ('PETITION',            '信访户',       'Open petition',                  '《信访工作条例》第十二条；干部联系农户制度',                 '2005-05-01')
on conflict (code) do nothing;
