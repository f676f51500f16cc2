package lianxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Cadres with so many households each, and a phone for each of them. Put straight into the database of a running house, as an import and an enrolment would have
 * left them: what is measured begins after that.
 */
final class Fleet {

    /** A contact cadre’s ordinary book (R14). */
    static final int HOMES = 25;

    private static final long COUNTY = 999_913_000_000L;
    private static final long VILLAGE = COUNTY + 100_201;

    private final House house;
    final Seal seal = new Seal();
    final List<Handset> phones = new ArrayList<>();

    Fleet(House house) {
        this.house = house;
    }

    /** So many more phones, each with so many households. */
    List<Handset> more(int size, int homes) throws Exception {
        var first = phones.size();
        try (var sql = house.database()) {
            if (first == 0) {
                ground(sql);
            }
            people(sql, first, size, homes);
            for (var i = first; i < first + size; i++) {
                phones.add(new Handset(phone(i), i, homes, seal, new Wire(house.port())));
            }
        }
        return phones.subList(first, first + size);
    }

    static UUID home(int cadre, int home) {
        return new UUID(0x2000_7000L, 0x8000_0000_0000_0000L | (long) cadre << 20 | home);
    }

    static UUID cadre(int i) {
        return new UUID(0x1000_7000L, 0x8000_0000_0000_0000L | i);
    }

    private static UUID phone(int i) {
        return new UUID(0x3000_7000L, 0x8000_0000_0000_0000L | i);
    }

    private static UUID account(int i) {
        return new UUID(0x4000_7000L, 0x8000_0000_0000_0000L | i);
    }

    private static final UUID OTHER = new UUID(0x5000_7000L, 0x8000_0000_0000_0000L);

    private static void ground(Connection sql) throws SQLException {
        run(sql, """
                with r as (insert into region.release (id, source, as_of, sha256, by_whom) values ('%1$s', 'bench', '2012-02-01', '', '%1$s')),
                     d as (insert into region.division (id, level) values ('%1$s', 'VILLAGE')),
                     u as (insert into staff.unit (id, key, name, level, kind, place, since)
                           values ('%1$s', 'B', '局', 'COUNTY', 'GOVERNMENT', %3$d, '2012-02-01'))
                insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                values ('%1$s', '2012-02-01', %2$d, '王村', 'wc', 'VILLAGE_COMMITTEE', null, '%1$s')
                """.formatted(OTHER, VILLAGE, COUNTY));
    }

    private void people(Connection sql, int first, int size, int homes) throws SQLException {
        var key = HexFormat.of().formatHex(seal.open());
        try (var put = sql.createStatement()) {
            for (var i = first; i < first + size; i++) {
                put.addBatch("""
                        insert into staff.cadre (id, key, unit, place, name, initials, post, rank, phone, since)
                        values ('%s', 'C%d', '%s', %d, '李某', 'lm', '科员', 'STAFF', '0537-0000000', '2012-02-01')
                        """.formatted(cadre(i), i, OTHER, COUNTY));
                put.addBatch("""
                        insert into access.account (id, login, name, person, password, opened_at) values ('%s', 'phone%d', '李某', '%s', 'x', now())
                        """.formatted(account(i), i, cadre(i)));
                put.addBatch("""
                        insert into signin.phone (id, account, name, key, since, seen_at)
                        values ('%s', '%s', 'bench', '\\x%s', now(), now())
                        """.formatted(phone(i), account(i), key));
                put.addBatch("insert into phone.device (id, holder, cadre, place) values ('%s', '%s', '%s', %d)"
                        .formatted(phone(i), cadre(i), cadre(i), COUNTY));
                for (var some : IntStream.range(0, homes).boxed().toList()) {
                    put.addBatch("""
                            insert into registry.household (id, key, village, place, head, initials, size, since)
                            values ('%s', 'H%d-%d', '%s', %d, '张某', 'zm', 3, '2012-02-01')
                            """.formatted(home(i, some), i, some, OTHER, VILLAGE));
                    put.addBatch("""
                            insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                            values ('%s', '2013-02-01', '%s', %d, 'PLAN_ADOPTED', '%s')
                            """.formatted(home(i, some), cadre(i), VILLAGE, cadre(i)));
                }
                put.executeBatch();
            }
        }
    }

    /** A year of visits at each of these phones’ households, so many each. */
    void history(List<Handset> of, int visits) throws SQLException, java.io.IOException {
        try (var sql = house.database()) {
            for (var phone : of) {
                run(sql, """
                        insert into visit.visit (id, household, place, cadre, by_whom, contact, way, met, finding, topics, words, seen_at, told_at, recorded_at)
                        select uuidv7(), p.household, p.place, p.cadre, '%s', true, 'HOME', 'HEAD', 'WELL', '{HEALTH,FARMING}', '老人在家，身体都好，麦子长势不错',
                               now() - n * interval '%d days', now() - n * interval '%d days', now() - n * interval '%d days'
                          from pairing.pairing p cross join generate_series(1, %d) as n
                         where p.cadre = '%s'
                        """.formatted(
                        account(phone.number), 365 / visits, 365 / visits, 365 / visits, visits, cadre(phone.number)));
            }
            run(sql, "analyze");
        }
    }

    static void run(Connection sql, String statement) throws SQLException {
        try (var one = sql.createStatement()) {
            one.execute(statement);
        }
    }
}
