package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** When a session is over, and what of it is written down. Ages are made by moving back what the database has of it, as if time had passed. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class HeldSessionsTest {

    static final String PASSWORD = "correct horse battery staple";

    final MockMvc http;
    final Accounts accounts;
    final JdbcClient sql;
    final Clock clock;
    final TransactionTemplate apart;
    final String login = "hs-" + UUID.randomUUID().toString().substring(0, 12);

    HeldSessionsTest(
            MockMvc http, Accounts accounts, JdbcClient sql, Clock clock, PlatformTransactionManager transactions) {
        this.http = http;
        this.accounts = accounts;
        this.sql = sql;
        this.clock = clock;
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @BeforeEach
    void wang() {
        accounts.open(login, PASSWORD, "王某", Role.AUDITOR, new Ground(999_912_000_000L, 999_913_000_000L), null, null);
    }

    @Test
    void whoeverAsksNothingForHalfAnHourIsSignedOut() throws Exception {
        var visitor = in();
        lastWritten(Duration.ofMinutes(29).plusSeconds(30));
        assertThat(visitor.get("/me").getStatus()).isEqualTo(200);
        assertThat(lastWritten())
                .as("he is here, and that is written")
                .isAfter(clock.instant().minusSeconds(20));
        lastWritten(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(visitor.get("/me").getRedirectedUrl()).endsWith("/sign-in");
    }

    @Test
    void whatIsWrittenLiesNoMoreThanAMinuteBackWhenSomebodyAsks() throws Exception {
        var visitor = in();
        var before = lastWritten(Duration.ofSeconds(30));
        visitor.get("/me");
        assertThat(lastWritten()).as("within the minute").isEqualTo(before);
        lastWritten(Duration.ofSeconds(61));
        visitor.get("/me");
        assertThat(lastWritten()).as("after it").isAfter(clock.instant().minusSeconds(20));
    }

    @Test
    void whatEndedOnAnotherNodeIsOverWithTheNextRequest() throws Exception {
        var visitor = in();
        assertThat(visitor.get("/me").getStatus()).isEqualTo(200);
        apart.executeWithoutResult(_ -> sql.sql("delete from signin.session where principal_name = :login")
                .param("login", login)
                .update());
        assertThat(visitor.get("/me").getRedirectedUrl()).endsWith("/sign-in");
    }

    private Visitor in() throws Exception {
        var visitor = new Visitor(http, "10.1.1.1");
        assertThat(visitor.signIn(login, PASSWORD).getRedirectedUrl()).isEqualTo("/");
        return visitor;
    }

    /** When the database says somebody was last here. */
    private Instant lastWritten() {
        return apart.execute(_ -> Instant.ofEpochMilli(
                sql.sql("select last_access_time from signin.session where principal_name = :login")
                        .param("login", login)
                        .query(Long.class)
                        .single()));
    }

    /** As if it had been written so long ago; committed, since sessions are kept apart from what a request does. */
    private Instant lastWritten(Duration ago) {
        var at = Instant.ofEpochMilli(clock.instant().minus(ago).toEpochMilli());
        apart.executeWithoutResult(_ -> sql.sql("""
                        update signin.session set last_access_time = :at, expiry_time = :at + max_inactive_interval * 1000 where principal_name = :login
                        """)
                .param("at", at.toEpochMilli())
                .param("login", login)
                .update());
        return at;
    }
}
