package lianxin.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's data on the disk: made when there is none, refused when another version wrote it, started. */
record Cluster(Home home, Binaries binaries, Account account) {

    private static final int ATTEMPTS = 5;

    /** Ready to launch: nobody left in it, of the right version, made on the first day. */
    Passwords prepare(Keeping keeping, Consumer<String> tell) throws IOException {
        own();
        sameVersion();
        leftovers().clear(tell);
        var passwords = Passwords.in(home);
        if (Files.notExists(home.data())) {
            create(passwords, keeping, tell);
        }
        return passwords;
    }

    /** Throws away what is kept, whoever wrote it. */
    void forget(Consumer<String> tell) throws IOException {
        leftovers().clear(tell);
        home.empty();
    }

    Leftovers leftovers() {
        return new Leftovers(home, binaries, account);
    }

    Map<String, String> settings(Settings wanted, Keeping keeping) throws IOException {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var memory = wanted.memory();
        var settings = new TreeMap<>(Tuning.of(
                        machine.getTotalMemorySize() >> 20,
                        memory == null ? 0 : memory.toMegabytes(),
                        machine.getAvailableProcessors(),
                        home.freeMb(),
                        keeping)
                .settings());
        settings.putAll(wanted.options());
        return settings;
    }

    /** Where it listened last time, or anywhere free: the port is between us and it. */
    Postmaster launch(Map<String, String> settings, Consumer<String> tell) throws IOException {
        var port = lastPort();
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var server = Postmaster.launch(this, port, settings, tell);
            if (server.isPresent()) {
                Files.writeString(home.port(), String.valueOf(port));
                return server.get();
            }
            port = freePort();
        }
        throw NotStarted.because("port", port);
    }

    Postmaster relaunch(int port, Map<String, String> settings, Consumer<String> tell) throws IOException {
        return Postmaster.launch(this, port, settings, tell).orElseThrow(() -> NotStarted.because("port", port));
    }

    private int lastPort() throws IOException {
        if (Files.exists(home.port())) {
            var kept = Files.readString(home.port()).strip();
            if (kept.matches("[1-9]\\d{3,4}")) {
                return Integer.parseInt(kept);
            }
        }
        return freePort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** A newer PostgreSQL cannot read an older one's files, and would say so less politely. */
    private void sameVersion() throws IOException {
        if (Files.notExists(home.data())) {
            return;
        }
        var written = home.data().resolve("PG_VERSION");
        var theirs = Files.exists(written) ? Files.readString(written).strip() : "?";
        var ours = String.valueOf(binaries.version(account));
        if (!theirs.equals(ours)) {
            throw NotStarted.because("other-version", home.data(), theirs, ours);
        }
    }

    /** The one folder PostgreSQL's account owns, and must be able to reach. */
    private void own() throws IOException {
        if (!account.mayEnter(home.mine())) {
            throw NotStarted.because("unreachable", home.mine(), account.uid());
        }
        if (Files.notExists(home.database())) {
            Files.createDirectory(home.database());
        }
        Files.setPosixFilePermissions(home.database(), PosixFilePermissions.fromString("rwx------"));
        account.give(home.database());
    }

    /** Beside its place first: what was interrupted never looks like a database. */
    private void create(Passwords passwords, Keeping keeping, Consumer<String> tell) throws IOException {
        var watch = Watch.started();
        var aside = home.database().resolve("data.new");
        FileSystemUtils.deleteRecursively(aside);
        var secret = Files.createTempFile(home.database(), "initdb-", ""); // 0600 by itself
        try {
            Files.writeString(secret, passwords.keeper());
            account.give(secret);
            var made = Command.run(account.running(initdb(aside, secret, keeping)), home.database());
            if (!made.worked()) {
                throw Complaint.of(made.said(), home.database());
            }
            Files.move(aside, home.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(secret);
        }
        tell.accept(Words.say("created", watch.seconds()));
    }

    /** The built-in C.UTF-8 needs no locale of the machine's, and a newer C library cannot spoil an index. */
    private List<String> initdb(Path data, Path secret, Keeping keeping) {
        var command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        if (keeping == Keeping.THROWAWAY) {
            command.add("--no-sync");
        }
        return command;
    }
}
