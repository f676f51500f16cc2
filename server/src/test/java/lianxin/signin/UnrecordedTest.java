package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;

/** The record cannot be written: nobody comes in, and no password is chosen. In a database of its own, whose rights it changes. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UnrecordedTest {

    static final String PASSWORD = "correct horse battery staple";

    final MockMvc http;
    final Accounts accounts;
    final JdbcClient owner;
    final String application;

    UnrecordedTest(MockMvc http, Accounts accounts, Environment environment) {
        this.http = http;
        this.accounts = accounts;
        this.application = environment.getRequiredProperty("spring.datasource.username");
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password")));
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("unrecorded", properties);
    }

    @Test
    void whoCannotBeWrittenDownIsNotLetIn() throws Exception {
        var account = accounts.open(
                "wang", PASSWORD, "王某", Role.AUDITOR, new Ground(999_912_000_000L, 999_913_000_000L), null, null);
        var visitor = new Visitor(http, "10.9.8.7");
        owner.sql("revoke insert on record.leaf from \"" + application + "\"").update();
        assertThat(visitor.signIn("wang", PASSWORD).getStatus()).isEqualTo(500);
        assertThat(visitor.get("/me").getRedirectedUrl()).endsWith("/sign-in");
        assertThatThrownBy(() -> accounts.choosePassword(account, "another horse battery staple"))
                .hasMessageContaining("leaf");
        owner.sql("grant insert on record.leaf to \"" + application + "\"").update();
        assertThat(visitor.signIn("wang", PASSWORD).getRedirectedUrl())
                .as("the old password, since nothing else was chosen; and to the page he asked for before")
                .isEqualTo("/me");
        assertThat(visitor.get("/me").getStatus()).isEqualTo(200);
    }
}
