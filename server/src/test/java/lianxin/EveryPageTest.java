package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every main page, in both languages, on a desk and on a phone: nothing axe objects to, nothing in the console, nothing asked of elsewhere. */
class EveryPageTest extends DemoTown {

    static final List<String> FIXED = List.of(
            "/overview",
            "/overview?place=" + TOWN,
            "/overview/gaps",
            "/overview/idle",
            "/overview/loads",
            "/overview/units",
            "/overview/places",
            "/search?q=zfs",
            "/search?q=nobody",
            "/pairing",
            "/pairing/schemes",
            "/pairing/grounds",
            "/pairing/exclusions",
            "/pairing/backups",
            "/proposals",
            "/repairs",
            "/cards",
            "/cards?place=" + TOWN,
            "/imports",
            "/region",
            "/region/calendar",
            "/region/releases");

    @Autowired
    JdbcClient sql;

    static Stream<Arguments> views() {
        return Stream.of("zh-CN", "en")
                .flatMap(language -> Stream.of(1280, 390).map(width -> Arguments.of(language, width)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void nothingIsInTheWay(String language, int width) {
        try (var browser = width == 390 ? Browser.onAPhone(language) : Browser.speaking(language)) {
            var page = browser.page();
            var faults = new ArrayList<String>();
            look(browser, "/sign-in?lang=" + language.substring(0, 2), faults);
            signIn(browser, "office");
            var pages = new ArrayList<>(FIXED);
            pages.addAll(found(browser));
            pages.forEach(path -> look(browser, path, faults));
            page.click("header .me form button");
            for (var login : List.of("township", "unit", "cadre")) {
                signIn(browser, login);
                look(browser, path(page.url().replaceFirst("https?://[^/]+", "")), faults);
                look(browser, "/mine", faults);
                page.click("header .me form button");
            }
            look(browser, card(), faults);
            assertThat(page.locator("html").getAttribute("lang")).startsWith(language.substring(0, 2));
            assertThat(faults).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Pages of somebody or something, found as people find them: by following links. */
    List<String> found(Browser browser) {
        var page = browser.page();
        page.navigate(at("/overview?place=" + TOWN));
        var village = href(page.locator("ul.cells a").first());
        page.navigate(at(village));
        var household = link(page, "/households/ID");
        var cadre = link(page, "/cadres/ID");
        var code = village.replaceFirst(".*place=(\\d{12}).*", "$1");
        page.navigate(at("/proposals?place=" + TOWN));
        var run = link(page, "/proposals/ID");
        page.navigate(at(run));
        var holder = link(page, "/proposals/ID/cadres/ID");
        page.navigate(at(run + "/villages/" + code));
        var why = link(page, "/proposals/ID/households/ID");
        return List.of(
                village,
                "/overview?place=" + code + "&on=2025-06-02",
                "/pairing/villages/" + code,
                "/region/" + code,
                "/repairs/place/" + TOWN,
                household,
                cadre,
                cadre.replace("/cadres/", "/repairs/cadre/"),
                run,
                run + "/villages/" + code,
                holder,
                why);
    }

    void look(Browser browser, String path, List<String> faults) {
        var page = browser.page();
        var answer = page.navigate(at(path));
        if (answer.status() != 200) {
            faults.add(path + ": " + answer.status());
        }
        browser.barriers().forEach(barrier -> faults.add(path + ": " + barrier));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
            faults.add(path + ": wider than the window");
        }
    }

    /** What the code on some card leads to. */
    String card() {
        return "/h/"
                + sql.sql("select code from card.card where withdrawn_on is null order by code limit 1")
                        .query(String.class)
                        .single();
    }

    /** Somebody has printed the cards of a village, as the office would. */
    @BeforeEach
    void cardsArePrinted() {
        if (sql.sql("select count(*) from card.card").query(Integer.class).single() == 0) {
            try (var browser = Browser.speaking("zh-CN")) {
                var page = signIn(browser, "office");
                page.navigate(at("/cards?place=" + TOWN));
                var form = page.locator("main form[action*='/cards/village/']").first();
                assertThat(printed(page, form).status()).isEqualTo(200);
            }
        }
    }
}
