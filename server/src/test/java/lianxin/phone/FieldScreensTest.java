package lianxin.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lianxin.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen of the field app, in both languages, plain and large: axe has nothing against it, nothing sticks out at 360 px, text and targets are large enough.
 * Its pictures are {@code target/screenshots/field-*.png}.
 */
class FieldScreensTest {

    /** Smaller than this is too small for a thumb, and for eyes in the sun. */
    static final String TOO_SMALL = """
            ([hand, say]) => {
              const seen = e => e.getClientRects().length > 0 && !e.closest('.unseen') && getComputedStyle(e).visibility !== 'hidden'
              const targets = [...document.querySelectorAll('a, button, summary, textarea, input:not([type=radio], [type=checkbox]), label.pill')].filter(seen)
                .filter(e => e.getBoundingClientRect().height < hand - 0.5).map(e => 'target ' + e.outerHTML.slice(0, 90) + ' ' + e.getBoundingClientRect().height)
              const texts = [...document.querySelectorAll('body *')].filter(seen).filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => parseFloat(getComputedStyle(e).fontSize) < say).map(e => 'text ' + e.outerHTML.slice(0, 90))
              const wide = document.documentElement.scrollWidth > innerWidth ? ['page is ' + document.documentElement.scrollWidth + ' wide'] : []
              return [...targets, ...texts, ...wide]
            }
            """;

    static final String STORY = """
            {"n": 4, "more": {"due": {"on": "2026-03-05", "why": "OCCASION", "occasion": "o1", "every": null},
             "occasions": [{"id": "o1", "code": "hospital", "on": "2026-03-04", "dueOn": "2026-03-11", "answered": false}],
             "flags": [{"code": "alone", "zh": "独居老人", "en": "Lives alone", "reviewOn": null}], "phone": "555-0199",
             "visits": [{"id": "v2", "by": "王某", "mine": true, "way": "HOME", "met": "HEAD", "seenAt": "2026-02-01T02:00:00Z", "finding": "NEED", "topics": ["water"],
               "words": "老人精神好", "need": {"topic": "water", "words": "东排水沟堵了，下雨水进院子"}, "corrects": null, "corrected": false},
              {"id": "v1", "by": "张某", "mine": false, "way": "CALL", "met": "FAMILY", "seenAt": "2025-12-01T02:00:00Z", "finding": "WELL", "topics": ["crops"], "words": "", "need": null,
               "corrects": null, "corrected": true}],
             "promises": [{"id": "p1", "need": "下雨水进院子", "action": "找水利站来清沟", "due": "2026-04-01", "doneOn": null, "result": null, "by": "王某"},
              {"id": "p2", "need": "补贴没到", "action": "问清楚补贴", "due": "2026-01-20", "doneOn": "2026-01-15", "result": "已到账", "by": "王某"}],
             "cases": [{"id": "c3", "number": "2603-ABC123", "visit": null, "heardAt": "2026-02-20T02:00:00Z", "about": {"code": "light", "zh": "路灯", "en": "Street light"}, "words": "村口路灯坏了一个月，孩子放学摸黑",
               "stage": "HANDLING", "since": "2026-02-25T02:00:00Z", "desk": "县住房和城乡建设局", "due": "2026-03-16", "reply": null, "voice": null},
              {"id": "c2", "number": "2602-ABC124", "visit": "v2", "heardAt": "2026-02-01T02:00:00Z", "about": {"code": "water", "zh": "饮水", "en": "Water"}, "words": "东排水沟堵了，下雨水进院子",
               "stage": "REPLIED", "since": "2026-02-25T02:00:00Z", "desk": "县水务局", "due": null, "reply": {"outcome": "PARTLY", "words": "沟清了，盖板下月装", "reviewOn": null}, "voice": null},
              {"id": "c1", "number": "2512-ABC125", "visit": null, "heardAt": "2025-12-01T02:00:00Z", "about": {"code": "other", "zh": "其他", "en": "Other"}, "words": "医保卡刷不了",
               "stage": "CONFIRMED", "since": "2026-01-10T02:00:00Z", "desk": "县医保局", "due": null, "reply": {"outcome": "SOLVED", "words": "补办了新卡", "reviewOn": null}, "voice": "CONFIRMED"}]}}
            """;

    static final String HOME = "#/home/01900004-0000-7000-8000-000278dde6c4";

