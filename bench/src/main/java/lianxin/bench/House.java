package lianxin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Lianxin of our own: the real process with its database in the box, both begun empty and ended with the measurement. */
final class House implements AutoCloseable {

    private static final Pattern FIRST_LINK = Pattern.compile("\\(office\\): \\S+?(/sign-in/link/[\\w-]+)");
    private static final Pattern HEAP_AFTER = Pattern.compile("->(\\d+)M\\(");

    private final Path home;
    private final List<String> command;
    private final int port;
    private Process process;

    /** How long it took from the start of the process until the first link was told. */
    final Duration starting;

    /** Where the office chooses its password, once. */
    final String link;

    /**
     * @param home where everything is kept; anything there of the measurement before goes
     * @param more settings, as {@code --name=value}
     */
    House(Path home, String heap, String... more) throws IOException, InterruptedException {
        this(home, heap, true, more);
    }

    /** @param fresh whether it begins empty; else on what the measurement before has left there, and {@link #link} is empty */
    House(Path home, String heap, boolean fresh, String... more) throws IOException, InterruptedException {
        this.home = home;
        this.port = free();
        this.command = Stream.concat(command(home, heap, port).stream(), Stream.of(more))
                .toList();
        Files.createDirectories(home);
        Files.deleteIfExists(requests());
        Files.deleteIfExists(told());
        var began = System.nanoTime();
        process = begun(fresh);
        link = fresh ? firstLink() : "";
        if (!fresh) {
            ready();
        }
        starting = Duration.ofNanos(System.nanoTime() - began);
    }

    private Process begun(boolean fresh) throws IOException {
        var whole = new ArrayList<>(command);
        whole.add("--lianxin.database.fresh=" + fresh);
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(told().toFile()))
                .start();
    }

    /** Kills the server as a power cut would; its database may live on, an orphan. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills the first process of the database, if there is one, and with it what it does. */
    void killDatabase() throws IOException {
        var pid = home.resolve("bench/database/data/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Starts it again on what it kept; does not wait. */
    void again() throws IOException {
        process = begun(false);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Processor time of the server alone so far, without its database. */
    Duration spent() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static List<String> command(Path home, String heap, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx" + heap,
                "-Xlog:gc:file=" + home.resolve("gc.log"),
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                "lianxin.Lianxin",
                "serve",
                "--lianxin.home=" + home,
                "--lianxin.database.name=bench",
                "--lianxin.signin.second-factor-from=2100-01-01", // a driver has no authenticator app
                "--server.port=" + port);
    }

    /** Settings with which it keeps its own log of requests, for {@link #took} and {@link #timesOf}. */
    static String[] tellingRequests(Path home) {
        return new String[] {
            "--server.tomcat.accesslog.enabled=true",
            "--server.tomcat.accesslog.directory=" + home,
            "--server.tomcat.accesslog.prefix=requests",
            "--server.tomcat.accesslog.suffix=.log",
            "--server.tomcat.accesslog.rotate=false",
            "--server.tomcat.accesslog.buffered=false",
            "--server.tomcat.accesslog.pattern=%D %s %U%q"
        };
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String firstLink() throws IOException, InterruptedException {
        while (process.isAlive()) {
            var found = FIRST_LINK.matcher(Files.readString(told()));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(50);
        }
        throw new IOException("the server ended: " + Files.readString(told()));
    }

    private Path told() {
        return home.resolve("server.log");
    }

    private Path requests() {
        return home.resolve("requests.log");
    }

    String address() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Its database, by the role that owns it and sees all; for the measurement it may ask for a checkpoint too. */
    Connection database() throws IOException, SQLException {
        try (var keeper = keeper();
                var sql = keeper.createStatement()) {
            sql.execute("grant pg_checkpoint to lianxin");
        }
        return database("lianxin", 1);
    }

    /** Its database, by the role that may do everything. */
    Connection keeper() throws IOException, SQLException {
        return database("postgres", 0);
    }

    private Connection database(String role, int password) throws IOException, SQLException {
        var kept = home.resolve("bench");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(kept.resolve("port")).strip() + "/lianxin",
                role,
                Files.readAllLines(kept.resolve("passwords")).get(password));
    }

    /** Waits until it answers; how long that took. */
    Duration ready() throws InterruptedException, IOException {
        var began = System.nanoTime();
        var wire = new Wire(port);
        while (true) {
            try {
                if (wire.send("GET /m/index.html HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII))
                                .status()
                        == 200) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
            } catch (IOException e) {
                // not yet
            }
            if (!alive()) {
                throw new IOException("the server ended: " + Files.readString(told()));
            }
            Thread.sleep(20);
        }
    }

    /** How many requests have been answered so far. */
    int answered() throws IOException {
        return Files.readAllLines(requests()).size();
    }

    /** What the server took for each request answered since, in microseconds, as its own log of requests has it. */
    List<Long> took(int since) throws IOException {
        var took = new ArrayList<Long>();
        var lines = Files.readAllLines(requests());
        for (var line : lines.subList(since, lines.size())) {
            var parts = line.split(" ", 3);
            if (!parts[1].equals("200")) {
                throw new IOException("not answered: " + line);
            }
            took.add(Long.parseLong(parts[0]));
        }
        return took;
    }

    /** The same, whatever was answered. */
    List<Long> timesOf(int since) throws IOException {
        var lines = Files.readAllLines(requests());
        return lines.subList(since, lines.size()).stream()
                .map(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    /** A request as its own log has it: microseconds, what was answered, and for which address. */
    record Request(long took, int status, String path) {}

    List<Request> requests(int since) throws IOException {
        var lines = Files.readAllLines(requests());
        return lines.subList(since, lines.size()).stream()
                .map(line -> line.split(" ", 3))
                .map(parts -> new Request(
                        Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2].replaceFirst("-$", "")))
                .toList();
    }

    /** What another house needs in its environment to live on the same database with the same keys. */
    Map<String, String> settings() throws IOException {
        var kept = home.resolve("bench");
        var passwords = Files.readAllLines(kept.resolve("passwords"));
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(kept.resolve("port")).strip() + "/lianxin",
                "SPRING_DATASOURCE_USERNAME",
                "lianxin_app",
                "SPRING_DATASOURCE_PASSWORD",
                passwords.get(2),
                "SPRING_FLYWAY_USER",
                "lianxin",
                "SPRING_FLYWAY_PASSWORD",
                passwords.get(1),
                "LIANXIN_KEYS",
                home.resolve("keys/bench").toString());
    }

    /** The most memory the Java process had at any time, in MB; null where the system does not say. */
    @Nullable
    Long peakMb() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return !Files.exists(status)
                ? null
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(null);
    }

    /** The most heap in use after a collection, in MB: what it cannot do without. */
    long peakHeapMb() throws IOException {
        return HEAP_AFTER
                .matcher(Files.readString(home.resolve("gc.log")))
                .results()
                .mapToLong(collected -> Long.parseLong(collected.group(1)))
                .max()
                .orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
