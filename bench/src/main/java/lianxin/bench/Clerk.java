package lianxin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the office at a browser without a window: signed in once, sends forms with their token, waits for what takes long. */
final class Clerk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "-----------------lianxin-bench";

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String house;
    private String token = "";

    /** @param house where the pages are, {@code http://localhost:8080} */
    Clerk(String house) {
        this.house = house;
    }

    /** Chooses a password where the first start says so, signs in with it, and says which. */
    String begin(String link, String login) throws IOException, InterruptedException {
        var password = UUID.randomUUID().toString();
        page(link);
        post(link, Map.of("password", password));
        signIn(login, password);
        return password;
    }

    void signIn(String login, String password) throws IOException, InterruptedException {
        page("/sign-in");
        answered(form(
                "/sign-in",
                Map.of("username", login, "password", password))); // leads to a place, and at first there is none
        page("/me");
    }

    /** The page; refused unless it answers 200. */
    String page(String path) throws IOException, InterruptedException {
        return sent(request(path).GET()).body();
    }

    /** What is there, whether a page or a refusal. */
    String any(String path) throws IOException, InterruptedException {
        return told(answered(request(path).GET())).body();
    }

    /** Sends a form and says where that led. */
    String post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return sent(form(path, form)).uri().getPath();
    }

    /** Sends the form of a page just seen in its {@code version}, whatever is answered. */
    void tried(String path, Map<String, String> form, String version) throws IOException, InterruptedException {
        var fields = new HashMap<>(form);
        fields.put("version", version);
        answered(form(path, fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> form) {
        var fields = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    /** Sends a roster in and says under which path it is kept. */
    String send(String roster, Path file) throws IOException, InterruptedException {
        return sent(request("/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(parts(roster, file)))
                .uri()
                .getPath();
    }

    private BodyPublisher parts(String roster, Path file) throws IOException {
        return BodyPublishers.concat(
                field("_csrf", token),
                field("roster", roster),
                BodyPublishers.ofString("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, file.getFileName())),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private static BodyPublisher field(String name, String value) {
        return BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
    }

    /** Asks for the page again and again until it says what is waited for. */
    String until(String path, Predicate<String> said) throws IOException, InterruptedException {
        for (var page = page(path); ; page = page(path)) {
            if (said.test(page)) {
                return page;
            }
            Thread.sleep(200);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house + path))
                .timeout(Duration.ofMinutes(30))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = answered(request);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": "
                    + answer.body().replaceAll("(?s)<[^>]*>|\\s+", " ").strip());
        }
        return told(answer);
    }

    private HttpResponse<String> told(HttpResponse<String> answer) {
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }
}
