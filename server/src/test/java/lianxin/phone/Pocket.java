package lianxin.phone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;

/** A phone with a memory of its own: a browser that can be killed as a battery kills it, and started again with what was on its disk. */
final class Pocket implements AutoCloseable {

    private final Path profile;
    private final String language;
    private final int width;
    private final List<String> complaints = new ArrayList<>();
    private Process process;
    private Browser browser;
    private Page page;

    Pocket(String language, int width) throws IOException {
        profile = Files.createTempDirectory("pocket");
        this.language = language;
        this.width = width;
        start();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return browser.contexts().getFirst();
    }

    Path profile() {
        return profile;
    }

    /** What a person would not see: errors in the console, but for a network that is not there and a server that asks who this is. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** A second window of the same phone. */
    Page another() {
        return watched(context().newPage());
    }

    /** At once, in the middle of whatever it does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void killAndStart() {
        kill();
        start();
    }

    private void start() {
        try {
            var port = profile.resolve("DevToolsActivePort");
            Files.deleteIfExists(port);
            Files.deleteIfExists(profile.resolve("SingletonLock"));
            var starting = new ProcessBuilder(
                            lianxin.Browser.program("CHROMIUM", "chromium", "chromium-browser"),
                            "--headless=new",
                            "--no-sandbox", // root in a container has no other way; only our own pages are shown
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--remote-debugging-port=0",
                            "--window-size=" + width + ",844",
                            "--lang=" + language,
                            "--accept-lang=" + language,
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            starting.environment().put("TZ", "Asia/Shanghai");
            process = starting.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(port) && Files.readAllLines(port).size() >= 2);
            browser = lianxin.Browser.playwright()
                    .chromium()
                    .connectOverCDP(
                            "http://127.0.0.1:" + Files.readAllLines(port).getFirst());
            page = watched(context().pages().getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page watched(Page opened) {
        opened.setViewportSize(width, 844);
        opened.setDefaultTimeout(30_000);
        opened.onConsoleMessage(said -> {
            if (said.type().equals("error")
                    && !said.text().contains("net::ERR_")
                    && !said.text().contains("status of 401")) {
                complaints.add(said.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    @Override
    public void close() {
        kill();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // the last of the browser's own files may still be going
        }
    }
}
