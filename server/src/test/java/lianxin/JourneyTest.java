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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A working day of the programme office, from the first look to a cadre's farewell, as it is seen and clicked. */
class JourneyTest extends DemoTown {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A day on which last year's plan held and nobody had thought of this year's. */
    static final LocalDate EARLIER = LocalDate.of(2025, 6, 2);

    /** What the office reads on the way, in its language. */
    record Said(
            String language,
            String unasked,
            String gap,
            String all,
            String choose,
            String imported,
            String look,
            String everybody,
            String differ,
            String why,
            String could,
            String fresh,
            String left,
            String reason) {}

    static final Said CHINESE = new Said(
            "zh-CN",
            "没有要求任何人填报",
            "还有 %d 户没有",
            "户户都有自己的固定联系人",
            "导入这 3 条",
            "已经导入",
            "看方案",
            "%,d 户农家每户都有一位固定联系人",
            "户的联系人不同",
            "为什么是这位联系人",
            "可以联系这一户的干部有",
            "新有联系人 %d 户",
            "%s已调离",
            "原联系人调离");

    static final Said ENGLISH = new Said(
            "en",
            "nobody was asked to report",
            "%d with none",
            "every one with a fixed contact of its own",
            "Import these 3",
            "Imported.",
            "See the proposal",
            "%,d households each get one fixed contact",
            "households have different contacts",
            "Why this contact",
            "cadres could take this household",
            "%d households with a new contact",
            "%s has left",
            "the contact left");

    static List<Said> languages() {
        return List.of(CHINESE, ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fromTheFirstLookToAFarewell(Said said) throws IOException {
        try (var browser = Browser.speaking(said.language())) {
            browser.page().navigate(at("/sign-in?lang=" + said.language().substring(0, 2)));
            var page = signIn(browser, "office");
            var households = theFirstLook(page, said);
            var gap = gap(page);
            var village = aVillage(page, said);
            threeFamiliesAreImported(page, village, said);
            nothingBars(browser);
            theOverviewSees(page, said.gap().formatted(gap + 3));
            var run = aProposalIsAsked(page, households + 3, said);
            nothingBars(browser);
            itIsComparedAndExplained(page, run, village, said);
            nothingBars(browser);
            itIsAdopted(page, run, gap + 3, said);
            nothingBars(browser);
            theOverviewSees(page, said.all());
            theVillagesCardsArePrinted(page, village);
            aCadreLeaves(page, village, said);
            theOverviewSees(page, said.all());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    static void nothingBars(Browser browser) {
        assertThat(browser.barriers()).isEmpty();
    }

    /** How many households there are. */
    int theFirstLook(Page page, Said said) {
        assertThat(page.locator("p.age").first()).containsText(said.unasked());
        assertThat(page.locator("ul.cells a.held").count()).isGreaterThan(10);
        return number(page.locator("p.say a[href^='/households']"));
    }

    /** How many households the sentence says have nobody. */
    int gap(Page page) {
        var gap = page.locator("p.say a.gap[href*='/overview/gaps']");
        return gap.count() == 0 ? 0 : number(gap);
    }

    static int number(Locator said) {
        return Integer.parseInt(said.textContent().replaceAll("\\D", ""));
    }

    /** Not the first, where the people with accounts work. */
    String aVillage(Page page, Said said) {
        page.navigate(at("/overview?place=" + TOWN));
        var href = href(page.locator("ul.cells a.held").nth(said == CHINESE ? 3 : 5));
        return href.replaceFirst(".*place=(\\d{12}).*", "$1");
    }

    void threeFamiliesAreImported(Page page, String village, Said said) throws IOException {
        var template = page.request().get(at("/imports/templates/households.xlsx"));
        assertThat(template.status()).isEqualTo(200);
        page.navigate(at("/imports"));
        page.selectOption("[name=roster]", "HOUSEHOLDS");
        page.setInputFiles("[name=file]", new FilePayload("新立户.xlsx", XLSX, filledIn(template.body(), village, said)));
        page.click("main form:has([name=file]) button");
        var decide = page.locator("main form[action$='/apply'] button");
        assertThat(decide).containsText(said.choose(), patiently());
        decide.click();
        assertThat(page.locator("p.say")).containsText(said.imported(), patiently());
    }

    /** The template as an office worker fills it in: what its own header asks for, three times. */
    static byte[] filledIn(byte[] template, String village, Said said) throws IOException {
        var key = "JOURNEY-" + said.language() + "-";
        var facts = said == CHINESE
                ? Map.of("户编号", key, "村代码", village, "户主", "欧阳新", "人口", "3")
                : Map.of("Household number", key, "Village code", village, "Head", "欧阳新", "People", "3");
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
                        sheet.value(row, column, fact.equals(key) ? fact + row : fact);
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

    String aProposalIsAsked(Page page, int households, Said said) {
        page.navigate(at("/proposals?place=" + TOWN));
        page.click("main form[action='/proposals'] button");
        assertThat(page.locator("main form[action$='/adopt'] button")
                        .or(page.locator("main a.do:has-text('%s')".formatted(said.look()))))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        var run = path(page.url());
        page.navigate(run);
        assertThat(page.locator("p.say")).containsText(said.everybody().formatted(households));
        return run;
    }

    void itIsComparedAndExplained(Page page, String run, String village, Said said) {
        page.navigate(at(link(page, "/proposals/ID/against/ID")));
        assertThat(page.locator("p.say")).containsText(said.differ());
        page.navigate(run + "/villages/" + village);
        page.navigate(at(link(page, "/proposals/ID/households/ID")));
        assertThat(page.locator("h1")).containsText(said.why());
        assertThat(page.locator("p.age")).containsText(said.could());
        assertThat(page.locator("main tbody tr")).hasCount(4);
    }

    void itIsAdopted(Page page, String run, int fresh, Said said) {
        page.navigate(run);
        page.click("main form[action$='/adopt'] button");
        assertThat(page.locator("p.said")).containsText(said.fresh().formatted(fresh));
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

    void aCadreLeaves(Page page, String village, Said said) {
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
        assertThat(page.locator("p.said")).containsText(said.left().formatted(name));

        page.navigate(at(household));
        assertThat(page.locator("dl.facts").first()).containsText(said.reason());
        assertThat(page.locator("ol.time li").filter(new Locator.FilterOptions().setHasText(said.reason())))
                .hasCount(1);
        assertThat(path(link(page, "/cadres/ID"))).isNotEqualTo(leaver);

        page.navigate(at(household + "?on=" + EARLIER));
        assertThat(page.locator("p.past")).isVisible();
        assertThat(link(page, "/cadres/ID")).isEqualTo(leaver);
        page.navigate(at("/overview?place=" + village + "&on=" + EARLIER));
        assertThat(page.locator("p.past")).isVisible();
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
