package lianxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A measurement in another process. */
final class Fork {

    private Fork() {}

    /** A fresh JVM of this version, with the serial collector (the leanest) and so much heap, which runs one of our commands. */
    static Spent java(String heap, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path")));
        command.add(Bench.class.getName());
        command.addAll(arguments);
        return of(command.toArray(String[]::new));
    }

    static Spent of(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            var line = said.lines().filter(Spent::isLine).findFirst();
            if (process.waitFor() != 0 || line.isEmpty()) {
                throw new IOException("did not finish: " + String.join(" ", command));
            }
            return Spent.ofLine(line.get());
        } finally {
            process.destroy();
        }
    }
}
