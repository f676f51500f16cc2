package lianxin.embedded;

import static lianxin.embedded.DatabaseTest.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.util.FileSystemUtils;

/** One database through everything that can happen to it. The servers are real, and really killed. */
class SurvivalTest {

    static final String NAME = "survivor";

    static final Home PLACE = new Home(HOME, NAME);

    private final List<String> told = new ArrayList<>();

    /** What this test writes; others wrote theirs. */
    private String words = "";

    @BeforeAll
    static void fromNothing() throws IOException {
        FileSystemUtils.deleteRecursively(PLACE.mine());
    }

    @BeforeEach
    void ownWords(TestInfo test) {
        words = test.getDisplayName();
    }

    @Test
    void whatWasCommittedIsThereAtTheSecondStart() throws Exception {
        try (var first = start()) {
            write(first, words);
        }
        told.clear();
        try (var second = start()) {
            assertThat(read(second)).contains(words);
            assertThat(told).hasSize(1); // ready; nothing unpacked, nothing created
        }
    }

    @Test
    void aKilledServerComesBackOnTheSamePort() throws Exception {
        try (var database = start()) {
            write(database, words);
            var killed = database.pid();
            kill(killed);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(SQLException.class)
                    .untilAsserted(() -> {
                        assertThat(database.pid()).isNotEqualTo(killed);
                        assertThat(read(database)).contains(words);
                    });
            write(database, words + " and after");
            assertThat(read(database)).contains(words + " and after");
        }
    }

    @Test
    void aServerKilledAfterItsOwnerLeavesNothingInTheWay() throws Exception {
        var tenant = Tenant.in(HOME, NAME, words);
        tenant.kill();
        kill(tenant.server());
        try (var database = start()) {
            assertThat(read(database)).contains(words);
        }
    }

    @Test
    void aKilledOwnersServerIsStoppedAndReplaced() throws Exception {
        var tenant = Tenant.in(HOME, NAME, words);
        tenant.kill();
        assertThat(ProcessHandle.of(tenant.server())).isPresent();
        told.clear();
        try (var database = start()) {
            assertThat(read(database)).contains(words);
            assertThat(database.pid()).isNotEqualTo(tenant.server());
            assertThat(told).hasSize(2); // the orphan, and ready
        }
    }

    @Test
    void twoProcessesDoNotShareIt() throws Exception {
        var tenant = Tenant.in(HOME, NAME, words);
        refused("in-use", PLACE.mine(), tenant.owner().pid());
        tenant.kill();
        start().close();
    }

    @Test
    void butOneMayComeInBesideIt() throws Exception {
        assertThat(Database.keptElsewhere(HOME, NAME)).isEmpty();
        var tenant = Tenant.in(HOME, NAME, words);
        var way = Database.keptElsewhere(HOME, NAME).orElseThrow();
        try (var connection = DriverManager.getConnection(way.url(), way.user(), way.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
        refused("in-use", PLACE.mine(), tenant.owner().pid());
        tenant.kill();
        assertThat(Database.keptElsewhere(HOME, NAME)).isEmpty();
        try (var _ = start()) {
            assertThat(Database.keptElsewhere(HOME, NAME)).as("one's own").isEmpty();
        }
    }

    @Test
    void norDoesOneProcessOpenItTwice() {
        var us = ProcessHandle.current().pid();
        try (var _ = start()) {
            refused("in-use", PLACE.mine(), us);
            refused("in-use", PLACE.mine(), us);
        }
    }

    @Test
    void anotherVersionsDataIsRefusedAndLeftAlone() throws Exception {
        start().close();
        var version = PLACE.data().resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        refused("other-version", PLACE.data(), 17, 18);
        assertThat(version).hasContent("17");
        Files.writeString(version, "18\n");
    }

    @Test
    void withoutItsPasswordsItIsRefusedNotReplaced() throws Exception {
        start().close();
        var kept = Files.readString(PLACE.passwords());
        Files.writeString(PLACE.passwords(), "");
        refused("no-passwords", PLACE.passwords());
        Files.writeString(PLACE.passwords(), kept);
        start().close();
    }

    @Test
    void aStalePidFileIsNoHindrance() throws Exception {
        start().close();
        // As after a power cut: the number now belongs to somebody else, here to ourselves.
        Files.writeString(
                PLACE.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        start().close();
    }

    @Test
    void aTakenPortIsExchanged() throws Exception {
        start().close();
        var port = Files.readString(PLACE.port());
        try (var _ = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress());
                var database = start()) {
            assertThat(database.way().url()).doesNotContain(":" + port + "/");
        }
    }

    @Test
    void freshForgetsEverythingAndAnInterruptedCreationIsBegunAgain() throws Exception {
        try (var first = start()) {
            write(first, words);
        }
        Files.createDirectories(PLACE.database().resolve("data.new/base"));
        var wanted = new Settings(NAME, null, true, Map.of());
        try (var fresh = Database.start(HOME, wanted, Keeping.DURABLE, told::add)) {
            assertThat(DatabaseTest.column(fresh, "select relname from pg_stat_user_tables"))
                    .isEmpty();
        }
        assertThat(PLACE.database().resolve("data.new")).doesNotExist();
    }

    @Test
    void aFileInTheWayIsRefused() throws Exception {
        var file = Files.createTempFile(HOME, "file", "");
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> Database.start(file, Settings.named(NAME), Keeping.DURABLE, told::add))
                .withMessage(Words.say("not-writable", file.toAbsolutePath().resolve(NAME)));
        Files.delete(file);
    }

    private void refused(String key, Object... facts) {
        assertThatExceptionOfType(NotStarted.class).isThrownBy(this::start).satisfies(told -> {
            assertThat(told.getMessage()).isEqualTo(Words.say(key, facts));
            assertThat(told.remedy()).isEqualTo(Words.say(key + ".do", facts));
        });
    }

    private Database start() {
        return Database.start(HOME, Settings.named(NAME), Keeping.DURABLE, told::add);
    }

    private static void kill(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-9", String.valueOf(pid)).start().waitFor())
                .isZero();
    }

    static void write(Database database, String words) throws SQLException {
        try (var connection = DatabaseTest.connect(database);
                var sql = connection.createStatement()) {
            sql.execute("create table if not exists kept (words text)");
            sql.execute("insert into kept values ('" + words + "')");
        }
    }

    private static List<String> read(Database database) throws SQLException {
        return DatabaseTest.column(database, "select words from kept");
    }
}
