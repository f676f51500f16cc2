package lianxin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A township’s clerk brings a hotline’s list, filters, keeps the filter, gives cases by keyboard and looks at the board; in both languages, at a desk and on a phone. */
class CaseListsInTheBrowserTest extends DemoTown {

    static final String ROWS = """
            村,户,类别,什么事,原话,听到日期,来源编号
            VILLAGE,,,,东头三排路灯坏了一个星期,,B-1
            VILLAGE,,建议,,广场上能不能装两个篮球架,,B-2
            VILLAGE,,,,水管裂了路上都是水，没人来修,,B-3
            没有的村,,,,路不平,,B-4
            VILLAGE,,投诉,,村干部说话难听,,B-5
            """;

    @Autowired
    JdbcClient sql;

    @Test
    void fromAListToTheBoardByKeyboard() {
        var village = sql.sql("select min(place)::text from registry.household where until = 'infinity'")
                .query(String.class)
                .single();
        try (var browser = Browser.speaking("zh-CN")) {
            var page = signIn(browser, "township");
            page.navigate(at("/cases/lists"));
            look(browser, "lists");
            bring(page, ROWS.replace("VILLAGE", village), "12345热线");
            assertThat(page.locator("main")).containsText("12345热线：3 件可以受理");
            look(browser, "list-waits");
            page.locator("form[action$='/keep'] button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".said")).containsText("已受理 3 件");
            look(browser, "list-kept");
            page.locator("form[action$='/undo'] button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".said")).containsText("已撤销 3 件");
            bring(page, ROWS.replace("VILLAGE", village), "12345热线");
            page.click("form[action$='/keep'] button");
            bring(page, ROWS.replace("VILLAGE", village).replace("B-3", "C-3"), "12345热线");
            assertThat(page.locator("main")).containsText("以前的名单里有过");
            assertThat(page.locator("[name=also]")).hasCount(1);
            look(browser, "list-again");

            page.navigate(at("/cases?turn=SORT&where=" + village));
            assertThat(page.locator("main h1")).containsText("筛选到");
            look(browser, "filtered");
            var rows = page.locator("table.list tbody th a");
            assertThat(rows.count()).isGreaterThanOrEqualTo(3);
            rows.first().focus();
            page.keyboard().press("ArrowDown");
            assertThat(rows.nth(1)).isFocused();
            assertThat(page.locator("[name=chosen]").count()).isEqualTo(rows.count());
            page.fill("[name=label]", "这个村等分办的");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said")).containsText("已存下");
            assertThat(page.locator("a.chip[aria-current=page]")).hasText("这个村等分办的");
            look(browser, "filter-kept");
            page.click("form[action$='/drop'] button");
            assertThat(page.locator("a.chip[aria-current=page]")).hasCount(0);
            page.click("text=放回刚才去掉的筛选");
            assertThat(page.locator("a.chip[aria-current=page]")).hasText("这个村等分办的");

            page.navigate(at("/cases"));
            page.click("text=本乡镇一览");
            assertThat(page.locator("main h1")).containsText("办理中");
            look(browser, "board");
            page.click("section[aria-labelledby=c-SORT] h2 a");
            assertThat(page.locator("main h1")).containsText("筛选到");
            assertThat(browser.complaints()).isEmpty();
        }
        try (var browser = Browser.speaking("en")) {
            browser.page().navigate(at("/sign-in?lang=en"));
            var page = signIn(browser, "township");
            for (var path : List.of("/cases/lists", "/cases?turn=SORT&where=" + village, "/cases/township/" + TOWN)) {
                page.navigate(at(path));
                look(
                        browser,
                        path.replaceAll("\\?.*", "").replaceAll("\\d+", "").substring(1) + "-en");
            }
            page.navigate(at("/cases/lists"));
            bring(page, ROWS.replace("VILLAGE", village), "Hotline 12345");
            look(browser, "list-waits-en");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    void bring(Page page, String rows, String source) {
        page.navigate(at("/cases/lists"));
        page.setInputFiles("[name=file]", new FilePayload("热线.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        page.fill("[name=source]", source);
        page.click("main form:has([name=file]) button");
    }

    /** Nothing keeps anybody out, and nothing sticks out, at either width. */
    void look(Browser browser, String name) {
        for (var width : List.of(390, 1280)) {
            browser.page().setViewportSize(width, 900);
            var over = (int) browser.page()
                    .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(over).as("%s at %d sticks out", name, width).isLessThanOrEqualTo(0);
            browser.picture("case-lists/" + name.replace('/', '-') + "-" + width);
        }
        assertThat(browser.barriers()).as(name).isEmpty();
    }
}
