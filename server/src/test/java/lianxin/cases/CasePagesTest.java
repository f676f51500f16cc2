package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.card.Cards;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A case from desk to desk through its pages, and the household’s own page. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class CasePagesTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Cards cards;

    Cast cast;
    UUID home;
    String head;
    String card;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        head = sql.sql("select head from registry.household where id = :home")
                .param("home", home)
                .query(String.class)
                .single();
        var li = cast.cadre();
        pairings.adopt(
                new Pairings.Adoption(null, TODAY.minusDays(100), Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, home))),
                cast.office());
        card = cards.print(home, cast.office()).card().code();
        open("c-office", Role.OFFICE, cast.ground(), null, null);
        open("c-township", Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null, null);
        open("c-cadre", Role.CADRE, cast.ground(), null, li);
        open("c-handler", Role.HANDLER, cast.ground(), cast.bureau(), null);
        open("c-supervisor", Role.SUPERVISOR, Ground.EVERYWHERE, null, null);
    }

    void open(String login, Role role, Ground ground, @Nullable UUID unit, @Nullable UUID cadre) {
        accounts.open(login, "x", login, role, ground, unit, cadre);
    }

    String page(@Nullable String login, String path) {
        var request = http.get().uri(path).header("Accept", "text/html");
        var answer = (login == null ? request : request.with(user(login))).exchange();
        return answer.getResponse().getStatus() + " "
                + new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    int post(@Nullable String login, String path, String... fields) {
        var request = http.post().uri(path).with(csrf());
        if (login != null) {
            request = request.with(user(login));
        }
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }

    UUID only() {
        return sql.sql("select id from cases.issue where household = :home")
                .param("home", home)
                .query(UUID.class)
                .single();
    }

    String version() {
        return sql.sql("select version::text from cases.issue where household = :home")
                .param("home", home)
                .query(String.class)
                .single();
    }

    @Test
    void fromTheHouseholdsPageToItsOwnWordWithoutAnAccount() {
        assertThat(page(null, "/h/" + card)).contains("/h/" + card + "/cases");
        assertThat(page(null, "/h/" + card + "/cases"))
                .startsWith("200")
                .contains("您还没有说过什么难处")
                .doesNotContain(head);
        assertThat(post(null, "/h/" + card + "/cases", "category", "ROAD", "words", "门前的路<script>alert(1)</script>积水"))
                .isEqualTo(302);
        var id = only();
        assertThat(page("c-township", "/cases"))
                .startsWith("200")
                .contains("1 件等您办", "门前的路&lt;script", head)
                .doesNotContain("<script>alert");
        assertThat(page("c-township", "/cases/" + id)).contains("这类事在这里没有分办规则", "县农业局");
        assertThat(post(
                        "c-township",
                        "/cases/" + id + "/assign",
                        "version",
                        version(),
                        "kind",
                        "SERVICE",
                        "category",
                        "ROAD",
                        "to",
                        "COUNTY:" + cast.bureau()))
                .isEqualTo(302);
        assertThat(page("c-handler", "/cases")).contains("1 件等您办", head);
        assertThat(post("c-handler", "/cases/" + id + "/accept", "version", version()))
                .isEqualTo(302);
        assertThat(page("c-handler", "/cases/" + id)).startsWith("200").contains("答复本户", "延期 7 个工作日");
        assertThat(post(
                        "c-handler",
                        "/cases/" + id + "/reply",
                        "version",
                        version(),
                        "outcome",
                        "NOT_NOW",
                        "reply",
                        "明年"))
                .as("not now, but when?")
                .isEqualTo(422);
        assertThat(post(
                        "c-handler",
                        "/cases/" + id + "/reply",
                        "version",
                        version(),
                        "outcome",
                        "SOLVED",
                        "reply",
                        "垫高了二十米"))
                .isEqualTo(302);
        assertThat(page("c-handler", "/cases/" + id))
                .as("handed on, it is not his any more")
                .startsWith("200");
        assertThat(page(null, "/h/" + card + "/cases")).contains("垫高了二十米", "没办好", "办好了");
        assertThat(post("c-cadre", "/h/" + card + "/cases/" + id + "/answer", "voice", "CONFIRMED"))
                .as("whoever works here does not speak for a household")
                .isEqualTo(403);
        assertThat(post(null, "/h/" + card + "/cases/" + id + "/answer", "voice", "CONFIRMED"))
                .isEqualTo(302);
        assertThat(http.post()
                        .uri("/h/" + card + "/cases")
                        .param("category", "ROAD")
                        .param("words", "替他说")
                        .header("Accept", "application/json")
                        .with(user("c-cadre"))
                        .with(csrf()))
                .hasStatus(403)
                .bodyText()
                .contains("not-the-household");
        assertThat(page("c-cadre", "/cases/" + id)).startsWith("200").contains("本户说办好了", "垫高了二十米");
        assertThat(page("c-office", "/cases/figures?place=" + cast.county()))
                .startsWith("200")
                .contains("答复 1 件，本户说办好了 1 件");
        assertThat(page("c-supervisor", "/cases/" + id))
                .as("whoever checks sees where it stands, not what was said")
                .startsWith("200")
                .contains("本户确认")
                .doesNotContain("积水", "垫高", head);
    }

    @Test
    void itsWordsStandOnNoOtherPageAndInNoOtherFormat() {
        post("c-township", "/households/" + home + "/cases", "kind", "SERVICE", "category", "ROAD", "words", "门前积水");
        assertThat(page("c-office", "/households/" + home + "/cases"))
                .startsWith("200")
                .contains("门前积水");
        assertThat(page("c-supervisor", "/households/" + home + "/cases")).startsWith("403");
        assertThat(page("c-supervisor", "/cases?view=OPEN")).startsWith("200").doesNotContain("门前积水", head);
        assertThat(page("c-handler", "/cases/" + only())).as("not given to him").startsWith("404");
        assertThat(page("c-cadre", "/cases")).startsWith("200").contains("门前积水");
    }

    @Test
    void itIsDrawnAndCalledThroughPages() {
        post("c-township", "/households/" + home + "/cases", "kind", "SERVICE", "category", "ROAD", "words", "门前积水");
        post("c-township", "/cases/" + only() + "/reply", "version", version(), "outcome", "SOLVED", "reply", "铺了砖");
        assertThat(page("c-office", "/cases/draws")).startsWith("200").contains("还没有回访员");
        assertThat(post("c-office", "/cases/draws", "place", Long.toString(cast.county()), "wanted", "5"))
                .isEqualTo(422);
        assertThat(post(
                        "c-office",
                        "/cases/interviewers",
                        "login",
                        "c-supervisor",
                        "county",
                        Long.toString(cast.county() + 1_000_000)))
                .isEqualTo(302);
        assertThat(post("c-office", "/cases/draws", "place", Long.toString(cast.county()), "wanted", "5"))
                .isEqualTo(302);
        assertThat(page("c-supervisor", "/cases/calls")).startsWith("200").contains("1 户要打电话", "门前积水", "铺了砖");
        assertThat(post("c-office", "/cases/" + only() + "/called", "voice", "CONFIRMED"))
                .isEqualTo(403);
        assertThat(post("c-supervisor", "/cases/" + only() + "/called", "voice", "CONFIRMED"))
                .isEqualTo(302);
        assertThat(page("c-supervisor", "/cases/calls")).contains("现在没有要打的回访电话");
        assertThat(page("c-office", "/cases/figures?place=" + cast.county())).contains("抽签回访听到的");
    }

    /** I-PRIVACY: whatever was said and answered, and however it was typed, the board has figures only. */
    @Test
    void theBoardHasNoPlaceForAnythingOfAPerson() throws IOException {
        var told = "孙桂花 身份证99999919600101123X 电话13900000000 卡号6222 0000 0000 0000 000 住某村3号院2单元 得了肝硬化";
        for (var i = 0; i < 3; i++) {
            post("c-township", "/households/" + home + "/cases", "kind", "SERVICE", "category", "ROAD", "words", told);
        }
        post("c-township", "/households/" + home + "/cases", "kind", "SERVICE", "category", "HEALTH", "words", told);
        for (var id : sql.sql("select id from cases.issue where household = :home")
                .param("home", home)
                .query(UUID.class)
                .list()) {
            assertThat(post(
                            "c-township",
                            "/cases/" + id + "/reply",
                            "version",
                            "1",
                            "outcome",
                            "SOLVED",
                            "reply",
                            told))
                    .isEqualTo(302);
        }
        var board = printed("c-township", "/cases/board/" + (cast.county() + 100_000) + ".pdf");
        assertThat(board).contains("道路", "其余各类");
        for (var piece : List.of("孙桂花", "999999", "139", "6222", "号院", "单元", "肝", "看病", head)) {
            assertThat(board).doesNotContain(piece);
        }
        var letter = printed("c-cadre", "/cases/" + anyOf(home) + "/letter.pdf");
        assertThat(letter).contains(head, "孙桂花").contains("办的人和联系您的干部都不能替您回答", "/ask", "后四位");
        assertThat(http.get()
                        .uri("/cases/" + anyOf(home) + "/letter.pdf")
                        .with(user("c-handler"))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    UUID anyOf(UUID household) {
        return sql.sql("select id from cases.issue where household = :home limit 1")
                .param("home", household)
                .query(UUID.class)
                .single();
    }

    String printed(String login, String path) throws IOException {
        var answer = http.get().uri(path).with(user(login)).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var paper = Loader.loadPDF(answer.getContentAsByteArray())) {
            return Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", "");
        }
    }
}
