package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** PostgreSQL's first process, our child; we hear at once when it dies. */
record Postmaster(Process process, int port) {

    private static final int PATIENCE_MS = 3_000;

    /** Starts it and waits until it takes sessions. Nothing, when somebody else listens on that port. */
    static Optional<Postmaster> launch(Cluster cluster, int port, Map<String, String> settings, Consumer<String> tell)
            throws IOException {
        var home = cluster.home();
        var command = new ArrayList<>(List.of(
                cluster.binaries().program("postgres"), "-D", home.data().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        command.addAll(
                List.of("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories="));
        var process = Command.prepared(cluster.account().running(command), home.database())
                .redirectErrorStream(true)
                .redirectOutput(home.log().toFile())
                .start();
        process.getOutputStream().close();
        var server = new Postmaster(process, port);
        if (server.untilReady(home.data().resolve("postmaster.pid"), tell)) {
            return Optional.of(server);
        }
        var said = Files.readString(home.log());
        if (said.contains("could not create any TCP/IP sockets") || said.contains("could not bind")) {
            return Optional.empty();
        }
        throw Complaint.of(said, home.log());
    }

    CompletableFuture<Process> death() {
        return process.onExit();
    }

    /** False when it died. Replaying the log after a power cut may take minutes; that is said, and waited for. */
    private boolean untilReady(Path pidFile, Consumer<String> tell) {
        var waited = 0;
        try {
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                if (ready(pidFile)) {
                    return true;
                }
                waited += 20;
                if (waited == PATIENCE_MS) {
                    tell.accept(Words.say("recovering"));
                }
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The eighth line of the file is the state; pg_ctl looks there too. */
    private boolean ready(Path pidFile) {
        try {
            var lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(String.valueOf(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false; // not written yet
        }
    }
}
