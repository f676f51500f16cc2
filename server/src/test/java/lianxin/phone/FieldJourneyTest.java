package lianxin.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.UUID;
import lianxin.Browser;
import lianxin.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A contact cadre's day with the field app, against the real house: signed in once, out of signal, killed, and back. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianxin.demo.enabled=true", "lianxin.demo.scale=township"})
class FieldJourneyTest {

    /** What may be asked of a person in a yard. */
    static final int TAPS = 8;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private int taps;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("field", properties);
    }

    @Test
    void fromTheFirstSignInToAReceiptAndBackOutOfSignal() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        try (var pocket = new Pocket("zh-CN", 390)) {
            makeItMine(pocket.page());
            var homes = pocket.page().locator(".home").count();
            assertThat(homes).isGreaterThan(0);
            assertThat(pocket.page().locator(".figures")).containsText("县里算的");

            pocket.killAndStart();
            pocket.context().setOffline(true);
            var page = pocket.page();
            page.navigate(at("/m/"));
            var began = System.nanoTime();
            type(page, "#pin", FieldAppTest.PIN);
            tap(page, ".home .pen >> nth=0");
            tap(page, "label:has([name=met][value=HEAD])");
            tap(page, "label:has([name=finding][value=WELL])");
            tap(page, "#words");
            type(page, "#words", "老两口身体好，麦子浇了");
            tap(page, "button.go");
            assertThat(page.locator("main > .note.good")).containsText("已记下");
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "From six digits to kept: %d taps beside the PIN, %.1f s at human speed%n", taps, seconds);
            assertThat(taps).isLessThanOrEqualTo(TAPS);

            pocket.killAndStart();
            page = pocket.page();
            page.navigate(at("/m/"));
            page.fill("#pin", FieldAppTest.PIN);
            assertThat(page.locator("#pin")).hasCount(0);
            page.click("nav a:nth-child(2)");
            assertThat(page.locator(".items li.good")).containsText("老两口身体好");
            assertThat(told()).isEqualTo(1);
            assertThat(page.locator(".items li.good")).containsText("已送到县里");
            page.click("nav a:nth-child(1)");
            assertThat(page.locator(".home")).hasCount(homes);
            assertThat(pocket.complaints()).isEmpty();
        }
    }

    /** R16, R97: heard where no signal is, handled by a department, disputed by the household, done again, and solved only when the household says so. */
    @Test
    void fromAYardWithoutASignalToTheHouseholdsConfirmation() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        var words = "村口路灯坏了一个月";
        try (var pocket = new Pocket("zh-CN", 390);
                var desk = Browser.speaking("zh-CN");
                var handler = Browser.speaking("zh-CN");
                var home = Browser.onAPhone("zh-CN")) {
            makeItMine(pocket.page());
            pocket.context().setOffline(true);
            hear(pocket.page(), words);
            pocket.context().setOffline(false);
            pocket.page().click("nav a:nth-child(2)");
            assertThat(pocket.page().locator(".items li.good")).containsText(words);
            var id = sql.sql("select id from cases.issue where words = :words")
                    .param("words", words)
                    .query(String.class)
                    .single();
            var place = "/cases/" + id;
            give(signedIn(desk, "township"), words, place);
            var work = signedIn(handler, "handler");
            reply(work, place, "已报修");
            looksAt(pocket.page(), id, "有答复了，等这家自己说办好没有");
            assertThat(work.locator("[name=voice]")).hasCount(0);
            var card = "/h/" + card(desk.page(), id) + "/cases";
            say(home.page(), card, words, "DISPUTED", "灯还是不亮");
            reply(work, place, "换了灯头，晚上亮了");
            assertThat(work.locator("main")).containsText("灯还是不亮");
            say(home.page(), card, words, "CONFIRMED", "");
            looksAt(pocket.page(), id, "这家说办好了");
            assertThat(pocket.complaints()).isEmpty();
            desk.page().navigate(at(place));
            assertThat(desk.page().locator("main")).containsText("本户说办好了");
            assertThat(desk.barriers()).isEmpty();
            assertThat(home.barriers()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
            assertThat(handler.complaints()).isEmpty();
            assertThat(home.complaints()).isEmpty();
            assertThat(sql.sql(
                                    "select said || ' ' || way || ' ' || round from cases.answer where issue = :id order by at")
                            .param("id", UUID.fromString(id))
                            .query(String.class)
                            .list())
                    .containsExactly("DISPUTED CARD 0", "CONFIRMED CARD 1");
        }
    }

    /** The cadre sees on the phone where it stands, and has nothing there to say it for the household. */
    private void looksAt(Page page, String issue, String stands) {
        var home = sql.sql("select household::text from cases.issue where id = :id::uuid")
                .param("id", issue)
                .query(String.class)
                .single();
        page.click("nav a:nth-child(3)");
        page.click(".reasons button:has-text('现在就送取')");
        page.evaluate("home => { location.hash = '#/home/' + home }", home);
        assertThat(page.locator("main")).containsText(stands);
        assertThat(page.locator("main [name=voice]")).hasCount(0);
    }

    private static void hear(Page page, String words) {
        page.click(".home .pen >> nth=0");
        page.click("label:has([name=met][value=HEAD])");
        page.click("label:has([name=finding][value=NEED])");
        page.click("label:has([name=needTopic][value=ROAD])");
        page.fill("[name=needWords]", words);
        page.click("button.go");
        assertThat(page.locator("main > .note.good")).containsText("已记下");
    }

    private void give(Page page, String words, String place) {
        page.navigate(at("/cases?q=" + words.substring(0, 4)));
        assertThat(page.locator("main a[href^='" + place + "']")).isVisible();
        page.navigate(at(place));
        var unit = sql.sql("""
                select m.unit::text from access.mandate m join access.account a on a.id = m.account where a.login = 'handler' and m.unit is not null
                """).query(String.class).single();
        page.selectOption("form[action$='/assign'] [name=to]", "COUNTY:" + unit);
        page.click("form[action$='/assign'] button:not(.quiet)");
        assertThat(page.locator(".said")).isVisible();
    }

    private void reply(Page page, String place, String words) {
        page.navigate(at(place));
        page.click("form[action$='/accept'] button");
        page.check("form[action$='/reply'] [name=outcome][value=SOLVED]");
        page.fill("form[action$='/reply'] [name=reply]", words);
        page.click("form[action$='/reply'] button");
        assertThat(page.locator("form[action$='/reply']")).hasCount(0);
    }

    private void say(Page page, String card, String words, String voice, String why) {
        page.navigate(at(card));
        var mine = page.locator("article", new Page.LocatorOptions().setHasText(words));
        mine.locator("[name=words]").fill(why);
        mine.locator("button[value=" + voice + "]").click();
        assertThat(page.locator(".said")).isVisible();
    }

    /** The township prints the household its card; the code is on it. */
    private String card(Page page, String issue) {
        var home = sql.sql("select household::text from cases.issue where id = :id")
                .param("id", UUID.fromString(issue))
                .query(String.class)
                .single();
        page.navigate(at("/households/" + home));
        var form = page.locator("form[action^='/cards/household/']").first();
        page.request()
                .post(
                        at(String.valueOf(form.getAttribute("action"))),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set(
                                                "_csrf",
                                                form.locator("[name=_csrf]").inputValue()))
                                .setTimeout(120_000));
        return sql.sql("select code from card.card where household = :home::uuid order by version desc limit 1")
                .param("home", home)
                .query(String.class)
                .single();
    }

    private Page signedIn(Browser browser, String login) {
        var page = browser.page();
        page.navigate(at("/sign-in"));
        page.fill("[name=username]", login);
        page.fill("[name=password]", "lianxin-" + login);
        page.click("main button");
        assertThat(page.locator("header .me form")).isVisible();
        return page;
    }

    /** As people do: looking before each tap, a moment for each sign. */
    private void tap(Page page, String what) {
        page.waitForTimeout(1200);
        page.click(what);
        taps++;
    }

    private static void type(Page page, String where, String what) {
        page.waitForTimeout(800);
        page.locator(where)
                .pressSequentially(what, new com.microsoft.playwright.Locator.PressSequentiallyOptions().setDelay(700));
    }

    private void makeItMine(Page page) {
        page.navigate(at("/m"));
        page.click(".go");
        page.fill("[name=username]", "cadre");
        page.fill("[name=password]", "lianxin-cadre");
        page.click("main button");
        page.fill("#pin", FieldAppTest.PIN);
        page.fill("#again", FieldAppTest.PIN);
        assertThat(page.locator(".home").first()).isVisible();
    }

    private long told() {
        return sql.sql("select count(*) from phone.receipt").query(Long.class).single();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
