package lianxin.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The field app as it is held in a hand: killed, without a signal, full, in two windows, renewed, given away. Its server is the model. */
class FieldAppTest {

    static final String PIN = "258046";

    /** Of the first household on the list. */
    static final String HEAD = "孙某二";

    static FieldServer server;
    Pocket pocket;

    @BeforeAll
    static void serve() throws IOException {
        server = new FieldServer();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aPhoneOfWangs() throws IOException {
        server.does("begin", "{\"homes\": 12}");
        pocket = new Pocket("zh-CN", 360);
        makeItMine("wang");
    }

    @AfterEach
    void nothingWasComplainedOf() {
        try (var closing = pocket) {
            assertThat(closing.complaints()).isEmpty();
        }
    }

    Page page() {
        return pocket.page();
    }

    @Test
    void aWeekWithoutASignalAndTheBatteryGoesFlatOnTheLastWord() {
        pocket.context().setOffline(true);
        pocket.killAndStart();
        pocket.context().setOffline(true);
        open();
        assertThat(page().locator("#net")).containsText("没有信号");
        record("水管冻住了");
        pocket.kill(); // the moment it says so
        pocket.killAndStart();
        pocket.context().setOffline(true);
        open();
        assertThat(page().locator("#net")).containsText("1 条已记下");
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li")).containsText(HEAD);
        assertThat(page().locator(".items li")).containsText("水管冻住了");
        pocket.context().setOffline(false);
        assertThat(page().locator(".items li.good")).containsText("已送到县里");
        assertThat(server.does("facts", "{}")).containsOnlyOnce("水管冻住了");
    }

    @Test
    void wordsNotYetKeptSurviveAKill() {
        page().click(".home .pen >> nth=0");
        choose("met", "FAMILY");
        page().fill("#words", "老人说腿疼");
        page().waitForTimeout(1500); // a second is what may be lost
        pocket.killAndStart();
        open();
        page().click(".home .pen >> nth=0");
        assertThat(page().locator("#words")).hasValue("老人说腿疼");
        assertThat(page().locator("input[name=met][value=FAMILY]")).isChecked();
        choose("finding", "WELL");
        page().click("button.go");
        assertThat(page().locator(".note.good")).isVisible();
        page().navigate(app());
        open();
        page().click("nav a:nth-child(1)");
        page().locator("summary").first().click();
        page().locator("details .pen").first().click();
        assertThat(page().locator("#words")).hasValue("");
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondFact() {
        server.does("cut", "{\"at\": \"after\"}");
        record("井水浑");
        assertThat(page().locator("#net")).containsText("没有信号");
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li .state")).containsText("等县里回执");
        assertThat(page().locator(".items button")).hasCount(0);
        server.does("cut", "{\"at\": \"\"}");
        page().evaluate("dispatchEvent(new Event('online'))");
        assertThat(page().locator(".items li.good")).isVisible();
        assertThat(server.does("facts", "{}")).containsOnlyOnce("井水浑");
    }

    /** Neither in what a page can read nor in any file of the browser: names, numbers, words. */
    @Test
    void nothingReadableIsOnThePhone() throws IOException {
        page().click(".home .pen >> nth=0");
        choose("met", "HEAD");
        page().fill("#words", "没存上的半句");
        page().waitForTimeout(1500);
        server.does("cut", "{\"at\": \"before\"}");
        page().goBack();
        page().locator(".home .pen").nth(1).click();
        choose("met", "HEAD");
        choose("finding", "WELL");
        page().fill("#words", "存好的一句");
        page().click("button.go");
        assertThat(page().locator(".note.good")).isVisible();
        page().locator(".home > a").first().click();
        assertThat(page().locator(".story")).isVisible();
        page().waitForTimeout(1500);
        // Two characters at least: one alone comes about in sealed bytes once in a thousand runs.
        var secrets = List.of("孙某", "某村", "没存上", "存好的", "555-0199", "H0012", PIN);
        var dump = (String) page().evaluate("""
                async () => {
                  const text = v => v instanceof ArrayBuffer || ArrayBuffer.isView(v) ? new TextDecoder().decode(v)
                    : v && typeof v === 'object' && !(v instanceof CryptoKey) ? Object.entries(v).map(([k, x]) => k + ':' + text(x)).join() : String(v)
                  let all = JSON.stringify([localStorage, sessionStorage, document.cookie, await caches.keys()])
                  for (const { name } of await indexedDB.databases()) {
                    const db = await new Promise(d => { const q = indexedDB.open(name); q.onsuccess = () => d(q.result) })
                    for (const shelf of db.objectStoreNames) for (const how of ['getAll', 'getAllKeys']) all += shelf + text(await new Promise(d => { const q = db.transaction(shelf).objectStore(shelf)[how](); q.onsuccess = () => d(q.result) }))
                    db.close()
                  }
                  for (const name of await caches.keys()) for (const r of await (await caches.open(name)).keys()) all += r.url
                  return all
                }
                """);
        assertThat(dump)
                .contains("wrapped", "sealed", "hidden", "draft:visit:")
                .doesNotContain(secrets.toArray(String[]::new));
        pocket.kill();
        var files = new StringBuilder();
        try (var all = Files.walk(pocket.profile())) {
            all.filter(Files::isRegularFile).forEach(file -> {
                try {
                    var bytes = Files.readAllBytes(file);
                    for (var secret : List.of(HEAD, "没存上的半句", "存好的一句", "东某村")) {
                        if (holds(bytes, secret.getBytes(StandardCharsets.UTF_8))
                                || holds(bytes, secret.getBytes(StandardCharsets.UTF_16LE))) {
                            files.append(file).append(" holds ").append(secret).append('\n');
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        assertThat(files.toString()).isEmpty();
    }

    /** Quotas that browsers report are made up; what is written is really refused here. */
    @Test
    void aFullPhoneSaysSoBeforeTheFirstWordAndNeverTakesThem() {
        var quota = new JsonObject();
        quota.addProperty("origin", server.at(""));
        quota.addProperty("quotaSize", 2_000_000);
        pocket.context().newCDPSession(page()).send("Storage.overrideQuotaForOrigin", quota);
        fill();
        page().click(".home .pen >> nth=0");
        assertThat(page().locator(".warning")).containsText("快存满了");
        choose("met", "HEAD");
        choose("finding", "WELL");
        page().fill("#words", "先占好地方再写");
        page().click("button.go");
        var kept = page().locator("main > .note.good");
        assertThat(kept.or(page().locator(".warning:has-text('没存上')"))).isVisible();
        if (kept.count() == 0) {
            assertThat(page().locator("#words")).hasValue("先占好地方再写");
        }
    }

    /** Takes all the room there is, as pictures would. */
    private void fill() {
        page().evaluate("""
                async () => {
                  const db = await new Promise(d => { const q = indexedDB.open('pictures', 1); q.onupgradeneeded = () => q.result.createObjectStore('s', { autoIncrement: true }); q.onsuccess = () => d(q.result) })
                  for (const size of [200_000, 100_000, 66_000, 10_000, 1_000]) {
                    const bytes = new Uint8Array(size)
                    for (let at = 0; at < size; at += 65536) crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65536, size)))
                    while (await new Promise(d => {
                      const t = db.transaction('s', 'readwrite', { durability: 'strict' })
                      t.objectStore('s').add(bytes)
                      t.oncomplete = () => d(true)
                      t.onabort = () => d(false)
                    }));
                  }
                  db.close()
                }
                """);
    }

    @Test
    void twoWindowsAreOnePhone() {
        var other = pocket.another();
        other.navigate(app());
        other.fill("#pin", PIN);
        assertThat(other.locator(".home")).hasCount(12);
        server.does("cut", "{\"at\": \"before\"}");
        record("两个窗口");
        assertThat(other.locator("#net")).containsText("1 条已记下");
        server.does("cut", "{\"at\": \"\"}");
        other.evaluate("dispatchEvent(new Event('online'))");
        page().evaluate("dispatchEvent(new Event('online'))");
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li.good")).isVisible();
        assertThat(server.does("facts", "{}")).containsOnlyOnce("两个窗口");
    }

    @Test
    void aNewVersionWaitsUntilNobodyWrites() {
        page().waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        page().navigate(app());
        open();
        server.does("cut", "{\"at\": \"before\"}");
        record("等着新版本");
        page().click(".home .pen >> nth=0");
        page().fill("#words", "写到一半");
        server.does("release", "{\"name\": \"next-\"}");
        page().evaluate("navigator.serviceWorker.ready.then(r => r.update())");
        page().waitForFunction("navigator.serviceWorker.ready.then(r => Boolean(r.waiting))");
        page().evaluate("import('/m/update.js').then(m => m.takeOver())");
        page().waitForTimeout(500);
        assertThat((Boolean) page().evaluate("navigator.serviceWorker.ready.then(r => Boolean(r.waiting))"))
                .isTrue();
        assertThat(page().locator("#words")).hasValue("写到一半");
        page().click("#back a");
        page().click("nav a:nth-child(3)");
        page().click("text=锁上");
        comesTrue("caches.keys().then(names => names.length === 1 && names[0].includes('next-'))");
        // the new one begins anew; a PIN typed before would be for the old one
        comesTrue("performance.getEntriesByType('navigation')[0].type === 'reload'");
        open();
        assertThat(page().locator("#net")).containsText("1 条已记下");
        server.does("cut", "{\"at\": \"\"}");
        page().evaluate("dispatchEvent(new Event('online'))");
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li.good")).containsText("等着新版本");
    }

    /** Asked from outside again and again: a question that waits inside the page would not outlive its being loaded anew. */
    private void comesTrue(String question) {
        for (var tries = 0; tries < 60; tries++) {
            try {
                if (Boolean.TRUE.equals(page().evaluate(question))) {
                    return;
                }
            } catch (PlaywrightException loading) {
                // it is being loaded anew at this very moment
            }
            page().waitForTimeout(500);
        }
        fail("never: " + question);
    }

    @Test
    void handedToASuccessorWithWorkWaiting() {
        server.does("cut", "{\"at\": \"before\"}");
        record("前任记下的");
        page().onDialog(com.microsoft.playwright.Dialog::accept);
        page().click("nav a:nth-child(3)");
        page().click("text=退出这部手机");
        assertThat(page().locator(".note").first()).containsText("已退出");
        assertThat(page().locator("main")).containsText("1 条封存着");
        server.does("cut", "{\"at\": \"\"}");
        makeItMine("li");
        assertThat(page().locator(".home")).hasCount(1);
        assertThat(page().locator("main")).not().containsText(HEAD);
        page().waitForCondition(() -> server.does("facts", "{}").contains("前任记下的"));
        assertThat(server.does("facts", "{}"))
                .containsOnlyOnce("\"by\":\"wang\"")
                .doesNotContain("\"by\":\"li\"");
    }

    @Test
    void tenWrongPinsEraseAllButWhatWaitsSealed() {
        server.does("cut", "{\"at\": \"before\"}");
        record("封存的");
        page().navigate(app());
        for (var n = 9; n > 0; n--) {
            page().fill("#pin", "135791");
            assertThat(page().locator(".note.bad")).containsText("还可以试 " + n + " 次");
        }
        page().fill("#pin", "135791");
        assertThat(page().locator("h1")).containsText("把手机变成您的");
        server.does("cut", "{\"at\": \"\"}");
        page().evaluate("dispatchEvent(new Event('online'))");
        page().waitForCondition(() -> server.does("facts", "{}").contains("封存的"));
    }

    @Test
    void reportedLostItErasesItselfOnTheNextContact() {
        server.does("lose", "{}");
        page().evaluate("dispatchEvent(new Event('online'))");
        assertThat(page().locator(".note.bad")).containsText("报失");
        page().navigate(app());
        assertThat(page().locator("h1")).containsText("把手机变成您的");
    }

    @Test
    void notHeardOfForTooLongItErasesItself() {
        server.does("lease", "{\"ms\": 1}");
        page().evaluate("dispatchEvent(new Event('online'))");
        page().waitForTimeout(1000);
        page().navigate(app());
        assertThat(page().locator(".note.bad")).containsText("很久没有联系");
        assertThat(page().locator("h1")).containsText("把手机变成您的");
    }

    @Test
    void aServerThatForgotThePhoneIsToldAgain() {
        server.does("forget", "{}");
        record("重新认识");
        page().click("#net a.bad");
        page().navigate(server.at("/t/as/wang"));
        page().fill("#pin", PIN);
        assertThat(page().locator("h1")).containsText("把手机变成您的");
        choosePin();
        page().waitForCondition(() -> server.does("facts", "{}").contains("重新认识"));
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li.good")).containsText("重新认识");
    }

    @Test
    void whatIsRefusedIsShownWithItsReasonAndCanBeWrittenAgain() {
        record("这句不收");
        assertThat(page().locator("#net")).containsText("1 条要您看");
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li.bad")).containsText("这一句县里不能收");
        page().click("text=改一改再存");
        assertThat(page().locator("#words")).hasValue("这句不收");
        page().fill("#words", "换个说法");
        page().click("button.go");
        assertThat(page().locator("#net")).not().containsText("要您看");
        page().waitForCondition(() -> server.does("facts", "{}").contains("换个说法"));
    }

    @Test
    void aHouseholdThatHasAnotherContactNowLeavesAndTheWorkIsNotLost() {
        page().click(".home .pen >> nth=0");
        choose("met", "HEAD");
        choose("finding", "WELL");
        server.does("assign", "{\"n\": 12, \"to\": \"li\"}");
        page().click("button.go");
        page().click("nav a:nth-child(2)");
        assertThat(page().locator(".items li")).containsText("镇里在确认");
        page().click("nav a:nth-child(1)");
        assertThat(page().locator(".home")).hasCount(11);
    }

    static String app() {
        return server.at("/m/index.html");
    }

    void makeItMine(String who) {
        page().navigate(server.at("/t/as/" + who));
        choosePin();
        assertThat(page().locator(".home").first()).isVisible();
    }

    void choosePin() {
        page().fill("#pin", PIN);
        page().fill("#again", PIN);
    }

    void open() {
        if (!page().url().startsWith(server.at(""))) {
            page().navigate(app());
        }
        page().fill("#pin", PIN);
        assertThat(page().locator("#pin")).hasCount(0);
    }

    void choose(String name, String value) {
        page().click("label:has(input[name=%s][value=%s])".formatted(name, value));
    }

    /** A visit to the first on the list. */
    void record(String words) {
        page().click(".home .pen >> nth=0");
        choose("met", "HEAD");
        choose("finding", "WELL");
        page().fill("#words", words);
        page().click("button.go");
        assertThat(page().locator("main > .note.good")).containsText("已记下");
    }

    private static boolean holds(byte[] all, byte[] wanted) {
        outer:
        for (var at = 0; at <= all.length - wanted.length; at++) {
            for (var i = 0; i < wanted.length; i++) {
                if (all[at + i] != wanted[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
