package lianxin.pairing;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of its own for each test, with a bureau in it and whoever is asked for. */
public record Cast(JdbcClient sql, long county, UUID bureau) {

    public static final LocalDate BEGAN = LocalDate.of(2012, 2, 1);
    private static final AtomicInteger COUNTIES = new AtomicInteger(381_001);

    public static Cast on(JdbcClient sql) {
        var cast = new Cast(sql, COUNTIES.getAndIncrement() * 1_000_000L, Ids.next());
        cast.place(cast.county, "COUNTY", null);
        cast.place(cast.county + 100_000, "TOWNSHIP", cast.county);
        cast.unit(cast.bureau, cast.county);
        return cast;
    }

    public Ground ground() {
        return new DivisionCode(county).ground();
    }

    public Caller office() {
        return new Caller(new UUID(1, county), "活动办", Role.OFFICE, ground(), null, null);
    }

    public Caller as(Role role, @Nullable UUID unit, @Nullable UUID cadre) {
        return new Caller(new UUID(2, county), role.name(), role, ground(), unit, cadre);
    }

    /** Code of the nth village. */
    public long code(int n) {
        return county + 100_200 + n;
    }

    public UUID village(int n) {
        return place(code(n), "VILLAGE", county + 100_000);
    }

    /** The nth township, from the second on, with one village; the first is there already. */
    public void township(int n) {
        var code = county + 99_000 + n * 1_000L;
        place(code, "TOWNSHIP", county);
        place(code + 201, "VILLAGE", code);
    }

    private UUID place(long code, String level, @Nullable Long parent) {
        var id = new UUID(3, code);
        sql.sql(
                        "insert into region.release (id, source, as_of, sha256, by_whom) values (:id, 's', :day, 's', :id) on conflict do nothing")
                .param("id", new UUID(3, 0))
                .param("day", BEGAN)
                .update();
        sql.sql("insert into region.division (id, level) values (:id, :level)")
                .param("id", id)
                .param("level", level)
                .update();
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                values (:id, :since, :code, :name, 'x', 'VILLAGE_COMMITTEE', :parent, :release)
                """)
                .param("id", id)
                .param("since", BEGAN)
                .param("code", code)
                .param("name", "村" + code % 1000)
                .param("parent", parent == null ? null : new UUID(3, parent))
                .param("release", new UUID(3, 0))
                .update();
        return id;
    }

    public void unit(UUID id, long place) {
        sql.sql(
                        "insert into staff.unit (id, key, name, level, kind, place, since) values (:id, :key, '县农业局', 'COUNTY', 'GOVERNMENT', :place, :since)")
                .param("id", id)
                .param("key", "U" + id)
                .param("place", place)
                .param("since", BEGAN)
                .update();
    }

    public UUID cadre() {
        return cadre(bureau, "STAFF", BEGAN);
    }

    public UUID cadre(UUID unit, String rank, LocalDate since) {
        var id = Ids.next();
        sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, phone, since)
                values (:id, :key, :unit, :place, :name, 'lm', '技术员', :rank, '0537-0000000', :since)
                """)
                .param("id", id)
                .param("key", "C" + id)
                .param("unit", unit)
                .param("place", county)
                .param("name", "李" + id.toString().substring(9, 13))
                .param("rank", rank)
                .param("since", since)
                .update();
        return id;
    }

    public UUID household(int village) {
        return household(village, BEGAN);
    }

    public UUID household(int village, LocalDate since) {
        var id = Ids.next();
        sql.sql(
                        "insert into registry.household (id, key, village, place, head, initials, size, since) values (:id, :key, :village, :place, :head, 'z', 3, :since)")
                .param("id", id)
                .param("key", "H" + id)
                .param("village", new UUID(3, code(village)))
                .param("place", code(village))
                .param("head", "张" + id.toString().substring(9, 13))
                .param("since", since)
                .update();
        return id;
    }

    /** One village's plan: all {@code households} to {@code cadre}. */
    public Pairings.VillagePlan plan(int village, UUID cadre, UUID... households) {
        var cadres = new UUID[households.length];
        java.util.Arrays.fill(cadres, cadre);
        return new Pairings.VillagePlan(new UUID(3, code(village)), code(village), households, cadres);
    }
}
