package lianxin.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.jdbc.PgConnection;
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

    @Autowired
    DataSource database;

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

    /** The pool takes a connection back as it was: work may be silent for as long as it likes after a phone had it. */
    @ParameterizedTest
    @CsvSource({"WORK, 0", "PAGE, 150000", "PHONE, 15000"})
    void silenceIsWaitedOutByWorkAlone(Pace pace, int millis) throws SQLException {
        try (var _ = pace.begin();
                var connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(millis);
        }
        try (var connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    /** Whose it is and how long it may be kept: one question, not two. */
    @ParameterizedTest
    @EnumSource
    void aTransactionBeginsWithOneQuestion(Pace pace) throws SQLException {
        var asked = new ArrayList<String>();
        try (var _ = pace.begin();
                var real = database.getConnection()) {
            var counted = (Connection) Calls.proxy(Connection.class, (_, deed, facts) -> {
                if (facts != null && facts[0] instanceof String question) {
                    asked.add(question);
                }
                return Calls.pass(real.unwrap(PgConnection.class), deed, facts);
            });
            var scoped = (Connection) Calls.proxy(Connection.class, new ScopedConnection(counted, Scope.HOUSE));
            scoped.setAutoCommit(false);
            try (var statement = scoped.createStatement()) {
                statement.execute("select 1");
            }
            scoped.rollback();
            scoped.setAutoCommit(true);
        }
        assertThat(asked).containsExactly(Settings.AT_BEGIN);
    }

    /** Jobs of the rooms that know no place stand as nobody. */
    @ParameterizedTest
    @CsvSource({"WORK, 2min, 30min, 10min, 2min, 30min, 10min", "PHONE, 3s, 2min, 10min, 3s, 10s, 15s"})
    void whatBeginsAsNobodys(
            Pace pace,
            String lock,
            String statement,
            String idle,
            String thenLock,
            String thenStatement,
            String thenIdle)
            throws Exception {
        Callable<List<List<String>>> nobody = () -> {
            try (var _ = pace.begin()) {
                return transaction.execute(_ -> List.of(limits(), standing.house(this::limits), limits()));
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var then = List.of(thenLock, thenStatement, thenIdle);
            assertThat(threads.submit(nobody).get()).containsExactly(List.of(lock, statement, idle), then, then);
        }
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
