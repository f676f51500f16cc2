package lianxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database in the box promises while it runs: it is as durable and as closed as any other. */
class DatabaseTest {

    /** Beside the database of the test run, so that the program is unpacked once. */
    static final Path HOME = Home.preferring(Path.of("target", "postgres"), "tests");

    static final Home PLACE = new Home(HOME, "promises");

    static Database database;

    @BeforeAll
    static void start() {
        database = Database.start(
                HOME, new Settings("promises", null, true, Map.of("work_mem", "5MB")), Keeping.DURABLE, _ -> {});
    }

    @AfterAll
    static void stop() {
        database.close();
        database.close(); // twice does no harm
    }

    @Test
    void aCommitIsOnTheDisk() throws SQLException {
        assertThat(one("show fsync")).isEqualTo("on");
        assertThat(one("show full_page_writes")).isEqualTo("on");
        assertThat(one("show synchronous_commit")).isEqualTo("on");
        assertThat(one("show data_checksums")).isEqualTo("on");
    }

    @Test
    void onlyThisMachineHearsIt() throws SQLException {
        assertThat(one("show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void textIsUnicodeWithoutHelpFromTheMachine() throws SQLException {
        assertThat(one("show server_encoding")).isEqualTo("UTF8");
        assertThat(one("select datlocale from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
    }

    @Test
    void theHouseIsNobodysSuperuserAndMayDoWhatTheRoomsNeed() throws SQLException {
        assertThat(one("select usesuper from pg_user where usename = current_user"))
                .isEqualTo("f");
        try (var connection = connect(database);
                var sql = connection.createStatement()) {
            sql.execute("create schema visit");
            sql.execute("create extension btree_gist");
            sql.execute("create extension pg_trgm");
        }
        assertThat(one("select string_agg(name, '' order by name collate \"zh-x-icu\")"
                        + " from (values ('张'), ('安'), ('李')) as person (name)"))
                .isEqualTo("安李张");
    }

    @Test
    void theApplicationOwnsNothingAndMakesNothing() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.way().url(),
                        database.way().user(),
                        database.way().password());
                var sql = connection.createStatement()) {
            for (var deed : List.of(
                    "create schema mine",
                    "create table public.mine (x int)",
                    "set role " + database.way().owner())) {
                assertThatExceptionOfType(SQLException.class)
                        .as(deed)
                        .isThrownBy(() -> sql.execute(deed))
                        .withMessageContaining("permission denied");
            }
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        for (var user : List.of(database.way().user(), database.way().owner(), "postgres")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.way().url(), user, "guess"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void secretsAndDataAreForTheirOwnersOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PLACE.passwords())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PLACE.database())))
                .isEqualTo("rwx------");
    }

    @Test
    void itsLogRepeatsNoData() throws Exception {
        try (var connection = connect(database);
                var sql = connection.createStatement()) {
            sql.execute("create table person (name text primary key)");
            sql.execute("insert into person values ('王某某')");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.execute("insert into person values ('王某某')"))
                    .withMessageContaining("王某某");
        }
        assertThat(PLACE.log()).content().contains("duplicate key").doesNotContain("王某某");
    }

    @Test
    void theOperatorsOptionIsStrongerThanOurs() throws SQLException {
        assertThat(one("show work_mem")).isEqualTo("5MB");
    }

    @Test
    void anOptionPostgresDoesNotKnowIsNamed() {
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> Database.start(
                        HOME,
                        new Settings("options", null, false, Map.of("wrok_mem", "5MB")),
                        Keeping.THROWAWAY,
                        _ -> {}))
                .withMessageContaining("wrok_mem");
    }

    @Test
    void whatThePromisesHangOnIsNoOption() {
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> new Settings("options", null, false, Map.of("fsync", "off")))
                .withMessage(Words.say("option", "fsync"));
    }

    static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.way().url(), database.way().owner(), database.way().ownerPassword());
    }

    static List<String> column(Database database, String question) throws SQLException {
        try (var connection = connect(database);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static String one(String question) throws SQLException {
        return column(database, question).getFirst();
    }
}
