package lianxin.mediation;

import static lianxin.mediation.MediationCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.platform.Ids;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What a desk sees and sends. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class MediationPagesTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Mediations mediations;

    @Autowired
    MockMvcTester http;

    MediationCast cast;

    @BeforeEach
    void people() {
        cast = MediationCast.on(sql, accounts, mediations);
    }

    MockHttpServletResponse get(String path) {
        return http.get()
                .uri(path)
                .header("Accept", "text/html")
                .with(user(cast.login("village")))
                .exchange()
                .getResponse();
    }

    String page(String path) {
        var answer = get(path);
        return answer.getStatus() + " " + new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MockHttpServletResponse post(String path, String... fields) {
        var request = http.post()
                .uri(path)
                .header("Accept", "text/html")
                .with(user(cast.login("village")))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void anEmptyDeskSaysWhatToDoFirst(String language) {
        assertThat(page("/mediations?lang=" + language))
                .startsWith("200")
                .contains(language.equals("zh") ? "不愿意调解的，谁也不能勉强" : "nobody is made to mediate");
        assertThat(page("/mediations?closed=true&lang=" + language)).startsWith("200");
    }

    @Test
    void aClueIsNotedAndItsFormsOfferOnlyWhatCanBeDoneNow() {
        assertThat(post(
                                "/mediations",
                                "id",
                                Ids.next().toString(),
                                "at",
                                Long.toString(cast.county().code(1)),
                                "kind",
                                "NEIGHBOUR",
                                "origin",
                                "SCREENED",
                                "day",
                                TODAY.toString(),
                                "words",
                                MediationCast.SAID)
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("/mediations")).contains("有 1 件在办", "邻里纠纷", "还没有登记");
        var matter = mediations.list(false, cast.village()).getFirst().matter().id();
        assertThat(page("/mediations/" + matter))
                .startsWith("200")
                .contains(MediationCast.SAID, "登记当事人", "主动提出调解")
                .doesNotContain("达成书面协议</summary>", "归档</summary>", "撤回这一步");
    }

    @Test
    void whatCannotBeTakenBackIsLookedAtFirst() {
        var matter = cast.mediating("LAND");
        assertThat(page("/mediations/" + matter)).contains("撤回这一步", "/preview");
        var parties = cast.parties(matter);
        String[] fields = {
            "id",
            Ids.next().toString(),
            "deed",
            "AGREED_IN_WRITING",
            "day",
            TODAY.toString(),
            "words",
            "地界不清",
            "terms",
            MediationCast.TERMS,
            "manner",
            "当面立石",
            "due",
            TODAY.plusDays(9).toString(),
            "all",
            parties.get(0).toString(),
            "all",
            parties.get(1).toString(),
            "sealed",
            "true"
        };
        var looked = post("/mediations/" + matter + "/preview", fields);
        assertThat(new String(looked.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(MediationCast.TERMS, "不能撤回", "外来的赵某");
        assertThat(cast.state(matter)).as("looking writes nothing").isEqualTo(State.MEDIATING);
        assertThat(post("/mediations/" + matter + "/steps", fields).getStatus()).isEqualTo(302);
        assertThat(post("/mediations/" + matter + "/steps", fields).getStatus())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(cast.state(matter)).isEqualTo(State.AGREED_WRITTEN);
        assertThat(page("/mediations/" + matter))
                .contains("双方可共同申请", MediationCast.TERMS)
                .doesNotContain("撤回这一步");
        var early = post(
                "/mediations/" + matter + "/preview",
                "id",
                Ids.next().toString(),
                "deed",
                "ARCHIVED",
                "day",
                TODAY.toString());
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(post("/mediations/" + matter + "/steps", "deed", "PERFORMING")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aStepIsTakenBackByAButton() {
        var matter = cast.offered("LAND");
        var last = cast.story(matter).last().id();
        assertThat(post("/mediations/" + matter + "/back", "step", last.toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("/mediations/" + matter)).contains("已撤回");
        assertThat(cast.state(matter)).isEqualTo(State.CLUE);
    }

    @Test
    void everyPaperIsPrintedFromTheFile() throws IOException {
        var matter = cast.agreed("LAND");
        assertThat(get("/mediations/" + matter + "/papers/receipt.pdf").getStatus())
                .as("nothing was performed yet")
                .isEqualTo(404);
        cast.take(matter, cast.step(Deed.PERFORMING));
        cast.take(matter, cast.step(Deed.PERFORMED).saying("界石已经立好"));
        cast.take(matter, cast.step(Deed.FOLLOWED_UP).saying("两家一起吃了饭"));
        var home = cast.story(matter).parties().getFirst().name();
        for (var form : Papers.Form.values()) {
            if (form == Papers.Form.RECORD) {
                continue; // there was no session
            }
            var text = text(matter, form);
            assertThat(text).as("%s", form).contains("外来的赵某", "调字第");
        }
        assertThat(text(matter, Papers.Form.AGREEMENT)).contains(home, "以界石为准", "当面立界石", "按指印", "印章");
        assertThat(text(matter, Papers.Form.NOTICE)).contains("不收任何费用", "第二十三条");
        assertThat(text(matter, Papers.Form.COURT)).contains("依法确认其效力", "最迟申请日期");
        assertThat(text(matter, Papers.Form.RECEIPT)).contains("界石已经立好");
        assertThat(text(matter, Papers.Form.FOLLOW_UP)).contains("两家一起吃了饭");
        assertThat(text(matter, Papers.Form.COVER)).contains("土地承包", "已履行");
    }

    String text(UUID matter, Papers.Form form) throws IOException {
        var answer = get("/mediations/" + matter + "/papers/" + form.name().toLowerCase(Locale.ROOT) + ".pdf");
        assertThat(answer.getStatus()).as("%s", form).isEqualTo(200);
        try (var paper = Loader.loadPDF(answer.getContentAsByteArray())) {
            return Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC)
                    .replaceAll("\\R", "");
        }
    }
}
