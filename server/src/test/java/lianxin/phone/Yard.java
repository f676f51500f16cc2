package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A village whose cadres have a phone each, and what the database kept of all that they wrote. */
final class Yard {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    private final ApplicationContext house;
    private final JdbcClient sql;
    private final Cast cast;

    Yard(ApplicationContext house) {
        this.house = house;
        this.sql = house.getBean(JdbcClient.class);
        this.cast = Cast.on(sql);
        cast.village(1);
    }

    /** A cadre's phone that holds its round: two households. */
    Handset phone() throws Exception {
        var cadre = cast.cadre();
        var homes =
                List.of(cast.household(1), cast.household(1)).stream().sorted().toArray(UUID[]::new);
        house.getBean(Standing.class)
                .houseDoes(() -> house.getBean(Pairings.class)
                        .adopt(
                                new Pairings.Adoption(
                                        null,
                                        TODAY.minusDays(30),
                                        Reason.PLAN_ADOPTED,
                                        List.of(cast.plan(1, cadre, homes))),
                                cast.office()));
        var login = "y" + cadre.toString().replace("-", "").substring(20);
        house.getBean(Accounts.class).open(login, "x", "干部" + login, Role.CADRE, cast.ground(), null, cadre);
        var phone = new Handset(house.getBean(MockMvc.class), house.getBean(JsonMapper.class), login).enrolled();
        for (var i = 0; i < 200 && phone.homes.size() < homes.length; i++) {
            phone.sync(); // what an older transaction may still change is not handed out yet
        }
        assertThat(phone.homes.keySet()).containsExactlyInAnyOrder(homes);
        return phone;
    }

    List<Handset> phones(int count) throws Exception {
        var phones = new ArrayList<Handset>();
        for (var i = 0; i < count; i++) {
            phones.add(phone());
        }
        return phones;
    }

    /** Writes down a visit to the phone's first household. */
    static UUID writes(Handset phone, String words) {
        return phone.visit(phone.homes.keySet().stream().sorted().findFirst().orElseThrow(), words);
    }

    /** How often the database kept it: as a visit, as what waits for a person, as a receipt. */
    Kept kept(UUID visit) {
        return sql.sql("""
                select (select count(*) from visit.visit where id = :id) as visits,
                       (select count(*) from phone.held where id = :id) as held,
                       (select count(*) from phone.receipt where id = :id) as receipts
                """).param("id", visit).query(Kept.class).single();
    }

    record Kept(long visits, long held, long receipts) {

        static final Kept NOTHING = new Kept(0, 0, 0);
        static final Kept ONCE = new Kept(1, 0, 1);
        static final Kept FOR_A_PERSON = new Kept(0, 1, 1);
    }

    /** Lines of the record that say so about a household. */
    long leaves(String what, UUID household) {
        return sql.sql("""
                select count(*) from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :s and l.what = :what
                """)
                .param("s", household)
                .param("what", what)
                .query(Long.class)
                .single();
    }

    /** Told to come again, in words a phone and a person understand. */
    static void comeAgain(MockHttpServletResponse answer, String... codes) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString(UTF_8)).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        var code = answer.getContentAsString(UTF_8).replaceAll("(?s).*\"/problems/([a-z-]+)\".*", "$1");
        assertThat(code).isIn((Object[]) codes);
    }

    /** Sends until nothing waits, as a phone does; what was not taken in the end is a fault. */
    static void arrives(Handset phone) throws Exception {
        for (var i = 0; i < 200 && !phone.waiting.isEmpty(); i++) {
            if (phone.tell().getStatus() == 200) {
                phone.sync();
            } else {
                Thread.sleep(50);
            }
        }
        assertThat(phone.waiting).isEmpty();
    }
}
