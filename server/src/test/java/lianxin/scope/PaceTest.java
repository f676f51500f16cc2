package lianxin.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database is told of how long it may keep whoever asks. */
@SpringBootTest
class PaceTest {

    @Autowired
    Standing standing;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    List<String> limits() {
        return Stream.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
                .map(limit -> sql.sql("select current_setting('" + limit + "')")
                        .query(String.class)
                        .single())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"WORK, 2min, 30min, 10min", "PAGE, 3s, 2min, 10min", "PHONE, 3s, 10s, 15s"})
    void eachTransactionIsToldHowLong(Pace pace, String lock, String statement, String idle) {
        try (var _ = pace.begin()) {
            assertThat(standing.house(this::limits)).containsExactly(lock, statement, idle);
            transaction.executeWithoutResult(_ -> {
                assertThat(limits()).containsExactly(lock, statement, idle);
                standing.houseDoes(() -> assertThat(limits())
                        .as("whose it is changes, not how long")
                        .containsExactly(lock, statement, idle));
            });
        }
        assertThat(Pace.now()).as("what held before").isEqualTo(Pace.WORK);
    }

    /** The gate looks for sessions, phones and accounts before it knows who asks: nobody has told the database anything then. */
    @Test
    void whoeverIsNotKnownYetWaitsNoLongerThanForAPage() throws Exception {
        Callable<List<String>> nobody = this::limits;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(nobody).get()).containsExactly("3s", "2min", "10min");
        }
    }
}
