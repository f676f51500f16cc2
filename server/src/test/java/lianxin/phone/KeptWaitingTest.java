package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lianxin.phone.Yard.arrives;
import static lianxin.phone.Yard.comeAgain;
import static lianxin.phone.Yard.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import lianxin.OwnDatabase;
import lianxin.embedded.Database;
import lianxin.phone.Yard.Kept;
import lianxin.scope.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A phone that would wait too long for a lock, a connection or its turn is told to come again; nothing of what it told is kept until then, and all of it once
 * afterwards. Commits for good.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=" + KeptWaitingTest.CONNECTIONS,
            "spring.datasource.hikari.connection-timeout=1500",
            "lianxin.phone.at-once=2",
            "lianxin.phone.waiting=0"
        })
@AutoConfigureMockMvc
class KeptWaitingTest {

    static final int CONNECTIONS = 8;

    static Database.Way way;

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Autowired
    Standing standing;

    @LocalServerPort
    int port;

    Yard yard;
    Connection somebody;
    final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        way = OwnDatabase.start("keptwaiting", properties);
    }

    @BeforeEach
    void somebodyElse() throws SQLException {
        somebody = DriverManager.getConnection(way.url(), way.owner(), way.ownerPassword());
        somebody.setAutoCommit(false);
        yard = new Yard(house);
    }

    @AfterEach
    void lets() throws SQLException {
        somebody.close();
        others.close();
    }

    private void holds(String table) throws SQLException {
        try (var lock = somebody.createStatement()) {
            lock.execute("lock table " + table + " in access exclusive mode");
        }
    }

    private Future<MockHttpServletResponse> tells(Handset phone) {
        Callable<MockHttpServletResponse> tell = phone::tell;
        return others.submit(tell);
    }

    /** How many of the house wait for what somebody holds. */
    private long waiting() {
        return sql.sql("select count(*) from pg_stat_activity where usename = :house and wait_event_type = 'Lock'")
                .param("house", way.user())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"visit.visit", "phone.receipt", "phone.book", "record.leaf", "signin.phone", "access.account"})
    void whatSomebodyHoldsTooLong(String table) throws Exception {
        var phone = yard.phone();
        var visit = writes(phone, "没等到");
        var home = UUID.fromString(
                phone.waiting.get(visit.toString()).at("/body/household").asString());
        var before = yard.leaves("VisitsKept", home);
        holds(table);
        var told = phone.tell();
        somebody.rollback();
        comeAgain(told, "busy");
        assertThat(yard.kept(visit)).as("nothing half kept").isEqualTo(Kept.NOTHING);
        assertThat(yard.leaves("VisitsKept", home)).isEqualTo(before);
        arrives(phone);
        assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE);
        assertThat(yard.leaves("VisitsKept", home)).isEqualTo(before + 1);
        phone.sync();
        assertThat(phone.last.get("root").asString()).isEqualTo(phone.root());
    }

    @Test
    void noConnectionIsFree() throws Exception {
        var phone = yard.phone();
        var visit = writes(phone, "没有连接");
        var all = new ArrayList<Connection>();
        Future<Long> work;
        MockHttpServletResponse page;
        MockHttpServletResponse stranger;
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                all.add(database.getConnection());
            }
            work = others.submit(() -> standing.house(() -> sql.sql("select count(*) from registry.household")
                    .query(Long.class)
                    .single()));
            comeAgain(phone.tell(), "not-now");
            page = http.perform(get("/me")
                            .with(user(phone.login))
                            .header("Accept", "text/html")
                            .header("Accept-Language", "zh-CN"))
                    .andReturn()
                    .getResponse();
            var session = Base64.getEncoder()
                    .encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
            stranger = http.perform(get("/me")
                            .cookie(new Cookie("session", session))
                            .header("Accept", "text/html")
                            .header("Accept-Language", "en"))
                    .andReturn()
                    .getResponse();
            assertThat(work.isDone()).as("work that nobody waits for has time").isFalse();
        } finally {
            for (var one : all) {
                one.close();
            }
        }
        assertThat(work.get()).isPositive();
        for (var one : new MockHttpServletResponse[] {page, stranger}) {
            assertThat(one.getStatus()).isEqualTo(503);
            assertThat(one.getHeader("Retry-After")).isEqualTo("2");
            assertThat(one.getHeader("Content-Security-Policy")).contains("default-src");
        }
        assertThat(page.getContentAsString(UTF_8)).contains("系统这会儿答不上来");
        assertThat(stranger.getContentAsString(UTF_8)).contains("cannot answer at the moment");
        assertThat(yard.kept(visit)).isEqualTo(Kept.NOTHING);
        arrives(phone);
        assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE);
    }

    @Test
    void theConnectionBreaksInTheMiddle() throws Exception {
        var phone = yard.phone();
        var visit = writes(phone, "断了");
        holds("phone.receipt"); // by then the visit is written
        var told = tells(phone);
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() > 0);
        sql.sql("""
                select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                 where usename = :house and wait_event_type = 'Lock'
                """).param("house", way.user()).query(Long.class).single();
        comeAgain(told.get(), "not-now");
        somebody.rollback();
        assertThat(yard.kept(visit)).isEqualTo(Kept.NOTHING);
        arrives(phone);
        assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE);
    }

    @Test
    void whoIsOneTooManyIsSentAwayBeforeAnythingOfHisIsRead() throws Exception {
        var phones = yard.phones(4);
        var visits = phones.stream().map(phone -> writes(phone, "人多")).toList();
        holds("phone.receipt");
        var inside = phones.subList(0, 2).stream().map(this::tells).toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 2);
        var unread = headOnly(phones.get(2));
        var third = phones.get(3).tell();
        for (var one : inside) {
            comeAgain(one.get(), "busy");
        }
        somebody.rollback();
        comeAgain(third, "phones-wait");
        assertThat(unread)
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("\nRetry-After: 2")
                .contains("/problems/phones-wait");
        for (var phone : phones) {
            arrives(phone);
        }
        assertThat(visits).allSatisfy(visit -> assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE));
    }

    /** Announces a request and says nothing more: whoever answers has not read it. */
    private String headOnly(Handset phone) throws Exception {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.setSoTimeout(60_000);
            line.getOutputStream()
                    .write("""
                    POST /api/phone/sync HTTP/1.1
                    Host: localhost
                    Lianxin-Device: %s
                    Content-Type: application/json
                    Content-Length: 1000
                    Connection: close

                    """.formatted(phone.id).replace("\n", "\r\n").getBytes(UTF_8));
            var said = new StringBuilder();
            var from = line.getInputStream();
            while (!said.toString().contains("phones-wait")) {
                var some = from.read();
                if (some < 0) {
                    break;
                }
                said.append((char) some);
            }
            return said.toString();
        }
    }
}
