package lianxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.util.FileSystemUtils;

/** Real servers, really killed. */
class DatabaseTest {

    /** Beside the database of the test run, so that the program is unpacked once. */
    static final Path HOME = Path.of("target", "postgres");

    private final List<String> told = new ArrayList<>();

    private String name = "";

    @BeforeEach
    void fromNothing(TestInfo test) throws IOException {
        name = "t-" + Integer.toHexString(test.getDisplayName().hashCode());
        FileSystemUtils.deleteRecursively(HOME.resolve(name));
    }

    @Test
    void whatWasCommittedIsThereAtTheSecondStart() throws Exception {
        try (var first = start()) {
            write(first, "first");
        }
        told.clear();
        try (var second = start()) {
            assertThat(read(second)).containsExactly("first");
            assertThat(told).hasSize(1); // ready; nothing unpacked, nothing created
        }
    }

    @Test
    void aKilledServerComesBackOnTheSamePortWithWhatWasCommitted() throws Exception {
        try (var database = start()) {
            write(database, "before");
            var killed = database.pid();
            kill(killed);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(SQLException.class)
                    .untilAsserted(() -> {
                        assertThat(database.pid()).isNotEqualTo(killed);
                        assertThat(read(database)).containsExactly("before");
                    });
            write(database, "after");
            assertThat(read(database)).containsExactly("before", "after");
        }
    }

    /** The children of a killed server may still be busy; the next start must not meet them. */
    @Test
    void aServerKilledWithItsOwnerGoneLeavesNothingInTheWay() throws Exception {
        var server = inAnotherProcess();
        kill(server.owner().pid());
        kill(server.pid());
        try (var database = start()) {
            assertThat(read(database)).containsExactly("from the other process");
        }
    }

    @Test
    void aKilledOwnerLeavesAServerThatTheNextOneStopsAndReplaces() throws Exception {
        var server = inAnotherProcess();
        kill(server.owner().pid());
        assertThat(ProcessHandle.of(server.pid())).isPresent();
        try (var database = start()) {
            assertThat(read(database)).containsExactly("from the other process");
            assertThat(database.pid()).isNotEqualTo(server.pid());
            assertThat(told.getFirst()).startsWith(Words.say("orphan", "").substring(0, 10));
            assertThat(told).hasSize(2); // the orphan, and ready
        }
    }

    @Test
    void twoProcessesDoNotShareIt() throws Exception {
        var server = inAnotherProcess();
        try {
            refused(
                    "in-use",
                    HOME.resolve(name).toAbsolutePath(),
                    server.owner().pid());
        } finally {
            kill(server.owner().pid());
            start().close();
        }
    }

    @Test
    void norDoesOneProcessOpenItTwice() {
        try (var _ = start()) {
            refused(
                    "in-use",
                    HOME.resolve(name).toAbsolutePath(),
                    ProcessHandle.current().pid());
            refused(
                    "in-use",
                    HOME.resolve(name).toAbsolutePath(),
                    ProcessHandle.current().pid());
        }
    }

    @Test
    void anotherVersionsDataIsRefusedAndLeftAlone() throws Exception {
        start().close();
        var version = home().data().resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        refused("other-version", home().data(), 17, 18);
        assertThat(version).hasContent("17");
    }

    @Test
    void anInterruptedCreationIsBegunAgain() throws Exception {
        Files.createDirectories(home().database().resolve("data.new/base"));
        try (var database = start()) {
            write(database, "first");
        }
        assertThat(home().database().resolve("data.new")).doesNotExist();
    }

