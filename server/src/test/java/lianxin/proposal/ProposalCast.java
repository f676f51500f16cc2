package lianxin.proposal;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of its own for each test: one township at (116.6, 35.0), villages a kilometre or so apart, and whoever is asked for. */
public final class ProposalCast {

    public static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    private static final AtomicLong COUNTIES = new AtomicLong(510_001);

    public final JdbcClient sql;
    public final long county = COUNTIES.getAndIncrement() * 1_000_000;
    public final long township = county + 100_000;
    public final Caller office;
    public final Caller stranger;
    private final UUID release = UUID.randomUUID();
    private int people;

    public ProposalCast(JdbcClient sql) {
        this.sql = sql;
        office = caller(county, Role.OFFICE);
        stranger = caller(999_999_000_000L, Role.OFFICE);
        sql.sql(
                        "insert into region.release (id, source, as_of, sha256, by_whom) values (?, 'test', '2012-01-01', '', ?)")
                .params(release, office.id())
                .update();
        division(county, "COUNTY", "试县", null, null);
        division(township, "TOWNSHIP", "试镇", null, null);
    }

    public static Caller caller(long place, Role role) {
        return new Caller(UUID.randomUUID(), "某人", role, new DivisionCode(place).ground(), null, null);
    }

    public DivisionCode place(long code) {
        return new DivisionCode(code);
    }

    /** The nth village, so many steps of 0.01 degrees east. */
    public long village(int n, double steps) {
        division(township + 200 + n, "VILLAGE", "村" + n, 116.6 + steps * 0.01, 35.0);
        return township + 200 + n;
    }

    private void division(long code, String level, String name, @Nullable Double lon, @Nullable Double lat) {
        var id = UUID.randomUUID();
        sql.sql(
                        "insert into region.division (id, level, lon, lat, point_source) values (:id, :level, :lon, :lat, 'test')")
                .param("id", id)
                .param("level", level)
                .param("lon", lon)
                .param("lat", lat)
                .update();
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, release)
                values (?, '2012-01-01', ?, ?, '', 'TOWN', ?)
                """).params(id, code, name, release).update();
    }

    /** A unit so many steps east, which serves {@code ground}. */
    public UUID unit(double steps, long ground) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, lon, lat, since)
                values (?, ?, '某局', 'COUNTY', 'GOVERNMENT', ?, ?, 35.0, '2012-01-01')
                """).params(id, id.toString(), county, 116.6 + steps * 0.01).update();
        serve(id, ground);
        return id;
    }

    public void serve(UUID unit, long ground) {
        var range = place(ground).ground();
        sql.sql("insert into scheme.unit_ground (unit, lo, hi, since, by_whom) values (?, ?, ?, '2012-01-01', ?)")
                .params(unit, range.lo(), range.hi(), office.id())
                .update();
    }

    public UUID cadre(UUID unit, int low, int high) {
        return cadre(unit, low, high, false, new String[0]);
    }

    public UUID cadre(UUID unit, int low, int high, boolean leader, String... skills) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, leader, skills, capacity_min, capacity_max, since)
                values (?, ?, ?, ?, ?, '', '科员', 'STAFF', ?, ?, ?, ?, '2012-01-01')
                """)
                .params(id, id.toString(), unit, county, "干部" + ++people, leader, skills, low, high)
                .update();
        return id;
    }

    public UUID household(long village, String... needs) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into registry.household (id, key, village, place, head, initials, size, needs, since)
                select ?, ?, division, code, ?, '', 3, ?, '2012-01-01' from region.division_version where code = ?
                """).params(id, id.toString(), "户" + ++people, needs, village).update();
        return id;
    }

    /** Whose contact he is since the beginning of the year before last. */
    public void pair(UUID household, UUID cadre) {
        sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                select id, ?, ?, place, 'PLAN_ADOPTED', ? from registry.household where id = ?
                """).params(TODAY.minusYears(1), cadre, office.id(), household).update();
    }

    public void exclude(UUID household, UUID cadre) {
        sql.sql("""
                insert into scheme.exclusion (household, cadre, place, reason, since, by_whom)
                select id, ?, place, 'KINSHIP', '2012-01-01', ? from registry.household where id = ?
                """).params(cadre, office.id(), household).update();
    }

    public void pin(UUID household, UUID cadre) {
        sql.sql(
                        "insert into pairing.pin (household, cadre, place, reason, by_whom) select id, ?, place, 'MOVED_BY_HAND', ? from registry.household where id = ?")
                .params(cadre, office.id(), household)
                .update();
    }
}
