package lianxin.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
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
