package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running database in the box. While it is open it is kept alive: when PostgreSQL is killed it is started again on
 * the same port, and what was committed is there.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** The database, and the role that owns it and migrates it. Nobody's superuser, as on a server of the county's own. */
    private static final String OWNER = "lianxin";

    /** The role the application works as: it owns nothing, so no wall of the database is its to take down. */
    static final String HOUSE = "lianxin_app";

    /** Who dies sooner than this, three times running, would die a fourth time. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(10);

    private static final int SHORT_LIVES = 3;

    private final Cluster cluster;
    private final Claim claim;
    private final Passwords passwords;
    private final Map<String, String> settings;
    private final Consumer<String> tell;

    private Postmaster server;
    private long bornAt = System.nanoTime();
    private int shortLives;
    private boolean closed;

    private Database(
            Cluster cluster, Claim claim, Passwords passwords, Map<String, String> settings, Consumer<String> tell)
            throws IOException {
        this.cluster = cluster;
        this.claim = claim;
        this.passwords = passwords;
        this.settings = settings;
        this.tell = tell;
        this.server = cluster.launch(settings, tell);
    }

    /**
     * Starts the database kept under the home folder, making it on the first day.
     *
     * @param chosen the folder somebody chose; null for {@code .lianxin} in the current one. What nobody chose, or nobody
     *     will miss, may lie elsewhere when PostgreSQL’s account cannot enter that folder
     * @param tell hears one line for every step that takes time
     * @throws NotStarted when it cannot run here; it says why and what to do
     */
    public static Database start(@Nullable Path chosen, Settings wanted, Keeping keeping, Consumer<String> tell) {
        var home = home(chosen, wanted.name(), keeping);
        var claim = Claim.on(home);
        try {
            var account = Account.forDatabaseIn(home.database());
            var cluster = new Cluster(home, Binaries.in(home.root(), tell), account);
            if (wanted.fresh()) {
                cluster.forget(tell);
            }
            var watch = Watch.started();
            var passwords = cluster.prepare(keeping, tell);
            var database = new Database(cluster, claim, passwords, cluster.settings(wanted, keeping), tell);
            database.furnish(keeping);
            database.whenItDies();
            tell.accept(Words.say("started", watch.seconds(), home.mine()));
            return database;
        } catch (IOException e) {
            claim.close();
            throw Complaint.of(String.valueOf(e), home.mine());
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    /**
     * The way into the database another process keeps running under the home folder; empty when none does.
     *
     * @param chosen as in {@link #start}
     */
    public static Optional<Way> keptElsewhere(@Nullable Path chosen, String name) {
        var home = home(chosen, name, Keeping.DURABLE);
        if (!Claim.elsewhere(home)) {
            return Optional.empty();
        }
        try {
            var port = Integer.parseInt(Files.readString(home.port()).strip());
            return Optional.of(Way.to(url(port, OWNER), Passwords.in(home), home.keys()));
        } catch (IOException | NumberFormatException e) {
            throw Complaint.of(String.valueOf(e), home.mine());
        }
    }

    private static Home home(@Nullable Path chosen, String name, Keeping keeping) {
        var root = chosen != null && keeping == Keeping.DURABLE
                ? chosen
                : Home.preferring(chosen != null ? chosen : Path.of(".lianxin"), name);
        return Home.at(root, name);
    }

    /** How to come in. */
    public Way way() {
        return Way.to(url(OWNER), passwords, cluster.home().keys());
    }

    /**
     * A way into a database.
     *
     * @param user the role the application works as
     * @param owner the role that migrates
     * @param keys a folder for the keys to what is in it: beside the database, never in it, and not in the same backup
     */
    public record Way(String url, String user, String password, String owner, String ownerPassword, Path keys) {

        private static Way to(String url, Passwords passwords, Path keys) {
            return new Way(url, HOUSE, passwords.house(), OWNER, passwords.owner(), keys);
        }

        @Override
        public String toString() {
            return "Way to " + url;
        }
    }

    /** PostgreSQL's first process, for whoever wants to watch it, or to kill it in a test. */
    public synchronized long pid() {
        return server.process().pid();
    }

    /** Where PostgreSQL writes what it has to say. */
    public Path log() {
        return cluster.home().log();
    }

    /** Stops it when all is on the disk, and lets others have it. Idempotent. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            cluster.leftovers().stop();
            claim.close();
        }
    }

    private String url(String database) {
        return url(server.port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Makes the two roles and the database where they are missing; a throwaway one anew. */
    private void furnish(Keeping keeping) {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", passwords.keeper());
                var sql = connection.createStatement()) {
            role(sql, OWNER, passwords.owner());
            role(sql, HOUSE, passwords.house());
            if (keeping == Keeping.THROWAWAY) {
                sql.execute("drop database if exists %s with (force)".formatted(OWNER));
            }
            if (!has(sql, "select 1 from pg_database where datname = '%s'".formatted(OWNER))) {
                sql.execute("create database %1$s owner %1$s".formatted(OWNER));
            }
        } catch (SQLException e) {
            cluster.leftovers().stop();
            throw Complaint.of(String.valueOf(e.getMessage()), cluster.home().log());
        }
    }

    private static void role(Statement sql, String name, String password) throws SQLException {
        if (!has(sql, "select 1 from pg_roles where rolname = '%s'".formatted(name))) {
            sql.execute("create role %s".formatted(name));
        }
        sql.execute("alter role %s login nosuperuser nobypassrls password '%s'".formatted(name, password));
    }

    private static boolean has(Statement sql, String question) throws SQLException {
        try (var answer = sql.executeQuery(question)) {
            return answer.next();
        }
    }

    private synchronized void whenItDies() {
        var _ = server.death().thenRun(this::revive);
    }

    private synchronized void revive() {
        if (closed) {
            return;
        }
        var lived = Duration.ofNanos(System.nanoTime() - bornAt);
        shortLives = lived.compareTo(SHORT_LIFE) < 0 ? shortLives + 1 : 0;
        if (shortLives >= SHORT_LIVES) {
            LOG.error(
                    "PostgreSQL died {} times in a row; it stays down. See {}",
                    shortLives,
                    cluster.home().log());
            return;
        }
        LOG.warn("PostgreSQL died after {} s; it is being started again", lived.toSeconds());
        try {
            cluster.leftovers().clear(tell);
            server = cluster.relaunch(server.port(), settings, tell);
            bornAt = System.nanoTime();
            whenItDies();
            LOG.warn("PostgreSQL is back");
        } catch (IOException | NotStarted e) {
            LOG.error("PostgreSQL could not be started again and stays down: {}", e.getMessage());
        }
    }
}
