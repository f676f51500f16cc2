package lianxin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a thread asks of the database, counted between the pool and the house: statements, transactions, and those among them that wrote and so waited for the disk. */
public final class Counted implements BeanPostProcessor, PriorityOrdered {

    private static final ThreadLocal<@Nullable Cost> NOW = new ThreadLocal<>();

    /** Something that asks the database. */
    @FunctionalInterface
    public interface Work {
        void done() throws Exception;
    }

    /** What some work cost; {@code asked} are its statements in their order. */
    public static final class Cost {
        public int transactions;
        public int written;
        public final List<String> asked = new ArrayList<>();

        public int statements() {
            return asked.size();
        }

        @Override
        public String toString() {
            return "%d transactions, %d of them written, %d statements".formatted(transactions, written, statements());
        }
    }

    /** What {@code work} asks, on a thread of its own that stands for nobody, as that of a request. */
    public static Cost of(Work work) throws Exception {
        var cost = new Cost();
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.submit(() -> {
                        NOW.set(cost);
                        work.done();
                        return null;
                    })
                    .get();
        }
        return cost;
    }

    /** Before whatever else puts itself before the pool. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool
                ? new DelegatingDataSource(pool) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return proxy(Connection.class, new OfConnection(super.getConnection()));
                    }
                }
                : bean;
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static final class OfConnection implements InvocationHandler {

        private final Connection real;
        private boolean open;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            var cost = NOW.get();
            if (cost != null
                    && open
                    && (method.getName().equals("commit") || method.getName().equals("rollback"))) {
                cost.transactions++;
                cost.written += method.getName().equals("commit") && wrote() ? 1 : 0;
                open = false;
            }
            var answer = pass(real, method, arguments);
            return answer instanceof Statement statement && cost != null
                    ? counted(statement, method, arguments == null ? "" : String.valueOf(arguments[0]))
                    : answer;
        }

        private boolean wrote() throws SQLException {
            try (var sql = real.createStatement();
                    var row = sql.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
                row.next();
                return row.getBoolean(1);
            }
        }

        private Object counted(Statement statement, Method made, String asked) {
            return proxy(made.getReturnType().asSubclass(Statement.class), (_, method, arguments) -> {
                var cost = NOW.get();
                if (cost != null && method.getName().startsWith("execute")) {
                    cost.asked.add(asked.strip());
                    if (real.getAutoCommit()) {
                        cost.transactions++;
                        cost.written += method.getName().equals("executeUpdate") ? 1 : 0;
                    } else {
                        open = true;
                    }
                }
                return pass(statement, method, arguments);
            });
        }

        private static @Nullable Object pass(Object real, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }
}
