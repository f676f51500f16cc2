package lianxin.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.regex.Pattern;
import lianxin.Browser;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** Coming in without our password: with a passkey, kept by a real browser’s authenticator, and by way of a county’s own sign-in, a real provider. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext
class OtherWaysInTest {

    static final String PASSWORD = "correct horse battery staple";
    static final String KNOWN = "known-to-both";
    static final String STRANGER = "known-to-the-county-alone";
    static final int OURS = free();
    static final String HOUSE = "http://localhost:" + OURS;
    static final ConfigurableApplicationContext COUNTY;
    static final String ISSUER;

    static {
        var port = free();
        ISSUER = "http://localhost:" + port;
        COUNTY = County.start(port, HOUSE, KNOWN, STRANGER);
    }

    final Accounts accounts;

    OtherWaysInTest(Accounts accounts) {
        this.accounts = accounts;
    }

    @DynamicPropertySource
    static void aHouseWithACounty(DynamicPropertyRegistry properties) {
        OwnDatabase.start("ways-in", properties);
        properties.add("server.port", () -> OURS);
        properties.add("lianxin.signin.public-url", () -> HOUSE);
        var registration = "spring.security.oauth2.client.registration.county.";
        properties.add(registration + "client-id", () -> "lianxin");
        properties.add(registration + "client-secret", () -> County.SECRET);
        properties.add(registration + "scope", () -> "openid");
        properties.add("spring.security.oauth2.client.provider.county.issuer-uri", () -> ISSUER);
        properties.add("spring.security.oauth2.client.provider.county.user-name-attribute", () -> "sub");
    }

    @AfterAll
    static void theCountyCloses() {
        COUNTY.close();
    }

    @Test
    void aPasskeyIsMadeOpensTheDoorAndIsForgotten() {
        var login = "key-" + UUID.randomUUID().toString().substring(0, 8);
        open(login);
        try (var browser = Browser.speaking("zh-CN")) {
            var page = browser.page();
            withAuthenticator(page);
            signIn(page, login);
            page.navigate(HOUSE + "/me/security");
            page.fill("[data-passkey] [name=label]", "my desk");
            page.click("[data-passkey] button");
            assertThat(page.locator("section[aria-labelledby=keys] li")).containsText("my desk");

            signOut(page);
            page.click("[data-passkey] button");
            page.waitForURL(Pattern.compile(".*/record"));
            assertThat(page.locator("header .me")).containsText(login);
            assertThat(browser.complaints()).isEmpty();

            page.navigate(HOUSE + "/me/security");
            page.click("section[aria-labelledby=keys] li button");
            assertThat(page.locator("section[aria-labelledby=keys] li")).hasCount(0);
            signOut(page);
            page.click("[data-passkey] button");
            assertThat(page.locator("[data-passkey] [role=alert]")).containsText("或者用密码");
            page.navigate(HOUSE + "/me");
            assertThat(page.url()).as("the forgotten key opens nothing").contains("/sign-in");
        }
    }

    @Test
    void whomTheCountyVouchesForComesInIfHeHasAnAccountHere() {
        open(KNOWN);
        try (var browser = Browser.speaking("zh-CN")) {
            var page = browser.page();
            viaCounty(page, KNOWN);
            page.waitForURL(Pattern.compile(HOUSE + "/record"));
            assertThat(page.locator("header .me")).containsText(KNOWN);
        }
    }

    @Test
    void nobodyGetsAnAccountByComing() {
        try (var browser = Browser.speaking("zh-CN")) {
            var page = browser.page();
            viaCounty(page, STRANGER);
            page.waitForURL(Pattern.compile(HOUSE + "/sign-in.*"));
            assertThat(page.locator("[role=alert]").first()).containsText("还没有账号");
            assertThat(accounts.byLogin(STRANGER)).isEmpty();
            page.navigate(HOUSE + "/me");
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @Test
    void aClosedAccountIsClosedForTheCountyToo() {
        open(KNOWN);
        accounts.close(accounts.byLogin(KNOWN).orElseThrow().id(), system());
        try (var browser = Browser.speaking("zh-CN")) {
            var page = browser.page();
            viaCounty(page, KNOWN);
            page.waitForURL(Pattern.compile(HOUSE + "/sign-in.*"));
            assertThat(page.locator("[role=alert]").first()).containsText("还没有账号");
        }
    }

    private void open(String login) {
        accounts.open(login, PASSWORD, login, Role.AUDITOR, Ground.EVERYWHERE, null, null);
    }

    private static Caller system() {
        return new Caller(UUID.randomUUID(), "", Role.SYSTEM_ADMIN, Ground.EVERYWHERE, null, null);
    }

    private static void viaCounty(Page page, String login) {
        page.navigate(HOUSE + "/sign-in");
        page.click("a[href='/oauth2/authorization/county']");
        page.fill("[name=username]", login);
        page.fill("[name=password]", County.PASSWORD);
        page.click("button[type=submit]");
    }

    private static void signIn(Page page, String login) {
        page.navigate(HOUSE + "/sign-in");
        page.fill("[name=username]", login);
        page.fill("[name=password]", PASSWORD);
        page.click("main form button");
        assertThat(page.locator("header .me form")).isVisible();
    }

    private static void signOut(Page page) {
        page.click("header .me form button");
        page.waitForURL(Pattern.compile(".*/sign-in\\?out"));
    }

    /** One that is part of the device, asks for a finger and always gets it. */
    private static void withAuthenticator(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
