package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The browser shows Chinese, and what it should complain of it complains of: else every journey would pass. */
class BrowserTest {

    static final Map<String, String> PAGES = Map.of(
            "/fine",
            """
            <!doctype html><html lang="zh"><head><title>连心</title><link rel="icon" href="data:,"></head>
            <body><main><h1>连心卡</h1><p id="language">李家庄 &#x3DA3; &#x9FAB;</p></main>
            <script src="/fine.js"></script></body></html>
            """,
            "/fine.js",
            """
            document.getElementById('language').textContent += ' ' + navigator.language
            """,
            "/inline",
            """
            <!doctype html><html lang="zh"><title>i</title><link rel="icon" href="data:,"><script>alert(1)</script></html>
            """,
            "/abroad",
            """
            <!doctype html><html lang="zh"><title>a</title><link rel="icon" href="data:,">
            <img src="http://elsewhere.example/spy.png" alt=""></html>
            """,
            "/blind",
            """
            <!doctype html><html lang="zh"><title>b</title><link rel="icon" href="data:,">
            <main><h1>b</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></main></html>
            """,
            "/broken",
            """
            <!doctype html><html lang="zh"><title>b</title><link rel="icon" href="data:,">
            <script src="/broken.js"></script></html>
            """,
            "/broken.js",
            "nobodyMadeThis()");

    static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PAGES.forEach((path, page) -> server.createContext(path, exchange -> {
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
            // Another host is allowed here, so that leaving is seen to be noticed without the policy's help.
            exchange.getResponseHeaders()
                    .add("Content-Security-Policy", "default-src 'self'; img-src data: http://elsewhere.example");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aGoodPageIsShownWithoutComplaint() {
        try (var browser = Browser.speaking("zh-CN")) {
            visit(browser, "/fine");
            assertThat(browser.page().title()).isEqualTo("连心");
            assertThat(browser.page().textContent("#language")).endsWith("zh-CN");
            assertThat(browser.picture("browser-fine")).isNotEmptyFile();
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void anInlineScriptIsAComplaint() {
        try (var browser = Browser.onAPhone("en")) {
            visit(browser, "/inline");
            assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
        }
    }

    @Test
    void aScriptThatFailsIsAComplaint() {
        try (var browser = Browser.speaking("en")) {
            visit(browser, "/broken");
            assertThat(browser.complaints()).singleElement().asString().contains("nobodyMadeThis");
        }
    }

    @Test
    void aRequestToElsewhereIsAComplaint() {
        try (var browser = Browser.speaking("en")) {
            visit(browser, "/abroad");
            assertThat(browser.complaints()).contains("request: http://elsewhere.example/spy.png");
        }
    }

    @Test
    void aPictureWithoutWordsIsABarrier() {
        try (var browser = Browser.speaking("en")) {
            visit(browser, "/blind");
            assertThat(browser.barriers()).anyMatch(barrier -> barrier.startsWith("image-alt"));
        }
    }

    private static void visit(Browser browser, String path) {
        browser.page().navigate("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
