package lianxin.scope;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection in somebody's name. Each transaction begins by saying whose, and how long it may be kept; a statement outside one gets a transaction of its
 * own, which is committed, or taken back, before its answer is given. In nobody's name a statement outside a transaction stays one.
 */
final class ScopedConnection implements InvocationHandler {

    private final Connection real;
    private final @Nullable Scope scope;

    ScopedConnection(Connection real, @Nullable Scope scope) {
        this.real = real;
        this.scope = scope;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean alone = real.getAutoCommit();
        var answer = Calls.pass(real, method, arguments);
        if (alone && method.getName().equals("setAutoCommit") && !real.getAutoCommit()) {
            tell();
        }
        if (scope == null) {
            return answer;
        }
        if (answer instanceof PreparedStatement statement && arguments != null && arguments[0] instanceof String sql) {
            Plans.choose(statement, sql);
        }
        return alone && answer instanceof Statement statement
                ? Calls.proxy(method.getReturnType(), (_, deed, facts) -> run(statement, deed, facts))
                : answer;
    }

    private @Nullable Object run(Statement statement, Method deed, @Nullable Object @Nullable [] facts)
            throws Throwable {
        if (!deed.getName().startsWith("execute") || !real.getAutoCommit()) {
            return Calls.pass(statement, deed, facts);
        }
        real.setAutoCommit(false);
        try {
            tell();
            statement.setFetchSize(0); // rows fetched piece by piece would end with the transaction
            var answer = Calls.pass(statement, deed, facts);
            real.commit();
            return answer;
        } catch (Throwable e) {
            real.rollback();
            throw e;
        } finally {
            real.setAutoCommit(true);
        }
    }

    private void tell() throws SQLException {
        try (var statement = real.prepareStatement(Settings.AT_BEGIN)) {
            var settings = Settings.of(scope, Pace.now());
            for (var i = 0; i < settings.length; i++) {
                statement.setObject(i + 1, settings[i]);
            }
            statement.executeQuery().close();
        }
    }
}
