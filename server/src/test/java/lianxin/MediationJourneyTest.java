package lianxin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalDate;
import lianxin.platform.CountyTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dispute as the village’s desk takes it on: from a clue to an agreement the court confirmed, clicked and, where there is a choice, by keyboard. */
class MediationJourneyTest extends DemoTown {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void fromAClueToAConfirmedAgreement(String language) {
        try (var browser = Browser.speaking(language)) {
            browser.page().navigate(at("/sign-in?lang=" + language.substring(0, 2)));
            var page = signIn(browser, "village");
            var words = "两户为共用的井台吵嘴 " + language;
            page.navigate(at("/mediations"));
            usable(browser);
            noted(page, words);
            var matter = found(page, words);
            usable(browser);
            parties(page);
            mediation(page);
            usable(browser);
            agreement(browser);
            usable(browser);
            court(page);
            closed(page);
            usable(browser);
            page.navigate(at("/mediations?closed=true"));
            assertThat(page.locator("main a[href^='" + matter + "']")).isVisible();
            usable(browser);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** On an office screen and on a phone. */
    static void usable(Browser browser) {
        for (int width : new int[] {390, 1280}) {
            browser.page().setViewportSize(width, 900);
            assertThat((int) browser.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("sticks out at %d", width)
                    .isZero();
        }
        assertThat(browser.barriers()).isEmpty();
    }

    static void noted(Page page, String words) {
        page.selectOption("main [name=kind]", "NEIGHBOUR");
        page.selectOption("main [name=origin]", "ASKED");
        page.fill("main [name=words]", words);
        page.click("main form[action='/mediations'] button");
        assertThat(page.locator(".said")).isVisible();
    }

    /** The newest matter that says so. */
    String found(Page page, String words) {
        for (var link :
                page.locator("main table a").all().stream().map(DemoTown::href).toList()) {
            page.navigate(at(link));
            if (page.locator(".time").textContent().contains(words)) {
                return URI.create(page.url()).getPath();
            }
        }
        throw new AssertionError("not in the list");
    }

    void parties(Page page) {
        take(page, "party_named", form -> form.locator("[name=words]").fill("井东的"));
        take(page, "party_named", form -> form.locator("[name=words]").fill("井西的"));
        take(page, "offered", _ -> {});
        assertThat(page.locator("#offered")).hasCount(0);
        take(
                page,
                "consented",
                form -> form.locator("[name=who]")
                        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("井东的")));
        page.click("main form[action$='/back'] button");
        take(
                page,
                "consented",
                form -> form.locator("[name=who]")
                        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("井东的")));
        assertThat(page.locator("#begun")).hasCount(0);
        take(
                page,
                "consented",
                form -> form.locator("[name=who]")
                        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("井西的")));
    }

    void mediation(Page page) {
        take(page, "mediator_chosen", form -> form.locator("[name=key]").fill("village"));
        take(page, "begun", _ -> {});
        take(page, "session", form -> form.locator("[name=words]").fill("说开了"));
    }

    /** What cannot be taken back is looked at once more. */
    void agreement(Browser browser) {
        var page = browser.page();
        var form = open(page, "agreed_in_writing");
        form.locator("[name=words]").fill("井台归谁用");
        form.locator("[name=terms]").fill("轮着用");
        form.locator("[name=manner]").fill("单双日");
        form.locator("[name=due]").fill(TODAY.plusDays(10).toString());
        form.locator("[name=all]").all().forEach(Locator::check);
        form.locator("[name=sealed]").check();
        form.locator("button").click();
        assertThat(page.locator("main")).containsText("轮着用");
        usable(browser);
        page.click("main form[action$='/steps'] button");
        var paper = page.locator("main a[href$='/papers/agreement.pdf']");
        assertThat(page.request().get(at(href(paper))).headers().get("content-type"))
                .contains("pdf");
    }

    void court(Page page) {
        take(page, "performing", _ -> {});
        looked(
                page,
                "confirmation_applied",
                form -> form.locator("[name=all]").all().forEach(Locator::check));
        looked(page, "confirmation_accepted", _ -> {});
        looked(page, "confirmation_given", _ -> {});
    }

    void closed(Page page) {
        looked(page, "performed", form -> form.locator("[name=words]").fill("用上了"));
        take(page, "followed_up", form -> form.locator("[name=words]").fill("和好了"));
        looked(page, "archived", _ -> {});
        assertThat(page.locator("main details")).hasCount(0);
    }

    interface Filling {
        void in(Locator form);
    }

    static void take(Page page, String deed, Filling filling) {
        var form = open(page, deed);
        filling.in(form);
        form.locator("button").click();
        assertThat(page.locator(".said")).isVisible();
    }

    static void looked(Page page, String deed, Filling filling) {
        var form = open(page, deed);
        filling.in(form);
        form.locator("button").click();
        page.click("main form[action$='/steps'] button");
        assertThat(page.locator(".said")).isVisible();
    }

    /** By keyboard, as a screen reader’s user would. */
    static Locator open(Page page, String deed) {
        page.locator("#" + deed + " > summary").focus();
        page.keyboard().press("Enter");
        return page.locator("#" + deed + " form");
    }
}
