package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.signin.Authenticator;
import lianxin.signin.Links;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page there is, in both languages, on an office screen and on a phone: axe has nothing against it, nothing sticks out, the browser does not complain.
 * Which pages there are the handlers say, so a new one cannot be forgotten; where they are is found as people find it, by following links.
 */
class AccessibilityWalkTest extends DemoTown {

    /** What a browser is given that is no page of its own: the way to the first door, parts of another page, files; and the field app, which has
     * a walk of its own ({@code FieldScreensTest}). */
    static final Set<String> NO_PAGE = Set.of(
            "/",
            "/imports/{id}/progress",
            "/imports/{id}/reasons",
            "/imports/templates/{roster}.xlsx",
            "/imports/export/{roster}.{ending}",
            "/cases/export.{ending}",
            "/matchings/{id}/progress",
            "/proposals/{id}/progress",
            "/filing/pack.pdf",
            "/benefits/template.xlsx",
            "/cases/lists/template.xlsx",
            "/promised/{code}.pdf",
            "/rights/{id}/copy.json",
            "/rights/{id}/copy.pdf",
            "/me/copy.json",
            "/me/copy.pdf",
            "/mediations/{id}/papers/{form}.pdf",
            "/cases/{id}/letter.pdf",
            "/cases/{id}/attachments/{number}",
            "/cases/board/{code}.pdf",
            "/api/phone/me",
            "/calendar/{token}",
            "/m",
            "/m/",
            "/m/mine",
            "/record/checkpoint",
            "/record/export",
            "/record/receipts/{index}");

    static final int OFFICE = 1280;
    static final int PHONE = 390;

    /** Looking at colours takes most of the time, and they are the same in both languages ({@link ConsoleTest} holds every pair of them to account). */
    static final String COLOURS = "color-contrast";

    static final String NOTICE = "一、元旦：1月1日（周五）放假。二、劳动节：5月1日（周六）放假。三、国庆节：10月1日（周五）至3日（周日）放假。";

