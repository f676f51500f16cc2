create schema platform;

-- The name without the surname, so that people are found by what they are called. The compound surnames are those still in use.
create function platform.given_name(name text) returns text immutable strict parallel safe language sql as $$
    select case when left(name, 2) in ('欧阳', '太史', '端木', '上官', '司马', '东方', '独孤', '南宫', '万俟', '闻人', '夏侯', '诸葛', '尉迟', '公羊',
                                       '赫连', '澹台', '皇甫', '宗政', '濮阳', '公冶', '太叔', '申屠', '公孙', '慕容', '钟离', '长孙', '宇文', '司徒', '司空', '令狐')
                then substr(name, 3) else substr(name, 2) end
$$;
