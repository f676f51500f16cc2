package lianxin.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** The console’s side: a round, a story, how deep the work goes, and a calendar. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class VisitPagesTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    Cast cast;
    UUID home;
    UUID other;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        other = cast.household(1);
        var li = cast.cadre();
        pairings.adopt(
                new Pairings.Adoption(
                        null,
                        TODAY.minusDays(100),
                        Reason.PLAN_ADOPTED,
                        List.of(cast.plan(1, li, home), cast.plan(1, cast.cadre(), other))),
                cast.office());
        open("v-cadre", Role.CADRE, li);
        open("v-office", Role.OFFICE, null);
        open("v-supervisor", Role.SUPERVISOR, null);
        open("v-unit", Role.UNIT, null);
        open("v-village", Role.VILLAGE_COMMITTEE, null);
    }

    void open(String login, Role role, UUID cadre) {
        accounts.open(login, "x", login, role, cast.ground(), role == Role.UNIT ? cast.bureau() : null, cadre);
    }

    String page(String login, String path) {
        var answer = http.get()
                .uri(path)
                .with(user(login))
                .header("Accept", "text/html")
                .exchange();
        return answer.getResponse().getStatus() + " "
                + new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    int post(String login, String path, String... fields) {
        var request = http.post().uri(path).with(user(login)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }

    @Test
    void aVisitWrittenAtADeskIsReadByThoseItIsFor() {
        assertThat(page("v-cadre", "/round")).startsWith("200").contains("1 户该去了", "还没有见过面");
        assertThat(post(
                        "v-cadre",
                        "/households/" + home + "/visits",
                        "way",
                        "HOME",
                        "met",
                        "HEAD",
                        "finding",
                        "NEED",
                        "topics",
                        "ROAD",
                        "words",
                        "门前积水",
                        "need",
                        "修一段路",
                        "needTopic",
                        "ROAD"))
                .isEqualTo(302);
        assertThat(page("v-cadre", "/round")).contains("现在都不用去");
        assertThat(page("v-office", "/households/" + home + "/visits"))
                .startsWith("200")
                .contains("门前积水", "修一段路", "有诉求");
        assertThat(page("v-supervisor", "/households/" + home + "/visits"))
                .as("he compares claim with fact and does not read what was said")
                .startsWith("200")
                .contains("入户走访")
                .doesNotContain("门前积水", "修一段路", "有诉求");
        assertThat(page("v-unit", "/households/" + home + "/visits")).startsWith("403");
        assertThat(page("v-cadre", "/households/" + other + "/visits")).startsWith("404");
        assertThat(post("v-cadre", "/households/" + other + "/visits", "way", "HOME", "met", "HEAD", "finding", "WELL"))
                .isEqualTo(404);
        assertThat(post("v-office", "/households/" + home + "/visits", "way", "HOME", "met", "HEAD", "finding", "WELL"))
                .as("an office goes to no door")
                .isEqualTo(403);
        assertThat(page("v-office", "/visits")).startsWith("200").contains("见过 1 户", "听到 100 件诉求");
        assertThat(page("v-village", "/visits"))
                .as("a village reads how many, not who said what")
                .startsWith("200")
                .contains("见过 1 户")
                .doesNotContain("门前积水");
        assertThat(page("v-cadre", "/visits")).startsWith("403");
    }

    @Test
    void aLifeEventMakesAVisitDueUntilItIsOver() {
        assertThat(post(
                        "v-office",
                        "/households/" + home + "/occasions",
                        "kind",
                        "BEREAVEMENT",
                        "day",
                        TODAY.toString(),
                        "basis",
                        "VILLAGE"))
                .isEqualTo(302);
        assertThat(page("v-cadre", "/round")).contains("家里有事");
        var id = sql.sql("select id from visit.occasion where household = :home")
                .param("home", home)
                .query(UUID.class)
                .single();
        assertThat(page("v-supervisor", "/households/" + home + "/visits")).doesNotContain("丧事");
        assertThat(post("v-cadre", "/occasions/" + id + "/close")).isEqualTo(302);
        assertThat(page("v-cadre", "/round")).doesNotContain("家里有事");
    }

    @Test
    void aCalendarReadsTheRoundUntilItIsRevoked() {
        assertThat(page("v-cadre", "/me/calendar")).startsWith("200");
        var made = http.post()
                .uri("/me/calendar")
                .with(user("v-cadre"))
                .with(csrf())
                .exchange();
        var address = String.valueOf(made.getMvcResult().getFlashMap().get("address"));
        var path = address.substring(address.indexOf("/calendar/"));
        var head = sql.sql("select head from registry.household where id = :home")
                .param("home", home)
                .query(String.class)
                .single();
        assertThat(http.get().uri(path))
                .hasStatusOk()
                .hasContentType("text/calendar;charset=utf-8")
                .bodyText()
                .contains("走访 1 户")
                .doesNotContain(head);
        var named = http.post()
                .uri("/me/calendar")
                .param("named", "true")
                .with(user("v-cadre"))
                .with(csrf())
                .exchange();
        var next = String.valueOf(named.getMvcResult().getFlashMap().get("address"));
        assertThat(http.get().uri(path))
                .as("the one before is no good any more")
                .hasStatus(404);
        assertThat(http.get().uri(next.substring(next.indexOf("/calendar/"))))
                .hasStatusOk()
                .bodyText()
                .contains(head);
        assertThat(post("v-cadre", "/me/calendar/end")).isEqualTo(302);
        assertThat(http.get().uri(next.substring(next.indexOf("/calendar/"))).header("Accept", "application/json"))
                .hasStatus(404)
                .bodyText()
                .contains("no-such-calendar");
        assertThat(page("v-office", "/me/calendar")).startsWith("403");
    }
}
