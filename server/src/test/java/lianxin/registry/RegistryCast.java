package lianxin.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of two townships and three villages, the office that runs it, a township's office, a unit's liaison and a stranger. */
public record RegistryCast(JdbcClient sql, long county) {

    public static final LocalDate LONG_AGO = LocalDate.of(2012, 2, 1);

    public DivisionCode village(int township, int village) {
        return new DivisionCode(county + township * 1000L + 200 + village);
    }

    public Caller office() {
        return caller(Role.OFFICE, new Ground(county, county + 1_000_000), null);
    }

    public Caller township(int township) {
        return caller(Role.TOWNSHIP, new Ground(county + township * 1000L, county + (township + 1) * 1000L), null);
    }

    public Caller liaison(UUID unit) {
        return caller(Role.UNIT, new Ground(county, county + 1_000_000), unit);
    }

    public Caller stranger() {
        return caller(Role.OFFICE, new Ground(county + 1_000_000, county + 2_000_000), null);
    }

    private static Caller caller(Role role, Ground ground, @Nullable UUID unit) {
        return new Caller(new UUID(7, role.ordinal()), role.name(), role, ground, unit, null);
    }

    /** Builds the county unless it stands already. */
    public RegistryCast settled() {
        var release = new UUID(county, 1);
        if (sql.sql(
                                "insert into region.release (id, source, as_of, sha256, by_whom) values (:id, 'test', '2012-02-01', '', :id) on conflict do nothing")
                        .param("id", release)
                        .update()
                == 1) {
            place(county, "COUNTY", "鱼台县", null, release);
            for (var township : List.of(100, 101)) {
                place(county + township * 1000L, "TOWNSHIP", "镇" + township, county, release);
            }
            List.of(village(100, 1), village(100, 2), village(101, 1))
                    .forEach(
                            v -> place(v.value(), "VILLAGE", "村" + v.value() % 1000, v.value() / 1000 * 1000, release));
        }
        return this;
    }

    public UUID id(DivisionCode place) {
        return new UUID(place.value(), 0);
    }

    private void place(long code, String level, String name, @Nullable Long parent, UUID release) {
        sql.sql("insert into region.division (id, level) values (:id, :level)")
                .param("id", new UUID(code, 0))
                .param("level", level)
                .update();
        sql.sql(
                        "insert into region.division_version (division, since, code, name, initials, kind, parent, release) values (:id, :since, :code, :name, '', :level, :parent, :release)")
                .param("id", new UUID(code, 0))
                .param("since", LONG_AGO)
                .param("code", code)
                .param("name", name)
                .param("level", level)
                .param("parent", parent == null ? null : new UUID(parent, 0))
                .param("release", release)
                .update();
    }
}
