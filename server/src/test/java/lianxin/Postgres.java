package lianxin;

import java.io.File;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import lianxin.embedded.Database;
import lianxin.embedded.Keeping;
import lianxin.embedded.Settings;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** One real Postgres for the whole test run, empty at its start. Its session clock is deliberately not UTC. */
public class Postgres implements LauncherSessionListener {

    private final Database database =
            Database.start(Path.of("target", "postgres"), Settings.named("tests"), Keeping.THROWAWAY, _ -> {});

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Logs.alsoOf(database);
        System.setProperty("spring.datasource.url", database.way().url());
        System.setProperty("spring.datasource.username", database.way().user());
        System.setProperty("spring.datasource.password", database.way().password());
        System.setProperty("spring.flyway.user", database.way().owner());
        System.setProperty("spring.flyway.password", database.way().ownerPassword());
        System.setProperty("spring.datasource.hikari.connection-init-sql", "set timezone to 'America/Lima'");
        System.setProperty("spring.datasource.hikari.connection-timeout", "10000");
        System.setProperty("lianxin.imports.dir", "target/imports");
        FileSystemUtils.deleteRecursively(new File("target/keys/tests"));
        System.setProperty("lianxin.keys", "target/keys/tests");
    }

    /** Spring's cached contexts live on until the process ends, and their pools with them; they must not outlive this. */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SpringApplication.getShutdownHandlers().add(database::close);
        if (nobodyIsConnected()) {
            database.close();
        }
    }

    private boolean nobodyIsConnected() {
        try (var connection = DriverManager.getConnection(
                        database.way().url(),
                        database.way().user(),
                        database.way().password());
                var sql = connection.createStatement();
                var others = sql.executeQuery(
                        "select 1 from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()")) {
            return !others.next();
        } catch (SQLException e) {
            return true;
        }
    }
}
