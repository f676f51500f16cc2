package lianxin.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * {@code audit witness KEY FOLDER [PORT|DROP]}: a witness on a machine of somebody else's. On a port it speaks the C2SP witness protocol; without
 * one it looks once through a folder that is carried to and fro, and answers beside each question.
 */
final class WitnessCommand {

    private static final int MOST = 1 << 20;

    private final PrintStream terminal;
    private final InstantSource clock;

    WitnessCommand(PrintStream terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 3) {
            terminal.println(Say.it("witness.usage"));
            return 2;
        }
        try {
            var log = VerifierKey.parse(arguments.get(0));
            var folder = Path.of(arguments.get(1));
            var file = folder.resolve("witness.key");
            var own = Files.exists(file)
                    ? SignerKey.read(file)
                    : SignerKey.make("witness-" + log.name(), VerifierKey.Kind.WITNESS, file);
            terminal.println(Say.it("witness.key", own.verifier()));
            var witness = new Witness(log, own, folder.resolve("last-signed"), clock);
            if (arguments.get(2).matches("\\d+")) {
                serve(witness, Integer.parseInt(arguments.get(2)));
                return 0;
            }
            return new Drop(Path.of(arguments.get(2))).answer(witness, terminal) ? 0 : 1;
        } catch (Broken e) {
            terminal.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            terminal.println(Say.it("verify.unreadable", e.getMessage()));
            return 2;
        }
    }

    /** Serves until the process ends. Returns at once; the server's thread keeps the process alive. */
    static HttpServer serve(Witness witness, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/add-checkpoint", exchange -> {
            try (exchange) {
                answer(witness, exchange);
            }
        });
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.start();
        return server;
    }

    private static void answer(Witness witness, HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 405, "");
            return;
        }
        var body = new String(exchange.getRequestBody().readNBytes(MOST), StandardCharsets.UTF_8);
        try {
            send(exchange, 200, witness.signs(Growth.parse(body)) + "\n");
        } catch (Broken e) {
            switch (e.reason()) {
                case "unknown-log" -> send(exchange, 404, "");
                case "not-signed" -> send(exchange, 403, "");
                case "fork" -> send(exchange, 422, "");
                case "stale" -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                    send(exchange, 409, witness.size() + "\n");
                }
                default -> send(exchange, 400, "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
