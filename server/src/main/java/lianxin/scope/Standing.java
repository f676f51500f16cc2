package lianxin.scope;

import java.util.Objects;
import javax.sql.DataSource;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * On whose behalf this thread asks the database. A request stands as its caller; a job says that it stands as the house. In a transaction that has
 * begun already the change holds until the work is done, then what held before holds again.
 */
@Component
public class Standing {

    private static final ThreadLocal<@Nullable Scope> NOW = new ThreadLocal<>();

    private final DataSource database;
    private final JdbcTemplate sql;

    Standing(DataSource database, JdbcTemplate sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Work that answers, or throws what it likes. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T done() throws X;
    }

    /** Work that answers nothing. */
    @FunctionalInterface
    public interface Deed<X extends Exception> {
        void done() throws X;
    }

    /** Does {@code work} on behalf of somebody who may see {@code scope}. */
    public <T extends @Nullable Object, X extends Exception> T as(Scope scope, Work<T, X> work) throws X {
        try (var _ = from(scope)) {
            return work.done();
        }
    }

    /** Does {@code work} as the house, which sees all: jobs, news that is followed, and the few questions that must look beyond the caller's ground. */
    public <T extends @Nullable Object, X extends Exception> T house(Work<T, X> work) throws X {
        return as(Scope.HOUSE, work);
    }

    /** As {@link #house(Work)}. */
    public <X extends Exception> void houseDoes(Deed<X> deed) throws X {
        try (var _ = from(Scope.HOUSE)) {
            deed.done();
        }
    }

    /** From now on, until closed. For gate and door of a request, which have no one block of code around it; everywhere else {@link #as}. */
    public Until from(Scope scope) {
        var before = NOW.get();
        tell(before, scope);
        NOW.set(scope);
        return () -> {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
            tellAgain(scope, before);
        };
    }

    /** The ground of whoever this thread stands as; none for nobody. */
    public Ground ground() {
        var scope = NOW.get();
        return scope == null ? Ground.NONE : scope.ground();
    }

    /** Ends a standing. */
    public interface Until extends AutoCloseable {
        @Override
        void close();
    }

    static @Nullable Scope now() {
        return NOW.get();
    }

    /** For tests: this thread stands so wherever nothing else is said. */
    static void assume(Scope scope) {
        NOW.set(scope);
    }

    private void tell(@Nullable Scope before, @Nullable Scope scope) {
        if (!Objects.equals(before, scope) && TransactionSynchronizationManager.hasResource(database)) {
            if (before == null) { // it began as nobody's, so nobody has told how long it may be kept
                sql.queryForList(Settings.AT_BEGIN, Settings.of(scope, Pace.now()));
            } else {
                sql.queryForList(Settings.OF_TRANSACTION, Settings.of(scope));
            }
        }
    }

    /** A transaction that has failed takes no more orders, and needs none: it can only be rolled back. */
    private void tellAgain(Scope scope, @Nullable Scope before) {
        try {
            tell(scope, before);
        } catch (DataAccessException e) {
            if (!TransactionState.failed(database)) {
                throw e;
            }
        }
    }
}
