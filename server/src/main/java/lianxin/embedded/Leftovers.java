package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * What an earlier run left behind: a server whose owner was killed, or the children of a killed server.
 *
 * <p>A process belongs to a database when its working folder is that database's; PostgreSQL's processes all go there,
 * nobody else may. A number in a file would prove nothing after a restart of the machine.
 */
record Leftovers(Home home, Binaries binaries, Account account) {

    /** Asks an orphaned server to stop, so that we start with settings of our own and nobody's open sessions. */
    void clear(Consumer<String> tell) throws IOException {
        var pidFile = home.data().resolve("postmaster.pid");
        if (Files.exists(pidFile) && isHere(firstLine(pidFile))) {
            var watch = Watch.started();
            stop();
            tell.accept(Words.say("orphan", watch.seconds()));
        }
        for (var process : here()) {
            process.destroyForcibly();
            await(process);
        }
        Files.deleteIfExists(pidFile); // nobody is here, so it is stale
    }

    /** Stops the server, closing its sessions, and waits until all is on the disk. */
    void stop() {
        Command.run(
                account.running(List.of(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--pgdata=" + home.data(),
                        "--mode=fast",
                        "--wait",
                        "--timeout=60",
                        "--silent")),
                home.database());
    }

    private boolean isHere(String pid) throws IOException {
        return here().stream().anyMatch(process -> String.valueOf(process.pid()).equals(pid));
    }

    private List<ProcessHandle> here() throws IOException {
        if (Files.notExists(home.data())) {
            return List.of();
        }
        var data = home.data().toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> data.equals(workingFolder(process)))
                .toList();
    }

    private static Path workingFolder(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of(""); // gone, or another user's
        }
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("").strip();
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw NotStarted.because("stubborn", process.pid());
        }
    }
}
