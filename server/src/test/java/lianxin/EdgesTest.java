package lianxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.Page;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What holds at every address, whatever is behind it: found from the house's own handlers, so that a new one cannot be forgotten. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EdgesTest {

    /** What every answer tells the browser. */
    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");

    /** Answered before any handler of ours. */
    static final List<String> GATE = List.of(
            "/sign-in",
            "/sign-out",
            "/webauthn/authenticate/options",
            "/login/webauthn",
            "/webauthn/register/options",
            "/webauthn/register");

    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^{}|]*)(?:\\|[^{}]*)?)?(?:\\{\\d+})?}");

    final MockMvc http;
    final RequestMappingHandlerMapping handlers;
    final Accounts accounts;

    EdgesTest(
            MockMvc http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            Accounts accounts) {
        this.http = http;
        this.handlers = handlers;
        this.accounts = accounts;
    }

    /** Other tests write down places as no page would show them. */
    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("edges", properties);
    }

    @BeforeEach
    void everyRole() {
        for (var role : Role.values()) {
            accounts.open(
                    login(role),
                    "x",
                    "x",
                    role,
                    Ground.EVERYWHERE,
                    role == Role.UNIT ? UUID.randomUUID() : null,
                    role == Role.CADRE ? UUID.randomUUID() : null);
        }
    }

    @Test
    void nothingIsDoneForAnotherSite() throws Exception {
        var done = new ArrayList<String>();
        var deeds = addresses(Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE));
        deeds.removeIf(deed -> deed.startsWith("POST /open311/")
                || deed.equals("POST /gateway/answers") // they know no session: a key or a signature is asked for
                || deed.equals("POST /ask")); // a question in a form’s body; nothing is done, and no cookie is needed
        assertThat(deeds).hasSizeGreaterThan(60);
        GATE.forEach(path -> deeds.add("POST " + path));
        for (var deed : deeds) {
            for (var forged : List.of(request(deed), request(deed).with(csrf().useInvalidToken()))) {
                var answer = ask(forged.with(user(login(Role.OFFICE))));
                if (answer.getResponse().getStatus() != 403 || answer.getHandler() != null) {
                    done.add(deed);
                }
            }
        }
        assertThat(done).as("done without our token").isEmpty();
        for (var deed : deeds) {
            if (GATE.stream().noneMatch(deed::endsWith)) {
                assertThat(ask(request(deed).with(user(login(Role.OFFICE))).with(csrf()))
                                .getHandler())
                        .as("the token opens the way to %s", deed)
                        .isNotNull();
            }
        }
    }

    /** Abuse case 14: more fields than a page has are sent in vain. Objects are filled only where they are records made for a form, which name each field. */
    @Test
    void nothingIsFilledFromFieldsNobodyNamed() {
        var filled = new ArrayList<String>();
        handlers.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("lianxin."))
                .flatMap(handler -> Stream.of(handler.getMethod().getParameters())
                        .filter(parameter -> !named(parameter)
                                && !givenByTheHouse(parameter.getType())
                                && !form(parameter.getType())
                                && !body(parameter))
                        .map(parameter -> handler + ": " + parameter))
                .forEach(filled::add);
        assertThat(filled).isEmpty();
    }

    private static boolean named(Parameter parameter) {
        return parameter.isAnnotationPresent(RequestParam.class)
                || parameter.isAnnotationPresent(PathVariable.class)
                || BeanUtils.isSimpleValueType(parameter.getType());
    }

    private static boolean form(Class<?> type) {
        return type.isRecord()
                && type.getSimpleName().endsWith("Form")
                && Stream.of(type.getRecordComponents())
                        .allMatch(part -> BeanUtils.isSimpleProperty(part.getType())
                                || List.class.isAssignableFrom(part.getType()));
    }

    /** JSON read into a record; a member the record does not have is refused ({@code fail-on-unknown-properties}, tried in {@code PhoneTest}). */
    private static boolean body(Parameter parameter) {
        return parameter.isAnnotationPresent(RequestBody.class)
                && parameter.getType().isRecord();
    }

    /** Not from the request’s fields: who asks, for what page, and the servlet’s own. */
    private static boolean givenByTheHouse(Class<?> type) {
        return Set.of(Page.class, Caller.class, RedirectAttributes.class, Locale.class, CsrfToken.class)
                        .contains(type)
                || type.getName().startsWith("jakarta.servlet.");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMayDo() throws Exception {
        var loose = new ArrayList<String>();
        var pages = addresses(Set.of(HttpMethod.GET));
        pages.add("GET /no/such/page");
        for (var page : pages) {
            loose.addAll(missing("anybody " + page, ask(request(page)).getResponse()));
            for (var role : Role.values()) {
                loose.addAll(missing(
                        role + " " + page,
                        ask(request(page).with(user(login(role)))).getResponse()));
            }
        }
        assertThat(loose).isEmpty();
    }

    private static List<String> missing(String what, MockHttpServletResponse answer) {
        var loose = new ArrayList<String>();
        HEADERS.forEach((name, value) -> {
            if (!value.equals(answer.getHeader(name))) {
                loose.add(what + ": " + name + " is " + answer.getHeader(name));
            }
        });
        var referrer = String.valueOf(answer.getHeader("Referrer-Policy"));
        if (!referrer.equals("same-origin") && !referrer.equals("no-referrer")) {
            loose.add(what + ": referrer is " + referrer);
        }
        var policy = String.valueOf(answer.getHeader("Content-Security-Policy"));
        if (!policy.contains("default-src 'none'")
                || !policy.contains("frame-ancestors 'none'")
                || policy.contains("unsafe")) {
            loose.add(what + ": policy is " + policy);
        }
        if (!String.valueOf(answer.getHeader("Cache-Control")).contains("no-store")) {
            loose.add(what + ": may be kept: " + answer.getHeader("Cache-Control"));
        }
        return loose;
    }

    private static MockHttpServletRequestBuilder request(String address) {
        var words = address.split(" ");
        var path = VARIABLE.matcher(words[1]).replaceAll(variable -> example(variable.group(1), variable.group(2)));
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(words[0]), path)
                .header("Accept", "text/html")
                .secure(true);
    }

    private static String example(String name, String form) {
        if (form != null && form.matches("[a-z]+")) {
            return form;
        }
        return name.equals("code") ? "370827100201" : "00000000-0000-4000-8000-000000000000";
    }

    private MvcResult ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn();
    }

    private Set<String> addresses(Set<HttpMethod> methods) {
        var all = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("lianxin.")) {
                mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> methods.contains(method.asHttpMethod()))
                        .forEach(method -> mapping.getPatternValues().forEach(path -> all.add(method + " " + path)));
            }
        });
        return all;
    }

    private static String login(Role role) {
        return "edge-" + role.name().toLowerCase().replace('_', '-');
    }
}
