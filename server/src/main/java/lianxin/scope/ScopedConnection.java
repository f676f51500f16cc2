package lianxin.scope;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection in somebody's name. Each transaction begins by saying whose. What is asked outside a transaction is put into one of its own, which may
 * only read. A plain write outside a transaction is in nobody's name: it works where there is no wall (the table of jobs), and is an error where there is.
 */
final class ScopedConnection implements InvocationHandler {

    private static final Pattern WRITE = Pattern.compile("\\s*(?:insert|update|delete|create|drop|analyze)\\b", Pattern.CASE_INSENSITIVE);

    private final Connection real;
    private final Scope scope;

    /** Whether the transaction under way is one nobody asked for. */
    private boolean reading;

    ScopedConnection(Connection real, Scope scope) {
        this.real = real;
        this.scope = scope;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "setAutoCommit" -> {
                begin(Boolean.FALSE.equals(arguments == null ? null : arguments[0]));
                return null;
            }
            case "getAutoCommit" -> {
                return reading || real.getAutoCommit();
            }
            case "prepareStatement", "prepareCall", "createStatement" -> {
                if (arguments == null || !WRITE.matcher(String.valueOf(arguments[0])).lookingAt()) {
                    beginReading();
                }
            }
            case "close" -> endReading();
            default -> {}
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private void begin(boolean transaction) throws SQLException {
        endReading();
        var begins = transaction && real.getAutoCommit();
        real.setAutoCommit(!transaction);
        if (begins) {
            tell();
        }
    }

    private void beginReading() throws SQLException {
        if (real.getAutoCommit()) {
            real.setReadOnly(true);
            real.setAutoCommit(false);
            reading = true;
            tell();
        }
    }

    /** Nothing was written, so rolling back is as good as committing, and works after an error too. */
    private void endReading() throws SQLException {
        if (reading && !real.isClosed()) {
            real.rollback();
            real.setAutoCommit(true);
            real.setReadOnly(false);
        }
        reading = false;
    }

    private void tell() throws SQLException {
        try (var statement = real.prepareStatement(Settings.OF_TRANSACTION)) {
            var settings = Settings.of(scope);
            for (var i = 0; i < settings.length; i++) {
                statement.setObject(i + 1, settings[i]);
            }
            statement.executeQuery().close();
        }
    }
}
