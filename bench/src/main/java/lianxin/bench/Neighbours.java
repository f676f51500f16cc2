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
        open("township", "TOWNSHIP", "c.place / 1000 * 1000", "c.place / 1000 * 1000 + 1000", "null", "null");
        open("unit", "UNIT", "370800000000", "370900000000", "c.unit", "null");
        open("cadre", "CADRE", "370800000000", "370900000000", "null", "c.id");
        return LOGINS;
    }

    /** For whoever has most households. */
    private void open(String login, String role, String lo, String hi, String unit, String cadre) throws SQLException {
        plain.run("""
                with opened as (
                    insert into access.account (id, login, password, name)
                    select gen_random_uuid(), '%1$s', password, '%1$s' from access.account where login = 'office'
                    returning id
                )
                insert into access.mandate (id, account, role, lo, hi, unit, cadre, kind, since, reason, given_by)
                select gen_random_uuid(), a.id, '%2$s', %3$s, %4$s, %5$s, %6$s, 'REGULAR', now(), 'bench', c.id
                  from opened a,
                       (select c.id, c.unit, p.place
                          from staff.cadre c join pairing.pairing p on p.cadre = c.id and p.until = 'infinity'
                         group by c.id, c.unit, p.place order by count(*) desc, c.id limit 1) c
                """.formatted(login, role, lo, hi, unit, cadre));
    }
}
