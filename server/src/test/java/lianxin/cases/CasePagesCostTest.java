package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.Counted;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
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
 * the record. In a county of twelve townships with a hundred cases on a page.
 */
@SpringBootTest(properties = {"db-scheduler.polling-interval=24h", "lianxin.signin.second-factor-from=2100-01-01"})
@AutoConfigureMockMvc
@Import(Counted.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePagesCostTest {

    static final String PASSWORD = "correct horse battery staple";
    static final int TOWNSHIPS = 12;

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
                    given.id(),
                    given.version(),
                    Kind.SERVICE,
                    "ROAD",
                    new Desk(lianxin.region.Level.COUNTY, cast.bureau()),
                    township);
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
        for (var warm = 0; warm < 2; warm++) {
            Counted.of(() -> ask(login, path));
        }
        var cost = Counted.of(() -> ask(login, path));
        System.out.printf("COST %s %s: %s%n", login, path.replaceAll("[0-9a-f-]{36}", "ONE"), cost);
        if (System.getenv("COST_ALL") != null) {
            cost.asked.forEach(s -> System.out.println("   " + s.replaceAll("\\s+", " ")));
        }
        return cost;
    }

    void ask(String login, String path) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.get(path).header("Accept", "text/html").cookie(sessions.get(login));
        var response = http.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).contains("/cases/");
    }

    void atMost(int transactions, int statements, Counted.Cost cost) {
        assertThat(cost.transactions).as("transactions").isBetween(1, transactions);
        assertThat(cost.written).as("transactions that wait for the disk").isEqualTo(1);
        assertThat(cost.statements()).as("%s", cost.asked).isBetween(1, statements);
    }

    @Test
    void aPageIsAskedInFewStatementsAndOneOfItsTransactionsWrites() throws Exception {
        for (var who : new String[] {"handler", "township", "office"}) {
            atMost(4, 22, cost(who, "/cases?view=MINE"));
            atMost(4, 22, cost(who, "/cases?q=积水"));
            atMost(4, 22, cost(who, "/cases?view=OPEN"));
        }
        atMost(4, 30, cost("township", "/cases/" + one));
    }
}
