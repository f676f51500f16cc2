package lianxin.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Pours rows into a table as PostgreSQL's COPY takes them (text format). Held rows: none beyond a buffer of 64 KiB. */
final class Copy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final CopyIn into;
    private final StringBuilder waiting = new StringBuilder(BUFFER + 1024);
    private boolean firstOfRow = true;

    /**
     * {@code statement} is a {@code copy … from stdin}. The connection is closed with this. It is one statement for as long as rows come, so it is in a
     * transaction: only there does the database know that it is work and may take its time.
     */
    Copy(Connection connection, String statement) throws SQLException {
        this.connection = connection;
        try {
            connection.setAutoCommit(false);
            this.into = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** One value of the row that {@link #end} ends. */
    Copy put(@Nullable Object value) {
        if (!firstOfRow) {
            waiting.append('\t');
        }
        firstOfRow = false;
        switch (value) {
            case null -> waiting.append("\\N");
            case List<?> several -> array(several);
            default -> escaped(value.toString());
        }
        return this;
    }

    void end() {
        waiting.append('\n');
        firstOfRow = true;
        if (waiting.length() >= BUFFER) {
            send();
        }
    }

    /** Everything is there. Without this, nothing is. */
    long finish() {
        send();
        try {
            var rows = into.endCopy();
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void send() {
        var bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        waiting.setLength(0);
        try {
            into.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Codes only, which need no quoting. */
    private void array(List<?> values) {
        waiting.append('{');
        for (int i = 0; i < values.size(); i++) {
            waiting.append(i == 0 ? "" : ",").append(values.get(i));
        }
        waiting.append('}');
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> waiting.append("\\\\");
                case '\t' -> waiting.append("\\t");
                case '\n' -> waiting.append("\\n");
                case '\r' -> waiting.append("\\r");
                case '\0' -> throw new IllegalArgumentException("A text with a zero character");
                default -> waiting.append(c);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (into.isActive()) {
                into.cancelCopy();
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
