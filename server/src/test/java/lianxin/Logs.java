package lianxin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import lianxin.embedded.Database;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Everything the whole run logs: what it says on the terminal is copied to a file, what its databases say lies in their own. {@link LogsTest} reads it at the end. */
public class Logs implements TestExecutionListener {

    private static final Path TERMINAL = Path.of("target", "logs", "terminal.log");
    private static final List<Path> DATABASES = new CopyOnWriteArrayList<>();

    static void alsoOf(Database database) {
        DATABASES.add(database.log());
    }

    /** What has been written so far, file by file. */
    static Stream<Path> all() {
        System.out.flush();
        System.err.flush();
        return Stream.concat(Stream.of(TERMINAL), DATABASES.stream()).filter(Files::exists);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        try {
            Files.createDirectories(TERMINAL.getParent());
            var copy = Files.newOutputStream(TERMINAL);
            System.setOut(both(System.out, copy));
            System.setErr(both(System.err, copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream both(PrintStream terminal, OutputStream copy) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        terminal.write(bytes, from, length);
                        copy.write(bytes, from, length);
                    }

                    @Override
                    public void flush() {
                        terminal.flush();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