    static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z]+(?:\\|[a-z]+)+)}");
    static final Pattern PLACE = Pattern.compile("/(?:overview|region)(?:/|\\?place=)(\\d{12}).*");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Links signInLinks;

    final List<String> barriers = new ArrayList<>();
    final Set<String> seen = new TreeSet<>();

    @Test
    void everyPageCanBeUsedByEverybody() throws IOException {
        try (var chinese = Browser.speaking("zh-CN");
                var english = Browser.speaking("en")) {
            english.page().navigate(at("/sign-in?lang=en"));
            walk("anybody", List.of(chinese, english), "/sign-in");
            signIn(chinese, "office");
            signIn(english, "office");
            walk("office", List.of(chinese, english), waiting(chinese.page()).toArray(String[]::new));
            behindForms(chinese);
            behindForms(english);
            refused(chinese, english);
        }
        for (var login : List.of("first-secretary", "supervisor", "handler")) {
            try (var browser = Browser.speaking("zh-CN")) {
                signIn(browser, login);
                follow(List.of(browser), (it, next) -> open(it, next.getValue(), login), "/", "/me");
            }
        }
        try (var chinese = Browser.speaking("zh-CN");
                var english = Browser.speaking("en")) {
            signIn(chinese, "auditor");
            signIn(english, "auditor");
            walk("auditor", List.of(chinese, english), "/record", "/me");
        }
        behindTheGate();
        for (var login : List.of("township", "unit", "cadre", "village")) {
            try (var chinese = Browser.speaking("zh-CN")) {
                signIn(chinese, login);
                walk(login, List.of(chinese), "cadre".equals(login) ? "/mine" : "/overview");
            }
        }
        assertThat(barriers).isEmpty();
        assertThat(pages())
                .as("pages no link on the way led to; begin the walk there too")
                .isSubsetOf(seen);
    }

    /** What only a piece of work under way has a page for: a file sent in, a release to compare, a card in somebody's hand. */
    List<String> waiting(Page page) throws IOException {
        page.navigate(at("/imports"));
        page.setInputFiles("[name=file]", file("农户.csv", "户编号,村代码,户主,人口\nWALK-1,370827101200,欧阳新,三个半\n"));
        page.click("main form:has([name=file]) button");
        var importing = URI.create(page.url()).getPath();

        page.navigate(at("/cases/lists"));
        page.setInputFiles("[name=file]", file("热线.csv", "村,原话,来源编号\n370827101200,村东头的路灯坏了三天,1\n没有的村,路不平,2\n"));
        page.fill("[name=source]", "12345热线");
        page.click("main form:has([name=file]) button");
        var list = URI.create(page.url()).getPath();

        page.navigate(at("/region/releases"));
        var release =
                new ClassPathResource("data/jining-divisions-2023.csv").getContentAsString(StandardCharsets.UTF_8);
        page.setInputFiles("[name=file]", file("区划.csv", release.replaceFirst("村民委员会", "新村民委员会")));
        page.fill("[name=source]", "鱼民发〔2026〕1号");
        page.click("main form:has([name=file]) button");
        var draft = URI.create(page.url()).getPath();

        page.navigate(at("/cards?place=" + TOWN));
        printed(page, page.locator("main form[action$='.pdf']").first());
        var card = sql.sql("select '/h/' || code from card.card where withdrawn_on is null limit 1")
                .query(String.class)
                .single();
        var cadre = sql.sql("select id::text from staff.cadre where until = 'infinity' limit 1")
                .query(String.class)
                .single();
        var family = sql.sql("select id::text from registry.household where until = 'infinity' limit 1")
                .query(String.class)
                .single();
        page.navigate(at("/households/" + family + "/rights"));
        page.selectOption("main form[action$='/rights'] [name=wish]", "CORRECT");
        page.click("main form[action$='/rights'] button");
        return List.of(
                "/overview",
                importing,
                list,
                draft,
                card,
                another(page),
                "/cadres/" + cadre + "/correct",
                "/overview/idle",
                "/search?q=wang");
    }

    /** A second proposal beside the one adopted. */
    String another(Page page) {
        page.navigate(at("/proposals?place=" + TOWN));
        var first = link(page, "/proposals/ID");
        page.click("main form[action='/proposals'] button");
        page.waitForSelector(
                "main form[action$='/adopt'], main a.do:has-text('看方案')",
                new Page.WaitForSelectorOptions().setTimeout(120_000));
        return URI.create(page.url()).getPath() + "/against/" + first.substring("/proposals/".length());
    }

    static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands between a password and the first page, and what administrators see. */
    void behindTheGate() {
        var handler = accounts.byLogin("handler").orElseThrow().id();
        try (var browser = Browser.speaking("zh-CN")) {
            walk("anybody", List.of(browser), signInLinks.make(handler));
            var system = new Caller(handler, "", Role.SYSTEM_ADMIN, lianxin.region.Ground.EVERYWHERE, null, null);
            step(browser, "handler", accounts.firstPassword(handler, system), "/sign-in/choose");
        }
        try (var browser = Browser.speaking("zh-CN")) {
            signIn(browser, "system-admin");
            walk("system-admin", List.of(browser), "/accounts", "/me/again", "/sign-in/enrol");
            browser.page().navigate(at("/sign-in/enrol"));
            browser.page().fill("[name=code]", Authenticator.code(browser.page().content()));
            browser.page().click("main form[action='/sign-in/enrol'] button");
            look(browser, "codes on paper", "system-admin/sign-in/enrolled");
            browser.context().clearCookies();
            step(browser, "system-admin", "lianxin-system-admin", "/sign-in/code");
        }
    }

    /** Signs in and looks at the step that is still owed. */
    void step(Browser browser, String login, String password, String owed) {
        var page = browser.page();
        page.navigate(at("/sign-in"));
        page.fill("[name=username]", login);
        page.fill("[name=password]", password);
        page.click("main form button");
        assertThat(URI.create(page.url()).getPath()).isEqualTo(owed);
        seen.add(owed);
        look(browser, owed, login + owed);
    }

    /** Pages that answer a form. */
    void behindForms(Browser browser) {
        var page = browser.page();
        page.navigate(at("/pairing/schemes"));
        page.fill("[name=title]", "新办法");
        page.fill("[name=source]", "鱼组发〔2026〕1号");
        page.click("main form[action$='/preview'] button");
        look(browser, "a preview", "office/pairing/schemes/preview");
        page.navigate(at("/region/calendar"));
        page.fill("[name=notice]", NOTICE);
        page.fill("[name=source]", "国办发明电〔2026〕1号");
        page.click("main form[action$='/preview'] button");
        look(browser, "a preview", "office/region/calendar/preview");
    }

    /** A page that is not there; the browser itself complains of it, so each is looked at without being listened to. */
    void refused(Browser chinese, Browser english) {
        assertThat(chinese.complaints()).isEmpty();
        assertThat(english.complaints()).isEmpty();
        for (var browser : List.of(chinese, english)) {
            browser.page().navigate(at("/households/00000000-0000-0000-0000-000000000000"));
            look(browser, "a refusal", "office/refused");
        }
    }

    /** Follows every link that leads to a kind of page this caller has not seen yet, and looks at each page. */
    void walk(String caller, List<Browser> browsers, String... starts) {
        follow(browsers, (browser, next) -> visit(browser, next.getValue(), caller + next.getKey()), starts);
    }

    void follow(List<Browser> browsers, BiConsumer<Browser, Map.Entry<String, String>> visit, String... starts) {
        var found = new LinkedHashMap<String, String>();
        Stream.of(starts).forEach(start -> found.put(kind(start), start));
        for (var next = first(found); next != null; next = first(found)) {
            found.put(next.getKey(), "");
            seen.add(kind(next.getValue()));
            for (var browser : browsers) {
                visit.accept(browser, next);
                links(browser.page()).forEach(link -> found.putIfAbsent(kind(link) + level(link), link));
            }
        }
    }

    void visit(Browser browser, String path, String name) {
        open(browser, path, name);
        look(browser, path, name);
    }

    void open(Browser browser, String path, String name) {
        var answer = browser.page().navigate(at(path));
        if (answer == null || answer.status() != 200) {
            barriers.add(path + " is not there for " + name);
        }
    }

    static Map.Entry<String, String> first(Map<String, String> found) {
        return found.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .findFirst()
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .orElse(null);
    }

    /** What is wrong with the page as it stands: axe looks at the Chinese one on the screen and at the English one on the phone; neither may stick out of either. */
    void look(Browser browser, String where, String name) {
        var page = browser.page();
        var chinese = "zh-CN".equals(page.getAttribute("html", "lang"));
        for (int width : chinese ? List.of(PHONE, OFFICE) : List.of(OFFICE, PHONE)) {
            page.setViewportSize(width, 900);
            var over =
                    (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) {
                barriers.add(where + " at " + width + ": sticks out by " + over);
            }
        }
        var against = chinese ? browser.barriers() : browser.barriers(COLOURS);
        against.forEach(barrier -> barriers.add(where + ": " + barrier));
        browser.picture("walk/" + name.replaceAll("[^a-z0-9]+", "-") + (chinese ? "-zh" : "-en"));
    }

    /** Links of ours to pages; not those into the other language. */
    List<String> links(Page page) {
        @SuppressWarnings("unchecked")
        var hrefs = (List<String>) page.evaluate("[...document.links].map(a => a.getAttribute('href'))");
        return hrefs.stream()
                .filter(href -> href.startsWith("/") && !href.contains("lang=") && !NO_PAGE.contains(kind(href)))
                .toList();
    }

    /** The pattern of the handler that would answer; its choices spelled out. */
    String kind(String href) {
        var path = PathContainer.parsePath(path(href));
        return patterns()
                .filter(pattern -> pattern.matches(path))
                .sorted()
                .findFirst()
                .map(pattern -> {
                    var chosen = pattern.matchAndExtract(path);
                    return CHOICE.matcher(pattern.getPatternString())
                            .replaceAll(choice -> Stream.of(choice.group(1).split("\\|"))
                                    .filter(chosen.getUriVariables().values()::contains)
                                    .findFirst()
                                    .orElseThrow());
                })
                .orElse(href);
    }

    /** A county, a township and a village look different where places are what a page is about. */
    static String level(String href) {
        var code = PLACE.matcher(href);
        return code.matches() ? " " + code.group(1).replaceFirst("0+$", "").length() / 3 : "";
    }

    Stream<PathPattern> patterns() {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("lianxin.")
                        && e.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(e -> e.getKey().getPathPatternsCondition().getPatterns().stream());
    }

    /** Every page there is. */
    Set<String> pages() {
        var all = new TreeSet<String>();
        patterns()
                .map(PathPattern::getPatternString)
                .filter(p -> !NO_PAGE.contains(p) && !p.startsWith("/open311/")) // which speaks to programs
                .forEach(pattern -> {
                    var choice = CHOICE.matcher(pattern);
                    if (choice.find()) {
                        Stream.of(choice.group(1).split("\\|")).forEach(one -> all.add(choice.replaceFirst(one)));
                    } else {
                        all.add(pattern);
                    }
                });
        return all;
    }
}
