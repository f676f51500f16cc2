package lianxin.matching;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of its own for each test: two townships side by side at 35 degrees north, and whoever is asked for. */
final class MatchingCast {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    private static final AtomicLong COUNTIES = new AtomicLong(530_001);

    final JdbcClient sql;
    final long county = COUNTIES.getAndIncrement() * 1_000_000;
    final long west = county + 100_000;
    final long east = county + 101_000;
    final Caller office = caller(county, Role.OFFICE);
    private final UUID release = UUID.randomUUID();
    private int made;

    MatchingCast(JdbcClient sql) {
        this.sql = sql;
        sql.sql(
                        "insert into region.release (id, source, as_of, sha256, by_whom) values (?, 'test', '2012-01-01', '', ?)")
                .params(release, office.id())
                .update();
        division(county, "COUNTY", "试县", null);
        division(west, "TOWNSHIP", "西镇", null);
        division(east, "TOWNSHIP", "东镇", null);
    }

    static Caller caller(long place, Role role) {
        return new Caller(UUID.randomUUID(), "某人", role, new DivisionCode(place).ground(), null, null);
    }

    /** A village of {@code township}, {@code steps} of about 900 m east, with so many families. */
    long village(long township, double steps, int families, String... needs) {
        long code = township + 200 + ++made;
        division(code, "VILLAGE", "村" + made, 116.6 + steps * 0.01);
        families(code, families, needs);
        return code;
    }

    void families(long village, int families, String... needs) {
        sql.sql("""
                insert into registry.household (id, key, village, place, head, initials, size, needs, since)
                select gen_random_uuid(), gen_random_uuid(), division, code, '王某', '', 3, ?, '2012-01-01'
                  from region.division_version, generate_series(1, ?) where code = ?
                """).params(needs, families, village).update();
    }

    private void division(long code, String level, String name, @Nullable Double lon) {
        var id = UUID.randomUUID();
        sql.sql(
                        "insert into region.division (id, level, lon, lat, point_source) values (:id, :level, :lon, :lat, 'test')")
                .param("id", id)
                .param("level", level)
                .param("lon", lon)
                .param("lat", lon == null ? null : 35.0)
                .update();
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, release)
                values (?, '2012-01-01', ?, ?, '', 'TOWN', ?)
                """).params(id, code, name, release).update();
    }

    /** A unit at {@code place}, so many steps east, with so many cadres of {@code low} to {@code high} families each. */
    UUID unit(String level, long place, double steps, int cadres, int low, int high) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, lon, lat, since)
                values (?, ?, ?, ?, 'GOVERNMENT', ?, ?, 35.0, '2012-01-01')
                """)
                .params(id, "U%04d".formatted(++made) + id, "单位" + made, level, place, 116.6 + steps * 0.01)
                .update();
        sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, capacity_min, capacity_max, since)
                select gen_random_uuid(), gen_random_uuid(), ?, ?, '李某', '', '科员', 'STAFF', ?, ?, '2012-01-01'
                  from generate_series(1, ?)
                """).params(id, place, low, high, cadres).update();
        return id;
    }

    /** Every second family of a village is looked after by somebody of the unit. */
    void pair(long village, UUID unit) {
        sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                select h.id, ?, (select id from staff.cadre where unit = ? limit 1), h.place, 'PLAN_ADOPTED', ?
                  from (select id, place, row_number() over (order by id) as n from registry.household where place = ?) h
                 where n % 2 = 0
                """).params(TODAY.minusYears(1), unit, office.id(), village).update();
    }
}
