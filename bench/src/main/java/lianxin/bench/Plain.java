package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/** The bounds: what the database alone takes for the same rows and the same look-ups, asked by one connection in the same run. */
final class Plain implements AutoCloseable {

    private final Connection database;

    Plain(Connection database) {
        this.database = database;
    }

    /**
     * How long a COPY of the rows of {@code table} takes, committed.
     *
     * @param including what the copy has besides columns, as {@code create table … like} names it
     */
    Duration copy(String table, String including) throws IOException, SQLException {
        var file = Files.createTempFile("lianxin-bench", ".copy");
        try (var sql = database.createStatement()) {
            var copies = database.unwrap(PGConnection.class).getCopyAPI();
            sql.execute("create table bench_copy (like %s including generated %s)".formatted(table, including));
            var columns = columns(table);
            try (var out = Files.newOutputStream(file)) {
                copies.copyOut("copy %s (%s) to stdout (format binary)".formatted(table, columns), out);
            }
            sql.execute("checkpoint");
            long began = System.nanoTime();
            try (var in = Files.newInputStream(file)) {
                copies.copyIn("copy bench_copy (%s) from stdin (format binary)".formatted(columns), in, 1 << 16);
            }
            return Duration.ofNanos(System.nanoTime() - began);
        } finally {
            try (var sql = database.createStatement()) {
                sql.execute("drop table if exists bench_copy");
            }
            Files.delete(file);
        }
    }

    private String columns(String table) throws SQLException {
        return String.join(
                ", ",
                texts(
                        "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum"
                                .formatted(table)));
    }

    void run(String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The first column of the answer. */
    List<String> texts(String query) throws SQLException {
        try (var sql = database.createStatement();
                var rows = sql.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The median time of a prepared look-up over {@code times} arguments, in microseconds, every row fetched. */
    long median(String query, int times, IntFunction<String> argument) throws SQLException {
        var took = new long[times];
        try (var sql = database.prepareStatement(query)) {
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                sql.setString(1, argument.apply(i));
                try (var rows = sql.executeQuery()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
                took[i] = (System.nanoTime() - began) / 1_000;
            }
        }
        Arrays.sort(took);
        return took[times / 2];
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
