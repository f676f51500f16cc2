package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What the proxy says is believed of the proxy alone, and opens only an account that is there. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CertificateSignInTest {

    static final String SECRET = "4f0c1b0e0a6d4d5f9c1e7a2b3c4d5e6f";
    static final String SUBJECT = "CN=cert-zhang,OU=某局,O=某县,C=CN";

    final MockMvc http;
    final Accounts accounts;

    CertificateSignInTest(MockMvc http, Accounts accounts) {
        this.http = http;
        this.accounts = accounts;
    }

    @DynamicPropertySource
    static void aProxyChecksCertificates(DynamicPropertyRegistry properties) throws IOException {
        var proof = Files.createTempFile("proof", null);
        Files.writeString(proof, SECRET + "\n");
        properties.add("lianxin.signin.certificate.proof", proof::toString);
        properties.add("lianxin.signin.public-url", () -> "https://lianxin.example.cn");
    }

    @Test
    void whoseCertificateTheProxyCheckedComesIn() throws Exception {
        open();
        var answer = come(SECRET, SUBJECT);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        assertThat(me(answer).getContentAsString()).contains("张某");
        assertThat(http.perform(get("/sign-in")).andReturn().getResponse().getContentAsString())
                .contains("action=\"/sign-in/certificate\"");
    }

    @Test
    void whereThereIsTlsTheCookieIsBoundToThisHost() throws Exception {
        open();
        assertThat(come(SECRET, SUBJECT).getHeaders("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-session=")
                        .contains("; Path=/;")
                        .contains("; Secure")
                        .contains("; HttpOnly")
                        .contains("; SameSite=Strict")
                        .doesNotContain("Domain"));
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        open();
        assertRefused(come(null, SUBJECT));
        assertRefused(come("", SUBJECT));
        assertRefused(come(SECRET.toUpperCase(), SUBJECT));
        assertRefused(come(SECRET, null));
        assertRefused(come(SECRET, "CN=nobody-here"));
        assertRefused(come(SECRET, "O=cert-zhang"));
        assertRefused(come(SECRET, "CN=x\\,CN=cert-zhang"));
        assertRefused(come(SECRET, "not a name"));
    }

    @Test
    void itIsAPostThatOurOwnPageMade() throws Exception {
        open();
        var forged = post(CertificateSignIn.PATH)
                .header(CertificateSignIn.PROOF, SECRET)
                .header(CertificateSignIn.SUBJECT, SUBJECT);
        assertThat(http.perform(forged).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    private void open() {
        accounts.open(
                "cert-zhang",
                "correct horse battery staple",
                "张某",
                Role.AUDITOR,
                new Ground(999_912_000_000L, 999_913_000_000L),
                null,
                null);
    }

    private MockHttpServletResponse come(@Nullable String proof, @Nullable String subject) throws Exception {
        var request = post(CertificateSignIn.PATH).with(csrf());
        if (proof != null) {
            request.header(CertificateSignIn.PROOF, proof);
        }
        if (subject != null) {
            request.header(CertificateSignIn.SUBJECT, subject);
        }
        return http.perform(request).andReturn().getResponse();
    }

    private void assertRefused(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?certificate");
        assertThat(me(answer).getRedirectedUrl()).endsWith("/sign-in");
    }

    /** What whoever got this answer sees of himself. */
    private MockHttpServletResponse me(MockHttpServletResponse answer) throws Exception {
        var request = get("/me");
        if (answer.getCookies().length > 0) {
            request.cookie(answer.getCookies());
        }
        return http.perform(request).andReturn().getResponse();
    }
}
