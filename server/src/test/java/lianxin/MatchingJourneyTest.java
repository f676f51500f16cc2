package lianxin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which unit serves which villages: asked, watched, understood, compared, adopted and taken back, as it is seen and clicked. */
class MatchingJourneyTest extends DemoTown {

    static final String DOCUMENT = "帮包村安排〔2026〕1号";

    @ParameterizedTest
    @CsvSource({"zh-CN, 看方案, 已经撤回", "en, See the match, Taken back"})
    void fromAskingToAdoptingAndBack(String language, String look, String undone) {
        try (var browser = Browser.speaking(language)) {
            browser.page().navigate(at("/sign-in?lang=" + language.substring(0, 2)));
            var page = signIn(browser, "office");
            var run = asked(page, look);
            assertThat(browser.barriers()).isEmpty();
            understood(page, run);
            assertThat(browser.barriers()).isEmpty();
            page.navigate(at(run + "/changes"));
            assertThat(page.locator("p.say").first()).isVisible();
            adopted(page, run);
            assertThat(browser.barriers()).isEmpty();
            page.fill("main form[action$='/undo'] [name=reason]", "文件有误");
            page.click("main form[action$='/undo'] button");
            assertThat(page.locator("p.said")).containsText(undone);
            assertThat(page.locator("main form[action$='/adopt'] button")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The page of the match, once it is there; whoever watches is led to it. */
    String asked(Page page, String look) {
        page.navigate(at("/matchings?place=" + TOWN));
        page.click("main form[action='/matchings'] button");
        assertThat(page.locator("main form[action$='/adopt'] button")
                        .or(page.locator("main a.do:has-text('%s')".formatted(look))))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        return path(page.url()).replaceFirst("^http://[^/]+", "");
    }

    void understood(Page page, String run) {
        page.navigate(at(run));
        page.navigate(at(link(page, run + "/villages/CODE")));
        assertThat(page.locator("p.say").first()).isVisible();
        page.navigate(at(run));
        page.navigate(at(link(page, run + "/units/ID")));
        assertThat(page.locator("main tbody tr").first()).isVisible();
    }

    void adopted(Page page, String run) {
        page.navigate(at(run));
        page.fill("main form[action$='/adopt'] [name=source]", DOCUMENT);
        page.click("main form[action$='/adopt'] button");
        assertThat(page.locator("p.said")).isVisible();
        assertThat(page.locator("main tbody").first()).containsText(DOCUMENT);
        page.navigate(at("/pairing/grounds?place=" + TOWN));
        assertThat(page.locator("main tbody tr").first()).isVisible();
        page.navigate(at(run));
    }
}
