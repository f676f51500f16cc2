package lianxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Wrong addresses and empty forms: what each is told, in both languages, and as a program hears it. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class RefusalsTest {

    static final Ground EVERYWHERE = new Ground(100_000_000_000L, 1_000_000_000_000L);

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void people() {
        accounts.open("refused", "x", "活动办", Role.OFFICE, EVERYWHERE, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed,              /households/not-an-identity",
        "404, nothing-here,           /no/such/page",
        "400, not-a-division-code,    /overview?place=3708",
        "404, no-such-card,           /h/not-a-code",
        "404, no-such-roster,         /imports/templates/villagers.xlsx",
    })
    void aWrongAddressIsToldWhatIsWrong(int status, String code, String address) {
        var program = http.get().uri(address).with(user("refused")).exchange();
        refused(program, status, code);
        for (var language : new String[] {"zh", "en"}) {
            assertThat(http.get()
                            .uri(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                            .header("Accept", "text/html")
                            .with(user("refused"))
                            .exchange())
                    .hasStatus(status)
                    .bodyText()
                    .contains("lang=\"" + (language.equals("zh") ? "zh-CN" : "en") + "\"");
        }
    }

    @Test
    void anImportWithoutAFileIsRefused() {
        refused(
                http.post()
                        .multipart()
                        .uri("/imports")
                        .file(new MockMultipartFile("file", new byte[0]))
                        .param("roster", "HOUSEHOLDS")
                        .with(user("refused"))
                        .with(csrf())
                        .exchange(),
                400,
                "import-no-file");
    }

    private static void refused(MvcTestResult result, int status, String code) {
        assertThat(result)
                .hasStatus(status)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/" + code);
    }
}
