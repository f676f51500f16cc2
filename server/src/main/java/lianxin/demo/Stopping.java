package lianxin.demo;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ctrl-C: whoever makes the demonstration puts down what he is at, before the house closes around him. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Stopping {

    private static final int MOMENT_MS = 500;
    private static final int PATIENCE_MS = 30_000;

    private final JdbcClient sql;
    private final LoggingSystem logging;
    private final ReentrantLock making = new ReentrantLock();
    private volatile boolean asked;

    Stopping(JdbcClient sql, LoggingSystem logging) {
        this.sql = sql;
        this.logging = logging;
    }

    /** It was asked for. */
    static final class Stopped extends RuntimeException {}

    boolean asked() {
        return asked;
    }

    /** @throws Stopped when it was asked for */
    void check() {
        if (asked) {
            throw new Stopped();
        }
    }

    /** Does the work; the house stays open until it is over. */
    void during(Runnable work) {
        making.lock();
        try {
            work.run();
        } finally {
            making.unlock();
        }
    }

    /**
     * What the database is at just now would go on for minutes, so it is called off; nothing of it is kept. What fails from now on was cut short on
     * purpose and is done again at the next start: nobody needs to read of it.
     */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        asked = true;
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        logging.setLogLevel("lianxin", LogLevel.OFF);
        if (over(MOMENT_MS)) {
            return;
        }
        sql.sql("""
                select pg_cancel_backend(pid) from pg_stat_activity
                 where datname = current_database() and usename = current_user and state = 'active' and pid <> pg_backend_pid()
                """).query().listOfRows();
        over(PATIENCE_MS);
    }

    /** The house closes around whoever calls this; he would only be in the way of it. */
    static void stay() {
        while (true) {
            LockSupport.park();
        }
    }

    private boolean over(int ms) throws InterruptedException {
        boolean over = making.tryLock(ms, TimeUnit.MILLISECONDS);
        if (over) {
            making.unlock();
        }
        return over;
    }
}
