package lianxin.scope;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * How long the database may keep whoever asks. Somebody who waits for an answer is soon told to come again, and of what he asked nothing is kept; what nobody
 * waits for takes its time. Each thread has one, and keeps it for the transactions it begins.
 */
public enum Pace {
    /** Nobody waits: jobs, imports, news that is followed, and deeds of a person who knows that they take minutes. */
    WORK("2min", "30min", "10min", Duration.ZERO, 15),

    /** A person waits for a page. What the sessions of the pool have anyway ({@code application.properties}). */
    PAGE("3s", "2min", "10min", Duration.ofSeconds(150), 1),

    /** A phone waits, and comes again by itself. */
    PHONE("3s", "10s", "15s", Duration.ofSeconds(15), 1);

    private static final ThreadLocal<Pace> NOW = ThreadLocal.withInitial(() -> WORK);

    private final String lock;
    private final String statement;
    private final String idle;
    private final Duration silence;
    private final int tries;

    /**
     * @param lock longest wait for a lock, {@code statement} for a statement, {@code idle} for whoever forgot that a transaction is open, as PostgreSQL reads it
     * @param silence after which a database that says nothing at all is given up; zero for never
     * @param tries how often the pool is asked for a connection; each time it waits as long as it was told to
     */
    Pace(String lock, String statement, String idle, Duration silence, int tries) {
        this.lock = lock;
        this.statement = statement;
        this.idle = idle;
        this.silence = silence;
        this.tries = tries;
    }

    /** From now on, on this thread, until closed. */
    public Standing.Until begin() {
        var before = NOW.get();
        NOW.set(this);
        return () -> NOW.set(before);
    }

    static Pace now() {
        return NOW.get();
    }

    /** As {@link Settings#AT_BEGIN} wants it. */
    Object[] settings() {
        return new Object[] {lock, statement, idle};
    }

    /** A connection, when one is free in time. */
    Connection take(DataSource pool) throws SQLException {
        for (var tried = 1; ; tried++) {
            try {
                return listening(pool.getConnection());
            } catch (SQLTransientConnectionException e) {
                if (tried == tries) {
                    throw e;
                }
            }
        }
    }

    /** The pool takes it back, when it is returned, as it was. */
    private Connection listening(Connection connection) throws SQLException {
        try {
            if (silence.isPositive()) {
                connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
