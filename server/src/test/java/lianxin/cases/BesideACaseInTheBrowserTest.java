package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.Browser;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.attachment.Specimens;
import lianxin.pairing.Cast;
import lianxin.particulars.Kind;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A file is added, a case is looked for by its number and a question that was not delivered is tried again, as each is seen and clicked, on a desk and on a phone. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"db-scheduler.polling-interval=24h", "lianxin.signin.second-factor-from=2099-01-01"})
class BesideACaseInTheBrowserTest {

    static final String PASSWORD = "a-lamp-beside-the-road";
    static final String PHONE = "13805374321";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Handling handling;

    @Autowired
    Particulars particulars;

    Cast cast;
    UUID home;
    Case one;

    @DynamicPropertySource
    static void itsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("beside", properties);
        properties.add("lianxin.gateway.url", () -> "http://127.0.0.1:9/ask");
        properties.add("lianxin.gateway.secret", lianxin.egress.Signature::secret);
        properties.add("lianxin.egress.inside", () -> "127.0.0.1/32");
    }

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        particulars.put(home, Kind.PHONE, PHONE, LocalDate.now(CountyTime.ZONE), cast.office());
        one = cases.open(
                home, lianxin.cases.Kind.SERVICE, "ROAD", "村口的路灯坏了半个月，晚上看不见路", cast.as(Role.TOWNSHIP, null, null));
        accounts.open(
                "b-township",
                PASSWORD,
                "乡镇",
                Role.TOWNSHIP,
                new DivisionCode(cast.county() + 100_000).ground(),
                null,
                null);
        accounts.open("b-office", PASSWORD, "活动办", Role.OFFICE, cast.ground(), null, null);
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    void signIn(Browser browser, String login, String language) {
        var page = browser.page();
        page.navigate(at("/sign-in?lang=" + language));
        page.fill("[name=username]", login);
        page.fill("[name=password]", PASSWORD);
        page.click("form[action='/sign-in'] button");
    }

    void fine(Browser browser, String name) {
        assertThat(browser.barriers()).as(name).isEmpty();
        assertThat((boolean) browser.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits its width", name)
                .isTrue();
        browser.picture(name);
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-CN, desk", "en, en, desk", "zh, zh-CN, phone", "en, en, phone"})
    void asEachIsSeen(String language, String locale, String where) {
        var suffix = "-" + language + "-" + where;
        try (var browser = where.equals("desk") ? Browser.speaking(locale) : Browser.onAPhone(locale)) {
            var page = browser.page();
            signIn(browser, "b-township", language);
            page.navigate(at("/cases/" + one.id()));
            fine(browser, "case-without-files" + suffix);
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("路灯.jpg", "image/jpeg", Specimens.withPlace()));
            page.locator("form[enctype] button").click();
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("信.html", "text/html", Specimens.text("<script>alert(1)</script>")));
            page.locator("form[enctype] button").click();
            fine(browser, "file-refused" + suffix);
            page.navigate(at("/cases/" + one.id()));
            fine(browser, "case-with-file" + suffix);
            assertThat(page.getByText(one.number() + "-1.jpg").count()).isPositive();
            notDelivered(browser, language, suffix);
            assertThat(browser.complaints()).filteredOn(c -> !c.contains("415")).isEmpty();
        }
        try (var browser = where.equals("desk") ? Browser.speaking(locale) : Browser.onAPhone(locale)) {
            var page = browser.page();
            page.navigate(at("/sign-in?lang=" + language));
            page.locator("a[href='/ask']").click();
            fine(browser, "ask" + suffix);
            asks(browser, "0000");
            fine(browser, "ask-no-match" + suffix);
            page.navigate(at("/ask"));
            asks(browser, PHONE.substring(7));
            assertThat(page.getByText("村口的路灯坏了半个月").count()).isPositive();
            fine(browser, "ask-found" + suffix);
            assertThat(page.url()).endsWith("/ask");
            assertThat(browser.complaints()).filteredOn(c -> !c.contains("404")).isEmpty();
        }
    }

    void asks(Browser browser, String four) {
        browser.page().fill("[name=number]", one.number());
        browser.page().fill("[name=four]", four);
        browser.page().locator("form[action='/ask'] button").click();
    }

    void notDelivered(Browser browser, String language, String suffix) {
        var page = browser.page();
        page.context().clearCookies();
        signIn(browser, "b-office", language);
        page.navigate(at("/gateway/failed"));
        fine(browser, "not-delivered-none" + suffix);
        handling.reply(one.id(), one.version(), Outcome.SOLVED, "换了新灯泡", null, cast.as(Role.TOWNSHIP, null, null));
        sql.sql(
                        "insert into gateway.consent (id, household, place, agreed_on, by_whom, at) values (:id, :home, :place, '2026-11-01', :id, now())")
                .param("id", UUID.randomUUID())
                .param("home", home)
                .param("place", cast.code(1))
                .update();
        sql.sql("""
                insert into gateway.ask (id, issue, household, place, reference, state, tries, next_at, made_at, ended_at, trouble, status)
                values (:id, :issue, :home, :place, repeat('x', 40) || :id::text, 'FAILED', 3, now(), now(), now(), 'REFUSED', 404)
                """)
                .param("id", UUID.randomUUID())
                .param("issue", one.id())
                .param("home", home)
                .param("place", cast.code(1))
                .update();
        page.navigate(at("/cases/figures?place=" + cast.county()));
        page.locator("a[href='/gateway/failed']").click();
        fine(browser, "not-delivered" + suffix);
        page.locator("form[action$='/again'] button").click();
        assertThat(page.locator("[role=status]").first().isVisible()).isTrue();
        fine(browser, "tried-again" + suffix);
        assertThat(page.locator("form[action$='/again']").count())
                .as("it waits, and was tried before")
                .isLessThanOrEqualTo(1);
        page.context().clearCookies();
    }
}