    @Test
    void aStalePidFileIsNoHindrance() throws Exception {
        start().close();
        // As after a power cut: the number now belongs to somebody else, here to ourselves.
        Files.writeString(
                home().data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        start().close();
    }

    @Test
    void aTakenPortIsExchanged() throws Exception {
        start().close();
        var port = Files.readString(home().port());
        try (var _ = new java.net.ServerSocket(Integer.parseInt(port), 1, java.net.InetAddress.getLoopbackAddress());
                var database = start()) {
            assertThat(database.url()).doesNotContain(":" + port + "/");
        }
    }

    @Test
    void freshForgetsEverything() throws Exception {
        try (var first = start()) {
            write(first, "first");
        }
        try (var fresh = start(new Settings(name, null, true, Map.of()))) {
            assertThat(tables(fresh)).isEmpty();
        }
    }

    @Test
    void withoutItsPasswordsItIsRefusedNotReplaced() throws Exception {
        start().close();
        Files.delete(home().passwords());
        refused("no-passwords", home().passwords());
        assertThat(home().data()).exists();
    }

    @Test
    void itIsAsDurableAsAnyOther() throws Exception {
        try (var database = start()) {
            assertThat(one(database, "show fsync")).isEqualTo("on");
            assertThat(one(database, "show full_page_writes")).isEqualTo("on");
            assertThat(one(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(database, "show data_checksums")).isEqualTo("on");
            assertThat(one(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(database, "show server_encoding")).isEqualTo("UTF8");
            assertThat(one(database, "select datlocale from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
            assertThat(one(database, "select usesuper from pg_user where usename = current_user"))
                    .isEqualTo("f");
        }
    }

    /** What the rooms need, as a role that is nobody's superuser. */
    @Test
    void theHouseMayMakeItsSchemasAndExtensions() throws Exception {
        try (var database = start();
                var connection = connect(database);
                var sql = connection.createStatement()) {
            sql.execute("create schema visit");
            sql.execute("create extension btree_gist");
            sql.execute("create extension pg_trgm");
            assertThat(one(
                            database,
                            "select string_agg(name, '' order by name collate \"zh-x-icu\")"
                                    + " from (values ('张'), ('安'), ('李')) as person (name)"))
                    .isEqualTo("安李张");
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (var database = start()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void itsSecretsAreForItsOwnerOnly() throws Exception {
        start().close();
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home().passwords())))
                .isEqualTo("rw-------");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home().database())))
                .isEqualTo("rwx------");
    }

    @Test
    void anOptionOfTheOperatorsIsStrongerThanOurs() throws Exception {
        try (var database = start(new Settings(name, null, false, Map.of("work_mem", "5MB")))) {
            assertThat(one(database, "show work_mem")).isEqualTo("5MB");
        }
    }

    @Test
    void anOptionPostgresDoesNotKnowIsNamed() {
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> start(new Settings(name, null, false, Map.of("wrok_mem", "5MB"))))
                .withMessageContaining("wrok_mem");
    }

    @Test
    void aFileInTheWayIsRefused() throws Exception {
        Files.createDirectories(HOME);
        Files.writeString(HOME.resolve(name), "a file");
        refused("not-writable", HOME.resolve(name).toAbsolutePath());
        Files.delete(HOME.resolve(name));
    }

    private void refused(String key, Object... facts) {
        assertThatExceptionOfType(NotStarted.class).isThrownBy(this::start).satisfies(told -> {
            assertThat(told.getMessage()).isEqualTo(Words.say(key, facts));
            assertThat(told.remedy()).isEqualTo(Words.say(key + ".do", facts));
        });
    }

    private Home home() {
        return new Home(HOME.toAbsolutePath(), name);
    }

    private Database start() {
        return start(Settings.named(name));
    }

    private Database start(Settings settings) {
        return Database.start(HOME, settings, Keeping.DURABLE, told::add);
    }

    private Tenant inAnotherProcess() throws IOException {
        return Tenant.in(HOME, name);
    }

    private static void kill(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-9", String.valueOf(pid)).start().waitFor())
                .isZero();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    static java.sql.Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    static void write(Database database, String words) throws SQLException {
        try (var connection = connect(database);
                var sql = connection.createStatement()) {
            sql.execute("create table if not exists kept (at serial, words text)");
            sql.execute("insert into kept (words) values ('" + words + "')");
        }
    }

    private static List<String> read(Database database) throws SQLException {
        return column(database, "select words from kept order by at");
    }

    private static List<String> tables(Database database) throws SQLException {
        return column(database, "select relname from pg_stat_user_tables");
    }

    private static String one(Database database, String question) throws SQLException {
        return column(database, question).getFirst();
    }

    private static List<String> column(Database database, String question) throws SQLException {
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
}
