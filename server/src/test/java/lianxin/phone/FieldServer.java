package lianxin.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The field app behind a real port, with the model of the server that stands in {@code src/test/resources/m}. */
final class FieldServer implements AutoCloseable {

    static final Path APP = Path.of("src/main/resources/static");
    static final Path TESTS = Path.of("src/test/resources/m");

    private final Process node;
    private final String port;

    FieldServer() throws IOException {
        node = new ProcessBuilder(Node.program(), TESTS.resolve("serve.js").toString(), APP.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // It goes on for as long as the tests do; what it says after its port nobody reads.
        var said = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        port = said.readLine();
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Does something to the model's world, as {@code serve.js} lists it; {@code how} is JSON. */
    String does(String deed, String how) {
        var request = HttpRequest.newBuilder(URI.create(at("/t/do/" + deed)))
                .POST(HttpRequest.BodyPublishers.ofString(how))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(deed + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        node.destroy();
    }
}
