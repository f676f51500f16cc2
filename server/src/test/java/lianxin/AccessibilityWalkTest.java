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
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** What a browser is given that is no page of its own: the way to the first door, parts of another page, files. */
    static final Set<String> NO_PAGE = Set.of(
            "/",
            "/imports/{id}/progress",
            "/imports/{id}/reasons",
            "/imports/templates/{roster}.xlsx",
            "/imports/export/{roster}.{ending}",
            "/proposals/{id}/progress");

    static final int OFFICE = 1280;
    static final int PHONE = 390;
    static final List<Integer> BOTH = List.of(OFFICE, PHONE);

    /** Looking at colours takes most of the time, and they are the same in both languages ({@link ConsoleTest} holds every pair of them to account). */
    static final String[] COLOURS = {"color-contrast"};

    static final String[] NONE = {};

    static final String NOTICE = "{\"holidays\": {\"2027-01-01\": \"\", \"2027-05-01\": \"\", \"2027-10-01\": \"\"}}";

    static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z]+(?:\\|[a-z]+)+)}");
    static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    JdbcClient sql;

    final List<String> barriers = new ArrayList<>();
    final Set<String> seen = new TreeSet<>();

    @Test
    void everyPageCanBeUsedByEverybody() throws IOException {
        try (var chinese = Browser.speaking("zh-CN");
                var english = Browser.speaking("en")) {
            walk(chinese, english, "/sign-in");
            signIn(chinese, "office");
            signIn(english, "office");
            walk(chinese, english, waiting(chinese.page()).toArray(String[]::new));
            behindForms(chinese);
            behindForms(english);
            refused(chinese, english);
        }
        for (var login : List.of("unit", "cadre")) {
            try (var chinese = Browser.speaking("zh-CN");
                    var english = Browser.speaking("en")) {
                signIn(chinese, login);
                signIn(english, login);
                walk(chinese, english, "/");
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
        return List.of("/", importing, draft, card);
    }

    static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Pages that answer a form. */
    void behindForms(Browser browser) {
        var page = browser.page();
        page.navigate(at("/pairing/schemes"));
        page.fill("[name=title]", "新办法");
        page.fill("[name=source]", "鱼组发〔2026〕1号");
        page.click("main form[action$='/preview'] button");
        look(browser, "schemes preview", BOTH);
        page.navigate(at("/region/calendar"));
        page.fill("[name=notice]", NOTICE);
        page.fill("[name=source]", "国办发明电〔2026〕1号");
        page.click("main form[action$='/preview'] button");
        look(browser, "calendar preview", BOTH);
    }

    /** A page that is not there; the browser itself complains of it, so each is looked at without being listened to. */
    void refused(Browser chinese, Browser english) {
        assertThat(chinese.complaints()).isEmpty();
        assertThat(english.complaints()).isEmpty();
        for (var browser : List.of(chinese, english)) {
            browser.page().navigate(at("/households/00000000-0000-0000-0000-000000000000"));
            look(browser, "refused", BOTH);
        }
    }

    /**
     * Follows every link that leads to a kind of page this caller has not seen. A kind nobody has seen is looked at in both languages at both widths; the
     * same for another level of place, or another caller, in Chinese on the screen and in English on the phone.
     */
    void walk(Browser chinese, Browser english, String... starts) {
        var found = new LinkedHashMap<String, String>();
        Stream.of(starts).forEach(start -> found.put(start, start));
        for (var next = first(found); next != null; next = first(found)) {
            found.put(next.getKey(), "");
            var anew = seen.add(kind(next.getValue()));
            visit(chinese, next.getValue(), anew ? BOTH : List.of(OFFICE));
            visit(english, next.getValue(), anew ? BOTH : List.of(PHONE));
            links(chinese.page()).forEach(link -> found.putIfAbsent(kind(link) + level(link), link));
        }
    }

    void visit(Browser browser, String path, List<Integer> widths) {
        var answer = browser.page().navigate(at(path));
        if (answer == null || answer.status() != 200) {
            barriers.add(path + " is not there");
        }
        look(browser, path, widths);
    }

    static Map.Entry<String, String> first(Map<String, String> found) {
        return found.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .findFirst()
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .orElse(null);
    }

    /** What is wrong with the page as it stands. */
    void look(Browser browser, String where, List<Integer> widths) {
        var colours = widths.size() > 1 && "zh-CN".equals(browser.page().getAttribute("html", "lang"));
        for (int width : widths) {
            browser.page().setViewportSize(width, 900);
            browser.barriers(colours ? NONE : COLOURS)
                    .forEach(barrier -> barriers.add(where + " at " + width + ": " + barrier));
            var over = (int) browser.page()
                    .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) {
                barriers.add(where + " at " + width + ": sticks out by " + over);
            }
        }
    }

    /** Links of ours to pages. */
    List<String> links(Page page) {
        @SuppressWarnings("unchecked")
        var hrefs = (List<String>) page.evaluate("[...document.links].map(a => a.getAttribute('href'))");
        return hrefs.stream()
                .filter(href -> href.startsWith("/") && !NO_PAGE.contains(kind(href)))
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

    /** City, county, township and village may look different. */
    static String level(String href) {
        var code = CODE.matcher(href);
        return code.find() ? " " + code.group().replaceFirst("0+$", "").length() / 3 : "";
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
                .filter(p -> !NO_PAGE.contains(p))
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
