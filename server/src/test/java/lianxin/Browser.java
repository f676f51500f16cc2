package lianxin;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A window of the machine's own Chromium, with nothing remembered from the test before. It notes what a person would not
 * see: errors in the console, among them everything the content security policy forbids, and requests that would leave
 * this machine (they get no answer). Whoever opens one asserts that {@link #complaints()} are empty.
 */
public final class Browser implements AutoCloseable {

    /** One Chromium serves all tests; it ends with the process. Playwright wants to be used by one thread only. */
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private static @Nullable Playwright playwright;

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Browser(String language, int width, int height) {
        context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language)
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(width, height));
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add("error: " + error.error()));
        context.onRequest(request -> {
            var url = URI.create(request.url());
            if (!HERE.contains(Optional.ofNullable(url.getHost()).orElse(""))) {
                complaints.add("request: " + request.url());
            }
        });
        page = context.newPage();
    }

    /** As wide as an office screen, in {@code zh-CN} or {@code en}. */
    public static Browser speaking(String language) {
        return new Browser(language, 1280, 900);
    }

    /** As wide as a phone. */
    public static Browser onAPhone(String language) {
        return new Browser(language, 390, 844);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Console errors, policy violations, uncaught errors and requests to elsewhere, in the order they came. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What axe has against the page as it is now, but for some of its rules: rule and where. */
    public List<String> barriers(String... but) {
        var axe = new AxeBuilder(page).setLegacyMode(true); // without a second tab for each look: we have no frames
        if (but.length > 0) {
            axe.disableRules(List.of(but));
        }
        return axe.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getTarget() + " " + rule.getHelp()))
                .toList();
    }

    /** The whole page as a picture, {@code target/screenshots/NAME.png}. */
    public Path picture(String name) {
        var file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public void close() {
        context.close();
    }

    private void note(ConsoleMessage said) {
        if (said.type().equals("error")) {
            complaints.add("console: " + said.text() + " at " + page.url());
        }
    }

    private static com.microsoft.playwright.Browser chromium() {
        var running = chromium;
        if (running == null) {
            running = playwright()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(program("CHROMIUM", "chromium", "chromium-browser")))
                            .setArgs(List.of(
                                    "--no-sandbox", // root in a container has no other way; only our own pages are
                                    // shown
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-dev-shm-usage",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
            chromium = running;
        }
        return running;
    }

    /** One Playwright serves all tests, also those that start a browser of their own. */
    public static Playwright playwright() {
        var running = playwright;
        if (running == null) {
            var node = program("PLAYWRIGHT_NODEJS_PATH", "node");
            running = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = running;
        }
        return running;
    }

    /** Where the variable says, or on the path. */
    public static String program(String variable, String... names) {
        var chosen = System.getenv(variable);
        if (chosen != null && !chosen.isEmpty()) {
            return chosen;
        }
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s is missing; ./lianxin test installs it, or set %s".formatted(names[0], variable)));
    }
}