    static FieldServer server;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void serve() throws IOException {
        server = new FieldServer();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, plain, 44, 18", "en, plain, 44, 18", "zh-CN, elder, 60, 24", "en, elder, 60, 24"})
    void everyScreen(String language, String view, int hand, int say) {
        server.does("begin", "{\"homes\": 12}");
        server.does("put", STORY);
        server.does(
                "put",
                "{\"n\": 7, \"more\": {\"due\": {\"on\": \"2099-01-01\", \"why\": \"EVERY\", \"occasion\": null, \"every\": 90}}}");
        try (var browser = Browser.onAPhone(language)) {
            var page = browser.page();
            page.setViewportSize(360, 780);
            var name = view.equals("plain") ? language.substring(0, 2) : "";
            page.navigate(server.at("/m/index.html"));
            look(browser, page.locator(".go"), name, "welcome", hand, 18);
            page.navigate(server.at("/t/as/wang"));
            look(browser, page.locator("#pin"), name, "pin", hand, 18);
            page.fill("#pin", "123456");
            assertThat(page.locator(".note.bad")).isVisible();
            page.fill("#pin", FieldAppTest.PIN);
            page.fill("#again", FieldAppTest.PIN);
            assertThat(page.locator(".home").first()).isVisible();
            if (view.equals("elder")) {
                page.click("nav a:nth-child(3)");
                page.locator(".reasons button").nth(1).click();
                page.click("nav a:nth-child(1)");
            }
            look(browser, page.locator(".home").first(), name, "turn", hand, say);
            page.fill("#search", "qm");
            look(browser, page.locator("#results .home").first(), name, "search", hand, say);
            page.fill("#search", "nobody");
            look(browser, page.locator("#results .note"), "", "nobody", hand, say);
            page.fill("#search", "");
            go(page, HOME);
            look(browser, page.locator(".story"), name, "home", hand, say);
            go(page, HOME.replace("home", "defer"));
            look(browser, page.locator(".reasons"), name, "defer", hand, say);
            go(page, HOME.replace("home", "promise"));
            look(browser, page.locator("#due"), name, "promise", hand, say);
            go(page, HOME.replace("home", "kept") + "/p1");
            look(browser, page.locator("#result"), name, "kept", hand, say);
            go(page, HOME.replace("home", "visit"));
            look(browser, page.locator("#words"), "", "visit-blank", hand, say);
            page.click("label:has([name=finding][value=NEED])");
            page.click("label:has([name=needTopic][value=water])");
            page.fill("#needWords", "路灯不亮");
            page.click("button.go");
            look(browser, page.locator(".lack"), name, "visit", hand, say);
            server.does("cut", "{\"at\": \"before\"}");
            page.click("label:has([name=met][value=HEAD])");
            page.click("button.go");
            look(browser, page.locator("main > .note.good"), name, "done", hand, say);
            server.does("cut", "{\"at\": \"\"}");
            record(page, "这句不收");
            look(browser, page.locator("#net .bad"), "", "refused", hand, say);
            go(page, "#/home/0190000c-0000-7000-8555-019900000000");
            look(browser, page.locator(".note"), "", "gone", hand, say);
            server.does("cut", "{\"at\": \"before\"}");
            record(page, "修路");
            go(page, "#/queue");
            look(browser, page.locator(".items li.bad"), name, "queue", hand, say);
            go(page, "#/settings");
            look(browser, page.locator(".reasons"), name, "settings", hand, say);
            page.locator(".reasons button").nth(3).click();
            page.fill("#pin", "135791");
            look(browser, page.locator(".note.bad"), name, "lock", hand, say);
            assertThat(browser.complaints())
                    .filteredOn(said -> !said.contains("net::ERR_"))
                    .isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private static void go(Page page, String where) {
        page.evaluate("where => { location.hash = where }", where);
    }

    private static void record(Page page, String words) {
        go(page, "#/");
        page.locator(".home .pen").first().click();
        page.click("label:has([name=met][value=HEAD])");
        page.click("label:has([name=finding][value=WELL])");
        page.fill("#words", words);
        page.click("button.go");
        assertThat(page.locator("main > .note.good")).isVisible();
    }

    private void look(
            Browser browser, com.microsoft.playwright.Locator sign, String picture, String screen, int hand, int say) {
        assertThat(sign).isVisible();
        browser.barriers().forEach(barrier -> wrong.add(screen + ": " + barrier));
        ((List<?>) browser.page().evaluate(TOO_SMALL, List.of(hand, say)))
                .forEach(small -> wrong.add(screen + ": " + small));
        if (!picture.isEmpty()) {
            var file = Path.of("target", "screenshots", "field-%s-%s.png".formatted(screen, picture));
            browser.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }
}
