package lianxin.bench;

import java.sql.SQLException;
import java.util.List;

/** Accounts beside the office's, with its password: a township's, a unit's, a cadre's. Written straight into the database of the measurement. */
final class Neighbours {

    private static final List<String> LOGINS = List.of("township", "unit", "cadre");

    private final Plain plain;

    Neighbours(Plain plain) {
        this.plain = plain;
    }

    /** Opens them and says by which names they sign in. */
    List<String> open() throws SQLException {
        open("township", "TOWNSHIP", "place / 1000 * 1000", "place / 1000 * 1000 + 1000", "null", "null");
        open("unit", "UNIT", "370800000000", "370900000000", "unit", "null");
        open("cadre", "CADRE", "370800000000", "370900000000", "null", "id");
        return LOGINS;
    }

    /** For whoever has most households. */
    private void open(String login, String role, String lo, String hi, String unit, String cadre) throws SQLException {
        plain.run("""
                insert into access.account (id, login, password, name, role, lo, hi, unit, cadre)
                select gen_random_uuid(), '%s', a.password, '%s', '%s', %s, %s, %s, %s
                  from access.account a,
                       (select c.id, c.unit, p.place
                          from staff.cadre c join pairing.pairing p on p.cadre = c.id and p.until = 'infinity'
                         group by c.id, c.unit, p.place order by count(*) desc, c.id limit 1) c
                 where a.login = 'office'
                """.formatted(login, login, role, lo, hi, unit, cadre));
    }
}
