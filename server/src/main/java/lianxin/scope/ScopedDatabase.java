package lianxin.scope;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** The one way to the database: whoever takes a connection takes it as what his thread stands as, and returns it as nobody. Nobody’s work is told how long it has, too. */
final class ScopedDatabase extends DelegatingDataSource {

    private final DataSource pool;

    private ScopedDatabase(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var pace = Pace.now();
        var real = pace.take(pool);
        var scope = Standing.now();
        return scope == null && pace != Pace.WORK
                ? real
                : (Connection) Calls.proxy(Connection.class, new ScopedConnection(real, scope));
    }

    /** Puts itself between the pool and everybody else. */
    @Component
    static class Wrapping implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool && !(bean instanceof ScopedDatabase)
                    ? new ScopedDatabase(pool)
                    : bean;
        }
    }
}
