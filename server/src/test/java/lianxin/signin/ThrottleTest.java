package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.AtMost;
import lianxin.access.Role;
import lianxin.access.StepUp;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever asks too often is soon made to wait, his neighbours are not; and what carries data out asks for a fresh proof. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ThrottleTest {

    static final int PER_MINUTE = 300;

    final MockMvc http;
    final Accounts accounts;
    final RequestMappingHandlerMapping handlers;

    ThrottleTest(MockMvc http, Accounts accounts, RequestMappingHandlerMapping handlers) {
        this.http = http;
        this.accounts = accounts;
        this.handlers = handlers;
    }

    @Test
    void guessesAtCardsAreCounted() throws Exception {
        var thief = new Visitor(http, "198.51.100.7");
        var answered = 0;
        var refused = thief.get("/h/AAAAAAAAAAAAAAAAAAAAAA");
        while (refused.getStatus() == 404 && answered < 3 * PER_MINUTE) {
            answered++;
            refused = thief.get("/h/AAAAAAAAAAAAAAAAAAAAAA");
        }
        assertThat(refused.getStatus()).as("too-many").isEqualTo(429);
        assertThat(answered).isBetween(PER_MINUTE, 2 * PER_MINUTE);
        assertThat(refused.getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(new Visitor(http, "198.51.101.7")
                        .get("/h/AAAAAAAAAAAAAAAAAAAAAA")
                        .getStatus())
                .isEqualTo(404);
    }

    /** Every handler that says so, whatever it answers; those who are not signed in are counted as above. */
    @Test
    void whatAnAccountMayAskOnlySoOftenIsCounted() throws Exception {
        var limited = with(AtMost.class, "/h/", "/open311/", "/ask"); // which stops earlier by itself: InquiriesTest
        assertThat(limited.keySet())
                .as("what carries data out")
                .contains("GET /rights/{id}/copy.json", "GET /rights/{id}/copy.pdf", "GET /filing/pack.pdf")
                .anyMatch(address -> address.contains("export"));
        for (var address : limited.entrySet()) {
            var perMinute = address.getValue().getMethodAnnotation(AtMost.class).perMinute();
            var one = account();
            var answered = 0;
            while (ask(address.getKey(), one).getStatus() != 429 && answered < 3 * perMinute) {
                answered++;
            }
            assertThat(answered).as(address.getKey()).isBetween(perMinute, 2 * perMinute);
            assertThat(ask(address.getKey(), account()).getStatus())
                    .as("his neighbour at %s", address.getKey())
                    .isNotEqualTo(429);
        }
    }

    @Test
    void whatCarriesDataOutAsksForAFreshProof() throws Exception {
        var guarded = with(StepUp.class, "/h/");
        assertThat(guarded.keySet())
                .contains("GET /rights/{id}/copy.json", "GET /rights/{id}/copy.pdf", "GET /record/export")
                .anyMatch(address -> address.contains("export") && !address.contains("record"));
        var login = account();
        for (var address : guarded.keySet()) {
            var answer = ask(address, login);
            if (address.startsWith("GET")) {
                assertThat(answer.getRedirectedUrl()).as(address).startsWith("/me/again?to=");
            } else {
                assertThat(answer.getStatus()).as(address).isEqualTo(403);
                assertThat(answer.getContentAsString()).as(address).contains("/problems/prove-again");
            }
        }
    }

    private Map<String, HandlerMethod> with(Class<? extends Annotation> sign, String... butNot) {
        var found = new TreeMap<String, HandlerMethod>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.hasMethodAnnotation(sign)) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    mapping.getPatternValues().stream()
                            .filter(path -> Stream.of(butNot).noneMatch(path::startsWith))
                            .forEach(path -> found.put(method + " " + path, handler));
                }
            }
        });
        return found;
    }

    private MockHttpServletResponse ask(String address, String login) throws Exception {
        var words = address.split(" ");
        var path = words[1].replaceAll("\\{code[^}]*}", "999912001001")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return http.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(words[0]), path)
                        .with(user(login))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String account() {
        var login = "th-" + UUID.randomUUID().toString().substring(0, 12);
        accounts.open(login, SignInTest.PASSWORD, "某", Role.OFFICE, SignInTest.GROUND, null, null);
        return login;
    }
}
