package lianxin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** A working day of the programme office, from the first look to a cadre's farewell, as it is seen and clicked. */
class JourneyTest extends DemoTown {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A day on which last year's plan held and nobody had thought of this year's. */
    static final LocalDate EARLIER = LocalDate.of(2025, 6, 2);

    @Test
    void fromTheFirstLookToAFarewell() throws IOException {
        try (var browser = Browser.speaking("zh-CN")) {
            var page = signIn(browser, "office");
            var gap = theFirstLook(page);
            var village = aVillage(page);
            threeFamiliesAreImported(page, village);
            theOverviewSees(page, "还有 " + (gap + 3) + " 户没有");
            var run = aProposalIsAsked(page);
            itIsComparedAndExplained(page, run, village);
            itIsAdopted(page, run, gap + 3);
            theOverviewSees(page, "户户都有自己的固定联系人");
            theVillagesCardsArePrinted(page, village);
            aCadreLeaves(page, village);
            theOverviewSees(page, "户户都有自己的固定联系人");
            unitsAndVillagesAreMatched(page);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** How many households the sentence says have nobody. */
    int theFirstLook(Page page) {
        assertThat(page.locator("p.say")).containsText("10,001 户农家");
        assertThat(page.locator("p.age")).containsText("没有要求任何人填报");
        assertThat(page.locator("ul.cells a.held").count()).isGreaterThan(10);
        var gap = page.locator("p.say a.gap[href*='/overview/gaps']").all();
        return gap.isEmpty() ? 0 : Integer.parseInt(gap.getFirst().textContent().replaceAll("\\D", ""));
    }

    /** Not the first, where the people with accounts work. */
    String aVillage(Page page) {
        page.navigate(at("/overview?place=" + TOWN));
        var href = href(page.locator("ul.cells a.held").nth(3));
        return href.replaceFirst(".*place=(\\d{12}).*", "$1");
    }

    void threeFamiliesAreImported(Page page, String village) throws IOException {
        var template = page.request().get(at("/imports/templates/households.xlsx"));
        assertThat(template.status()).isEqualTo(200);
        page.navigate(at("/imports"));
        page.selectOption("[name=roster]", "HOUSEHOLDS");
        page.setInputFiles("[name=file]", new FilePayload("新立户.xlsx", XLSX, filledIn(template.body(), village)));
        page.click("main form:has([name=file]) button");
        var decide = page.locator("main form[action$='/apply'] button");
        assertThat(decide).containsText("导入这 3 条", patiently());
        decide.click();
        assertThat(page.locator("p.say")).containsText("已经导入", patiently());
    }

    /** The template as an office worker fills it in: what its own header asks for, three times. */
    static byte[] filledIn(byte[] template, String village) throws IOException {
        var facts = Map.of("户编号", "JOURNEY-", "村代码", village, "户主", "欧阳新", "人口", "3");
        var filled = new ByteArrayOutputStream();
        try (var blank = new ReadableWorkbook(new ByteArrayInputStream(template));
                var book = new Workbook(filled, "test", "1.0")) {
            var sheet = book.newWorksheet("农户");
            var header = blank.getFirstSheet().read().getFirst();
            for (var column = 0; column < header.getCellCount(); column++) {
                var title = header.getCellText(column);
                sheet.value(0, column, title);
                for (var row = 1; row <= 3; row++) {
                    var fact = facts.get(title);
                    if (fact != null) {
                        sheet.value(row, column, title.equals("户编号") ? fact + row : fact);
                    }
                }
            }
        }
        return filled.toByteArray();
    }

    /** Figures follow the news a moment later, so the page is asked until it says so. */
    void theOverviewSees(Page page, String said) {
        page.waitForCondition(
                () -> {
                    page.navigate(at("/overview?place=" + TOWN));
                    return page.locator("p.say").textContent().contains(said);
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    String aProposalIsAsked(Page page) {
        page.navigate(at("/proposals?place=" + TOWN));
        page.click("main form[action='/proposals'] button");
        assertThat(page.locator("main form[action$='/adopt'] button").or(page.locator("main a.do:has-text('看方案')")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        var run = path(page.url());
        page.navigate(run);
        assertThat(page.locator("p.say")).containsText("10,004 户农家每户都有一位固定联系人");
        return run;
    }

    void itIsComparedAndExplained(Page page, String run, String village) {
        page.navigate(at(link(page, "/proposals/ID/against/ID")));
        assertThat(page.locator("p.say")).containsText("户的联系人不同");
        page.navigate(run + "/villages/" + village);
        page.navigate(at(link(page, "/proposals/ID/households/ID")));
        assertThat(page.locator("h1")).containsText("为什么是这位联系人");
        assertThat(page.locator("p.age")).containsText("可以联系这一户的干部有");
        assertThat(page.locator("main tbody tr")).hasCount(4);
    }

    void itIsAdopted(Page page, String run, int fresh) {
        page.navigate(run);
        page.click("main form[action$='/adopt'] button");
        assertThat(page.locator("p.said")).containsText("新有联系人 " + fresh + " 户");
        assertThat(page.locator("main form[action$='/adopt']")).hasCount(0);
    }

    void theVillagesCardsArePrinted(Page page, String village) {
        page.navigate(at("/cards?place=" + TOWN));
        var form = page.locator("main form[action='/cards/village/%s.pdf']".formatted(village));
        var pdf = printed(page, form);
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.headers().get("content-type")).startsWith("application/pdf");
        assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
    }

    void aCadreLeaves(Page page, String village) {
        var before = contacts(page, village, "?on=" + EARLIER);
        var now = contacts(page, village, "");
        var household = before.keySet().stream()
                .filter(h -> before.get(h).equals(now.get(h)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody in " + village + " kept his contact"));
        var leaver = before.get(household);
        page.navigate(at(leaver));
        var name = page.locator("h1").textContent();

        page.navigate(at(link(page, "/repairs/cadre/ID")));
        assertThat(page.locator("p.say")).containsText(name);
        assertThat(page.locator("main tbody a[href='%s']".formatted(household))).isVisible();
        page.click("main form:has([name=leaves][value=true]) button");
        assertThat(page.locator("p.said")).containsText(name + "已调离");

        page.navigate(at(household));
        assertThat(page.locator("dl.facts").first()).containsText("原联系人调离");
        assertThat(page.locator("ol.time li").filter(new Locator.FilterOptions().setHasText("原联系人调离")))
                .hasCount(1);
        assertThat(path(link(page, "/cadres/ID"))).isNotEqualTo(leaver);

        page.navigate(at(household + "?on=" + EARLIER));
        assertThat(page.locator("p.past")).isVisible();
        assertThat(link(page, "/cadres/ID")).isEqualTo(leaver);
        page.navigate(at("/overview?place=" + village + "&on=" + EARLIER));
        assertThat(page.locator("p.past")).isVisible();
    }

    /** Asked, watched, understood, compared, adopted and taken back; the looking in both languages. */
    void unitsAndVillagesAreMatched(Page page) {
        page.navigate(at("/matchings?place=" + TOWN));
        page.click("main form[action='/matchings'] button");
        assertThat(page.locator("main form[action$='/adopt'] button").or(page.locator("main a.do:has-text('看方案')")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        var run = path(page.url());
        for (var language : List.of("en", "zh")) {
            page.navigate(at(run + "?lang=" + language));
            assertThat(page.locator("main form[action$='/adopt'] button")).isVisible();
            page.click("main tbody a[href*='/villages/'] >> nth=0");
            assertThat(page.locator("p.say").first()).isVisible();
            page.navigate(at(run));
            page.click("main tbody a[href*='/units/'] >> nth=0");
            assertThat(page.locator("h1")).isVisible();
            page.navigate(at(run + "/changes"));
            assertThat(page.locator("p.say").first()).isVisible();
        }
        page.navigate(at(run));
        page.fill("main form[action$='/adopt'] [name=source]", "帮包村安排〔2026〕1号");
        page.click("main form[action$='/adopt'] button");
        assertThat(page.locator("p.said")).isVisible();
        assertThat(page.locator("main tbody").first()).containsText("帮包村安排〔2026〕1号");
        page.fill("main form[action$='/undo'] [name=reason]", "文件有误");
        page.click("main form[action$='/undo'] button");
        assertThat(page.locator("p.said")).containsText("已经撤回");
        assertThat(page.locator("main form[action$='/adopt'] button")).isVisible();
    }

    /** Household's page to its contact's, as the village's list shows them. */
    Map<String, String> contacts(Page page, String village, String when) {
        page.navigate(at("/pairing/villages/" + village + when));
        var contacts = new HashMap<String, String>();
        for (var row : page.locator("main tbody tr").all()) {
            var links = row.locator("a").all();
            if (links.size() == 2) {
                contacts.put(path(href(links.getFirst())), path(href(links.getLast())));
            }
        }
        return contacts;
    }

    static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
