package lianxin;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** One real Postgres for the whole test run. Its session clock is deliberately not UTC. */
public class Postgres implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("shared_buffers", "128MB")
                    .start();
            System.setProperty("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
            System.setProperty("spring.datasource.hikari.connection-init-sql", "set timezone to 'America/Lima'");
            System.setProperty("spring.datasource.hikari.connection-timeout", "1000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
