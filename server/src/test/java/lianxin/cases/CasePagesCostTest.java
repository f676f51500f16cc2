package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lianxin.Counted;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What the pages of cases ask of the database, from the session to the last name: so many statements in so many transactions, of which one waits for the disk, for
 * the record. In a county of twelve townships with sixty to a hundred cases on a page. What is allowed is what was counted (ADR 0108).
 */
@SpringBootTest(properties = {"db-scheduler.polling-interval=24h", "lianxin.signin.second-factor-from=2100-01-01"})
@AutoConfigureMockMvc
@Import(Counted.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePagesCostTest {

    static final String PASSWORD = "correct horse battery staple";
    static final int TOWNSHIPS = 12;
    static final Pattern CASE = Pattern.compile("href=\"/cases/[0-9a-f-]{36}\"");

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    final Map<String, Cookie> sessions = new HashMap<>();
    UUID one = Ids.next();

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("cost", properties);
    }

    @BeforeAll
    void county(@Autowired Cases cases, @Autowired Triage triage) throws Exception {
        var cast = Cast.on(sql);
        for (var n = 1; n <= TOWNSHIPS; n++) {
            cast.village(n);
            if (n > 1) {
                cast.township(n);
            }
        }
        var town = cast.county() + 100_000;
        var township = open("township", Role.TOWNSHIP, new DivisionCode(town).ground(), null);
        open("office", Role.OFFICE, cast.ground(), null);
        open("handler", Role.HANDLER, cast.ground(), cast.bureau());
        var office = new Caller(UUID.randomUUID(), "office", Role.OFFICE, cast.ground(), null, null);
        for (var n = 0; n < 60; n++) {
            var home = cast.household(1 + n % TOWNSHIPS);
            var given = cases.open(home, Kind.SERVICE, "ROAD", "门前的路积水 " + n, township);
            triage.assign(
                    given.id(), given.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township);
            cases.open(home, Kind.SERVICE, "ROAD", "门前的路积水 " + n, office);
            one = cases.open(home, Kind.SERVICE, "ROAD", "门前的路积水 " + n, township)
                    .id();
        }
    }

    Caller open(String login, Role role, Ground ground, @Nullable UUID unit) throws Exception {
        var id = accounts.open(login, PASSWORD, login, role, ground, unit, null);
        var signedIn = http.perform(MockMvcRequestBuilders.post("/sign-in")
                        .with(csrf())
                        .param("username", login)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse();
        sessions.put(login, signedIn.getCookie("session"));
        return new Caller(id, login, role, ground, unit, null);
    }

    /** Of a warm request: what is written once a minute, and what a connection asks once, was asked by those before. */
    Counted.Cost cost(String login, String path) throws Exception {
        lastHere(login, Duration.ZERO);
        for (var warm = 0; warm < 2; warm++) {
            Counted.of(() -> ask(login, path));
        }
        return Counted.of(() -> ask(login, path));
    }

    void lastHere(String login, Duration ago) {
        sql.sql("update signin.session set last_access_time = :at where principal_name = :login")
                .param("at", Instant.now().minus(ago).toEpochMilli())
                .param("login", login)
                .update();
    }

    void ask(String login, String path) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.get(path).header("Accept", "text/html").cookie(sessions.get(login));
        var response = http.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(CASE.matcher(response.getContentAsString()).results().count())
                .as("cases on the page")
                .isGreaterThanOrEqualTo(path.startsWith("/cases?") ? 60 : 1);
    }

    void atMost(int transactions, int statements, Counted.Cost cost) {
        assertThat(cost.transactions).as("transactions").isBetween(1, transactions);
        assertThat(cost.written).as("transactions that wait for the disk").isEqualTo(1);
        assertThat(cost.statements()).as("%s", cost.asked).isBetween(1, statements);
    }

    @Test
    void aPageIsAskedInFewStatementsAndOneOfItsTransactionsWrites() throws Exception {
        for (var who : new String[] {"handler", "township", "office"}) {
            atMost(4, who.equals("handler") ? 15 : 16, cost(who, "/cases?view=MINE"));
            atMost(4, who.equals("handler") ? 15 : 17, cost(who, "/cases?q=积水"));
            atMost(4, who.equals("handler") ? 15 : 17, cost(who, "/cases?view=OPEN"));
        }
        atMost(4, 30, cost("township", "/cases/" + one));
    }

    @Test
    void thatSomebodyIsHereIsWrittenOnceAMinute() throws Exception {
        cost("office", "/cases?view=MINE");
        lastHere("office", Duration.ofSeconds(61));
        var after = Counted.of(() -> ask("office", "/cases?view=MINE"));
        assertThat(after.written).isEqualTo(2);
        assertThat(after.transactions).isEqualTo(5);
        assertThat(after.asked)
                .filteredOn(asked -> asked.contains("signin.session"))
                .as("read, and written")
                .hasSize(2);
        atMost(4, 16, Counted.of(() -> ask("office", "/cases?view=MINE")));
    }
}
