package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lianxin.signin.Attempts.Attempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** Guesses that come all at once. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BurstTest {

    static final int AT_ONCE = 24;

    final Attempts attempts;
    final JdbcClient sql;
    final String login = "burst-" + UUID.randomUUID();

    BurstTest(Attempts attempts, JdbcClient sql) {
        this.attempts = attempts;
        this.sql = sql;
    }

    @AfterEach
    void forget() {
        sql.sql("delete from signin.failure where counted like '%' || :login")
                .param("login", login)
                .update();
    }

    @Test
    void ofManyGuessesAtOnceNoMoreGoThroughThanOneAfterTheOther() throws Exception {
        var guesses = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < AT_ONCE; i++) {
            guesses.add(() -> !attempts.begin(guess()).isPositive());
        }
        var through = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var guess : threads.invokeAll(guesses)) {
                through += guess.get() ? 1 : 0;
            }
        }
        assertThat(through).isEqualTo(AttemptRules.FREE);
    }

    @Test
    void whatWasRightIsTakenBack() {
        for (var i = 0; i < AT_ONCE; i++) {
            assertThat(attempts.begin(guess()).isPositive()).isFalse();
            attempts.succeeded(guess());
        }
    }

    private Attempt guess() {
        return new Attempt(login, null, "192.0.2.1", null);
    }
}
