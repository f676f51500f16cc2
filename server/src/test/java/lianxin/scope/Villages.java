package lianxin.scope;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Villages with a cadre each and his households, written down by hand: this room knows nothing of those above it. */
record Villages(JdbcClient sql) {

    static final int HOUSEHOLDS = 4;

    /** The code of the nth village of the nth county. */
    static long place(int county, int village) {
        return 999_900_000_000L + county * 1_000_000L + 101_000L + village;
    }

    UUID unit(long place) {
        return sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, since)
                values (gen_random_uuid(), gen_random_uuid()::text, '某局', 'COUNTY', 'GOVERNMENT', :place, '2020-01-01')
                returning id
                """).param("place", place).query(UUID.class).single();
    }

    UUID cadre(UUID unit, long place) {
        return sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since)
                values (gen_random_uuid(), gen_random_uuid()::text, :unit, :place, '李某', 'lm', '科员', 'STAFF', '2020-01-01')
                returning id
                """)
                .param("unit", unit)
                .param("place", place)
                .query(UUID.class)
                .single();
    }

    /** Four households of one village, all with this contact. */
    void households(long place, UUID cadre) {
        sql.sql("""
                with village as (
                    insert into region.division (id, level) values (gen_random_uuid(), 'VILLAGE') returning id
                )
                insert into registry.household (id, key, village, place, head, initials, size, since)
                select gen_random_uuid(), :place || '-' || n, village.id, :place, '王某', 'wm', 3, '2020-01-01'
                  from village, generate_series(1, :n) n
                """).param("place", place).param("n", HOUSEHOLDS).update();
        sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                select id, '2020-02-01', :cadre, place, 'PLAN_ADOPTED', id from registry.household where place = :place
                """).param("place", place).param("cadre", cadre).update();
    }
}
