package lianxin.overview;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A city of two counties where no real one has its code, small enough to count on one's fingers: Yutai (990127 here) with the townships 100 and 101 of two villages each, and
 * Weishan (990126 here) with one of each. Everybody in it is invented.
 */
record SmallCounty(JdbcClient sql) {

    static final LocalDate LONG_AGO = LocalDate.of(2012, 1, 1);
    static final LocalDate PAIRED = LocalDate.of(2013, 3, 6);

    static final long CITY = 990100000000L;
    static final long COUNTY = 990127000000L;
    static final long TOWN = 990127100000L;
    static final long OTHER_TOWN = 990127101000L;
    static final long VILLAGE = 990127100201L;
    static final long VILLAGE_2 = 990127100202L;
    static final long OTHER_VILLAGE = 990127101201L;
    static final long FAR_COUNTY = 990126000000L;
    static final long FAR_TOWN = 990126100000L;
    static final long FAR_VILLAGE = 990126100201L;

    static UUID id(Object of) {
        return UUID.nameUUIDFromBytes(("small county " + of).getBytes(StandardCharsets.UTF_8));
    }

    void build() {
        release();
        place(CITY, "CITY", "济宁市", "jns", 0);
        place(COUNTY, "COUNTY", "鱼台县", "ytx", CITY);
        place(TOWN, "TOWNSHIP", "王庙镇", "wmz", COUNTY);
        place(VILLAGE, "VILLAGE", "东柳村", "dlc", TOWN);
        place(VILLAGE_2, "VILLAGE", "西柳村", "xlc", TOWN);
        place(OTHER_TOWN, "TOWNSHIP", "清河镇", "qhz", COUNTY);
        place(OTHER_VILLAGE, "VILLAGE", "北桥村", "bqc", OTHER_TOWN);
        place(FAR_COUNTY, "COUNTY", "微山县", "wsx", CITY);
        place(FAR_TOWN, "TOWNSHIP", "欢城镇", "hcz", FAR_COUNTY);
        place(FAR_VILLAGE, "VILLAGE", "湖滨村", "hbc", FAR_TOWN);
        unit("water", "鱼台县水务局", COUNTY);
        unit("town", "王庙镇政府", TOWN);
        unit("far", "微山县农业局", FAR_COUNTY);
        cadre("zhao", "赵一", "zy", "water", COUNTY);
        cadre("qian", "钱二", "qe", "town", TOWN);
        cadre("sun", "孙三", "ss", "town", TOWN);
        cadre("li", "李四", "ls", "far", FAR_COUNTY);
        households(VILLAGE, 5);
        households(VILLAGE_2, 3);
        households(OTHER_VILLAGE, 4);
        households(FAR_VILLAGE, 2);
        pair(VILLAGE, 1, 3, "zhao");
        pair(VILLAGE, 4, 5, "qian");
        pair(VILLAGE_2, 1, 2, "qian");
        pair(OTHER_VILLAGE, 1, 4, "zhao");
        pair(FAR_VILLAGE, 1, 2, "li");
    }

    void release() {
        sql.sql(
                        "insert into region.release (id, source, as_of, sha256, by_whom) values (:id, 'invented', '2012-01-01', '-', :id)")
                .param("id", id("release"))
                .update();
    }

    void place(long code, String level, String name, String initials, long parent) {
        sql.sql("insert into region.division (id, level) values (:id, :level)")
                .param("id", id(code))
                .param("level", level)
                .update();
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                values (:id, :since, :code, :name, :initials, 'OTHER', :parent, :release)
                """)
                .param("id", id(code))
                .param("since", LONG_AGO)
                .param("code", code)
                .param("name", name)
                .param("initials", initials)
                .param("parent", parent == 0 ? null : id(parent), java.sql.Types.OTHER)
                .param("release", id("release"))
                .update();
    }

    void unit(String key, String name, long place) {
        sql.sql("""
                insert into staff.unit (id, key, name, initials, level, kind, place, since)
                values (:id, :key, :name, '', 'COUNTY', 'GOVERNMENT', :place, :since)
                """)
                .param("id", id(key))
                .param("key", key)
                .param("name", name)
                .param("place", place)
                .param("since", LONG_AGO)
                .update();
    }

    void cadre(String key, String name, String initials, String unit, long place) {
        sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since)
                values (:id, :key, :unit, :place, :name, :initials, '科员', 'STAFF', :since)
                """)
                .param("id", id(key))
                .param("key", key)
                .param("unit", id(unit))
                .param("place", place)
                .param("name", name)
                .param("initials", initials)
                .param("since", LONG_AGO)
                .update();
    }

    void households(long village, int count) {
        IntStream.rangeClosed(1, count).forEach(n -> household(village, n, LONG_AGO));
    }

    void household(long village, int n, LocalDate since) {
        sql.sql("""
                insert into registry.household (id, key, village, place, head, initials, size, since)
                values (:id, :key, :village, :place, :head, 'zf', 4, :since)
                """)
                .param("id", id(village + "/" + n))
                .param("key", village + "-" + n)
                .param("village", id(village))
                .param("place", village)
                .param("head", "张发" + n)
                .param("since", since)
                .update();
    }

    void pair(long village, int from, int to, String cadre) {
        IntStream.rangeClosed(from, to)
                .forEach(n -> sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                values (:household, :since, :cadre, :place, 'PLAN_ADOPTED', :by)
                """)
                        .param("household", id(village + "/" + n))
                        .param("since", PAIRED)
                        .param("cadre", id(cadre))
                        .param("place", village)
                        .param("by", id("office"))
                        .update());
    }
}
