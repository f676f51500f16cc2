package lianxin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A command that was run to its end, and what it said. */
record Command(int exit, String said) {

    static Command run(List<String> command, Path folder) {
        try {
            var process = prepared(command, folder).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said);
        } catch (IOException e) {
            // No such file although it is there: its loader is missing. Permission denied: a noexec mount.
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Without the caller's PG… variables, and in English, so that what it says can be understood. */
    static ProcessBuilder prepared(List<String> command, Path folder) {
        var prepared = new ProcessBuilder(command).directory(folder.toFile());
        prepared.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LD_"));
        prepared.environment().put("LC_ALL", "C");
        return prepared;
    }

    boolean worked() {
        return exit == 0;
    }
}
