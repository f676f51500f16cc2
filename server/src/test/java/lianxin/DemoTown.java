package lianxin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demonstration's town behind a real port, in a database of its own; the tests that extend this share it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianxin.demo.enabled=true", "lianxin.demo.scale=township"})
abstract class DemoTown {

    static final String TOWN = "370827101000";

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("journey", properties);
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Signs in by the form, as anybody would. */
    Page signIn(Browser browser, String login) {
        var page = browser.page();
        page.navigate(at("/sign-in"));
        page.fill("[name=username]", login);
        page.fill("[name=password]", "lianxin-" + login);
        page.click("main button");
        assertThat(page.locator("header .me form")).isVisible();
        return page;
    }

    /** The first link in {@code page} that leads to something of this shape, {@code ID} being an identity; without what follows a «?». */
    static String link(Page page, String shape) {
        var wanted = Pattern.compile(
                shape.replace("ID", "[0-9a-f]{8}-[0-9a-f-]{27}").replace("CODE", "\\d{12}") + "(\\?.*)?");
        return page.locator("main a").all().stream()
                .map(DemoTown::href)
                .filter(href -> wanted.matcher(href).matches())
                .map(DemoTown::path)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + shape + " on " + page.url()));
    }

    /** What a form that prints would open in a tab of its own. */
    APIResponse printed(Page page, Locator form) {
        var token = FormData.create().set("_csrf", form.locator("[name=_csrf]").inputValue());
        return page.request()
                .post(
                        at(form.getAttribute("action")),
                        RequestOptions.create().setForm(token).setTimeout(120_000)); // the fonts are read by the first
    }

    static String href(Locator link) {
        return String.valueOf(link.getAttribute("href"));
    }

    static String path(String href) {
        return href.replaceFirst("\\?.*", "");
    }
}
