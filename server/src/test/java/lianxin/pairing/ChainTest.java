package lianxin.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself: whatever is written by whomever, no household has two contacts on a day, and no day between two is left out. */
@SpringBootTest
class ChainTest {

    private static final LocalDate DAY = LocalDate.of(2013, 3, 6);

    /** From here on this transaction's every household is one of so many that they are locked all at once. */
    private static final String MANY = "set local pairing.many = 0";

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    @Autowired
    Standing standing;

    Cast cast;
    UUID household;
    UUID li;
    UUID zhao;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        household = cast.household(1);
        li = cast.cadre();
        zhao = cast.cadre();
    }

    @Test
    void theFirstStretchIsOpen() throws SQLException {
        assertThat(refused(insert(DAY, "2013-04-01", li))).isEqualTo("a_household_is_never_left_without_a_contact");
        assertThat(refused(insert(DAY, "infinity", li))).isNull();
    }

    @Test
    void aSecondContactCannotBeWrittenDown() throws SQLException {
        given();
        assertThat(refused(insert(DAY, "infinity", zhao))).isEqualTo("a_household_has_one_contact_at_a_time");
        assertThat(refused(insert(DAY.plusDays(9), "infinity", zhao)))
                .isEqualTo("a_household_is_handed_over_once_a_day");
        assertThat(refused(insert(DAY.plusDays(9), "2013-04-01", zhao)))
                .isEqualTo("a_household_is_never_left_without_a_contact");
        // Both ends lie on existing joints, yet the middle would be covered twice.
        assertThat(refused(end("2013-05-01"), insert(DAY.plusDays(56), "infinity", zhao)))
                .isNull();
        assertThat(refused(insert(DAY.minusDays(9), DAY.toString(), zhao))).isNull();
        assertThat(refused(insert(DAY.minusDays(5), DAY.toString(), li)))
                .isEqualTo("a_household_is_handed_over_once_a_day");
        assertThat(refused(insert(DAY.minusDays(5), DAY.plusDays(56).toString(), li)))
                .isEqualTo("a_household_is_handed_over_once_a_day");
    }

    @Test
    void aGapCannotBeWrittenDown() throws SQLException {
        given();
        assertThat(refused(end("2013-05-01"))).isEqualTo("a_household_is_never_left_without_a_contact");
        assertThat(refused(end("2013-05-01"), insert(LocalDate.of(2013, 5, 2), "infinity", zhao)))
                .isEqualTo("a_household_is_never_left_without_a_contact");
        assertThat(refused(end("2013-05-01"), insert(LocalDate.of(2013, 5, 1), "infinity", zhao)))
                .isNull();
        assertThat(refused("delete from pairing.pairing where household = '" + household + "' and until = 'infinity'"))
                .isEqualTo("a_household_is_never_left_without_a_contact");
        assertThat(refused("update pairing.pairing set since = '2013-05-03' where household = '" + household
                        + "' and until = 'infinity'"))
                .isEqualTo("a_household_is_never_left_without_a_contact");
        assertThat(refused(end("2013-03-01"))).isEqualTo("a_pairing_lasts_at_least_a_day");
    }

    @Test
    void withoutAContactThereIsAReason() throws SQLException {
        assertThat(refused(insert(DAY, "infinity", null))).isEqualTo("a_pairing_without_a_cadre_says_why");
    }

    @Test
    void bothServeAndLiveForTheWholeStretch() throws SQLException {
        assertThat(refused(insert(DAY, "infinity", UUID.randomUUID())))
                .isEqualTo("a_contact_serves_while_he_is_the_contact");
        assertThat(refused(insert(LocalDate.of(2011, 1, 1), "infinity", li)))
                .isEqualTo("a_household_with_a_contact_is_in_scope");
        var late = cast.cadre(cast.bureau(), "STAFF", DAY.plusDays(1));
        assertThat(refused(insert(DAY, "infinity", late))).isEqualTo("a_contact_serves_while_he_is_the_contact");
        given();
        assertThat(refused("update pairing.pairing set cadre = '" + late + "' where household = '" + household + "'"))
                .isEqualTo("a_contact_serves_while_he_is_the_contact");
        assertThat(refused("update staff.cadre set until = '2013-06-01' where id = '" + li + "'"))
                .isEqualTo("a_cadre_holding_households_cannot_leave");
        assertThat(refused("update registry.household set until = '2013-06-01', ended = 'DISSOLVED' where id = '"
                        + household + "'"))
                .isEqualTo("a_household_with_a_contact_is_in_scope");
        assertThat(refused("update registry.household set place = place + 1 where id = '" + household + "'"))
                .isEqualTo("a_contact_moves_along_with_the_household");
        assertThat(refused("update pairing.pairing set place = place + 1 where household = '" + household + "'"))
                .isEqualTo("a_household_with_a_contact_is_in_scope");
    }

    @Test
    void nobodyWithAHistoryIsDeleted() throws SQLException {
        given();
        for (var statement : List.of(
                "delete from registry.household where id = '" + household + "'",
                "delete from staff.cadre where id = '" + li + "'",
                "update registry.household set id = gen_random_uuid() where id = '" + household + "'")) {
            assertThat(refused(statement)).as(statement).isEqualTo("nobody_with_a_history_is_deleted");
        }
        assertThat(refused("delete from staff.cadre where id = '" + zhao + "'")).isNull();
    }

    @Test
    void onlyReadCommittedMayWrite() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> connection.createStatement().execute(insert(DAY, "infinity", li)))
                    .hasMessageContaining("read committed only");
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void randomWritesLeaveEitherAChainOrNothing() throws SQLException {
        var random = new Random(7);
        var kept = 0;
        for (int n = 0; n < 400; n++) {
            var statements = new ArrayList<String>();
            for (int s = 0; s <= random.nextInt(3); s++) {
                statements.add(randomWrite(random));
            }
            kept += refused(statements.toArray(String[]::new)) == null ? 1 : 0;
            assertChain();
        }
        assertThat(kept).isGreaterThan(20);
    }

    @Test
    void concurrentWritesLeaveAChain() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Future<Integer>>();
            for (int t = 0; t < 4; t++) {
                var random = new Random(100 + t);
                work.add(threads.submit(() -> {
                    int kept = 0;
                    for (int n = 0; n < 60; n++) {
                        kept += refused(randomWrite(random), randomWrite(random)) == null ? 1 : 0;
                    }
                    return kept;
                }));
            }
            for (var done : work) {
                done.get();
            }
        }
        assertChain();
    }

    @Test
    void whoeverLeavesWaitsForWhoeverGives() throws Exception {
        try (var giving = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            giving.setAutoCommit(false);
            giving.createStatement().execute(insert(DAY, "infinity", li));
            var leaving = threads.submit(
                    () -> refused("update staff.cadre set until = '2013-06-01' where id = '" + li + "'"));
            giving.commit();
            assertThat(leaving.get()).isEqualTo("a_cadre_holding_households_cannot_leave");
        }
    }

    @Test
    void whoeverEndsWaitsForWhoeverGivesACity() throws Exception {
        try (var giving = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            giving.setAutoCommit(false);
            giving.createStatement().execute(MANY);
            giving.createStatement().execute(insert(DAY, "infinity", li));
            var ending = threads.submit(() -> refused(dissolve()));
            somebodyWaitsForTheHouseholds();
            giving.commit();
            assertThat(ending.get()).isEqualTo("a_household_with_a_contact_is_in_scope");
        }
    }

    @Test
    void whoeverGivesACityWaitsForWhoeverEnds() throws Exception {
        try (var ending = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            ending.setAutoCommit(false);
            ending.createStatement().execute(dissolve());
            var giving = threads.submit(() -> refused(MANY, insert(DAY, "infinity", li)));
            somebodyWaitsForTheHouseholds();
            ending.commit();
            assertThat(giving.get()).isEqualTo("a_household_with_a_contact_is_in_scope");
        }
    }

    private String dissolve() {
        return "update registry.household set until = '2013-06-01', ended = 'DISSOLVED' where id = '" + household + "'";
    }

    private void somebodyWaitsForTheHouseholds() {
        while (!sql.sql("""
                select exists (select from pg_locks where not granted and relation = 'registry.household'::regclass)
                """).query(Boolean.class).single()) {
            Thread.onSpinWait();
        }
    }

    private String randomWrite(Random random) {
        var day = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(12));
        var other = random.nextInt(4) == 0
                ? "infinity"
                : day.plusDays(random.nextInt(6) - 1).toString();
        var cadre = random.nextBoolean() ? li : zhao;
        return switch (random.nextInt(4)) {
            case 0 -> insert(day, other, cadre);
            case 1 ->
                "update pairing.pairing set until = '" + other + "' where household = '" + household + "' and since = '"
                        + day + "'";
            case 2 ->
                "update pairing.pairing set since = '" + day + "' where household = '" + household + "' and until = '"
                        + other + "'";
            default -> "delete from pairing.pairing where household = '" + household + "' and since = '" + day + "'";
        };
    }

    private void assertChain() {
        var rows = sql.sql("select since, until::text from pairing.pairing where household = :h order by since")
                .param("h", household)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        for (int n = 0; n < rows.size(); n++) {
            assertThat(rows.get(n)[1]).isEqualTo(n + 1 < rows.size() ? rows.get(n + 1)[0] : "infinity");
        }
    }

    private void given() throws SQLException {
        assertThat(refused(insert(DAY, "infinity", li))).isNull();
    }

    private String end(String until) {
        return "update pairing.pairing set until = '" + until + "' where household = '" + household
                + "' and until = 'infinity'";
    }

    private String insert(LocalDate since, String until, @Nullable UUID cadre) {
        return "insert into pairing.pairing (household, since, until, cadre, place, reason, by_whom) values ('"
                + household + "', '" + since + "', '" + until + "', " + (cadre == null ? "null" : "'" + cadre + "'")
                + ", " + cast.code(1) + ", 'MOVED_BY_HAND', '" + household + "')";
    }

    /** Runs the statements as one transaction; the rule that refused them, or null. */
    private @Nullable String refused(String... statements) throws SQLException {
        return standing.<@Nullable String, SQLException>house(() -> tried(statements));
    }

    private @Nullable String tried(String... statements) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (var statement : statements) {
                    connection.createStatement().execute(statement);
                }
                connection.commit();
                return null;
            } catch (PSQLException e) {
                connection.rollback();
                var message = e.getServerErrorMessage();
                return message == null || message.getConstraint() == null ? e.getMessage() : message.getConstraint();
            }
        }
    }
}
