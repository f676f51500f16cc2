package lianxin.record;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code audit export}: the whole record on standard output, read straight from a running database, for whoever keeps the machine. It needs the
 * database’s password and nothing of the application.
 */
public final class ExportCommand {

    /** The record of all places, as the house sees it. */
    private static final Properties WHOLE = new Properties();

    static {
        WHOLE.setProperty("options", "-c app.lo=0 -c app.hi=10000000000000");
    }

    private ExportCommand() {}

    /** Where the record is. */
    public record Source(String url, String user, String password) {}

    /** Writes it out. Answers with an exit code. */
    @SuppressWarnings("SystemOut") // standard output is the file, standard error the terminal
    public static int run(Optional<Source> source) throws IOException {
        if (source.isEmpty()) {
            System.err.println(
                    "Lianxin is not running here: start it first, or set SPRING_DATASOURCE_URL.\n连心没有在这里运行：请先启动，或设置 SPRING_DATASOURCE_URL。");
            return 1;
        }
        var from = source.get();
        var database = new DriverManagerDataSource(from.url(), from.user(), from.password());
        database.setConnectionProperties(WHOLE);
        var sql = JdbcClient.create(database);
        var store = new RecordStore(sql, new Checkpoints(sql, new CosignatureStore(sql)));
        try (var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            store.export(out);
        }
        return 0;
    }
}
