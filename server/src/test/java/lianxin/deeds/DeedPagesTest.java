package lianxin.deeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.AtMost;
import lianxin.access.Role;
import lianxin.card.Cards;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
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

/** A promise through its pages: seen before it is public, public without a name, answered by households alone. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class DeedPagesTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "=HYPERLINK(\"//x\")",
            "${7*7}",
            "'; drop table x; --");

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
    String card;
    String head;
    String village;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        var home = cast.household(1);
        head = sql.sql("select head from registry.household where id = :id")
                .param("id", home)
                .query(String.class)
                .single();
        village = Long.toString(cast.code(1));
        pairings.adopt(
                new Pairings.Adoption(
                        null, TODAY.minusDays(100), Reason.PLAN_ADOPTED, List.of(cast.plan(1, cast.cadre(), home))),
                cast.office());
        card = cards.print(home, cast.office()).card().code();
        accounts.open(
                "d-village",
                "x",
                "d-village",
                Role.VILLAGE_COMMITTEE,
                new DivisionCode(cast.code(1)).ground(),
                null,
                null);
        accounts.open("d-office", "x", "d-office", Role.OFFICE, cast.ground(), null, null);
        accounts.open("d-supervisor", "x", "d-supervisor", Role.SUPERVISOR, cast.ground(), null, null);
    }

    String page(@Nullable String login, String path) {
        var request = http.get().uri(path).header("Accept", "text/html");
        var answer = (login == null ? request : request.with(user(login))).exchange();
        return answer.getResponse().getStatus() + " "
                + new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    String post(@Nullable String login, String path, String... fields) {
        var request = http.post().uri(path).header("Accept", "text/html").with(csrf());
        if (login != null) {
            request = request.with(user(login));
        }
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        var answer = request.exchange().getResponse();
        return answer.getStatus() + " " + new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    UUID promise(String title, String words, String fund) {
        var id = Ids.next();
        assertThat(post(
                        "d-village",
                        "/deeds",
                        "id",
                        id.toString(),
                        "place",
                        village,
                        "title",
                        title,
                        "words",
                        words,
                        "dueOn",
                        TODAY.plusDays(9).toString(),
                        "cost",
                        "80000",
                        "fund",
                        fund))
                .startsWith("302");
        return id;
    }

    @Test
    void fromThePreviewToTheHouseholdsAnswer() {
        assertThat(page("d-village", "/deeds")).startsWith("200").contains("还没有公开承诺过实事", "/deeds/new");
        assertThat(page("d-supervisor", "/deeds")).startsWith("200").doesNotContain("/deeds/new");
        assertThat(page("d-village", "/deeds/new?place=" + village))
                .startsWith("200")
                .contains("不要写人名");
        var id = Ids.next();
        assertThat(post(
                        "d-village",
                        "/deeds/preview",
                        "id",
                        id.toString(),
                        "place",
                        village,
                        "title",
                        "修东头的路",
                        "dueOn",
                        TODAY.plusDays(9).toString()))
                .startsWith("200")
                .contains("公开前先看一遍", "修东头的路", "村民委员会承诺");
        assertThat(page("d-village", "/deeds/" + id))
                .as("a preview promises nothing")
                .startsWith("404");
        assertThat(post(
                        "d-village",
                        "/deeds",
                        "id",
                        id.toString(),
                        "place",
                        village,
                        "title",
                        "修东头的路",
                        "dueOn",
                        TODAY.plusDays(9).toString()))
                .startsWith("302");
        assertThat(page("d-office", "/deeds?place=" + cast.county())).contains("修东头的路", "公开承诺 1 件实事，群众确认办成 0 件");
        assertThat(page("d-office", "/deeds/" + id)).startsWith("200").doesNotContain("/say");
        assertThat(page("d-village", "/deeds/" + id)).contains("说办完了", "不办了");
        assertThat(post("d-office", "/deeds/" + id + "/say", "version", "1", "stage", "DONE", "words", "好"))
                .startsWith("403");
        assertThat(post("d-village", "/deeds/" + id + "/say", "version", "1", "stage", "CONFIRMED", "words", "好"))
                .startsWith("409");
        assertThat(page(null, "/h/" + card)).contains("/h/" + card + "/deeds");
        assertThat(page(null, "/h/" + card + "/deeds"))
                .startsWith("200")
                .contains("修东头的路")
                .doesNotContain("办成了</button>");
        assertThat(post("d-village", "/deeds/" + id + "/say", "version", "1", "stage", "DONE", "words", "铺好了"))
                .startsWith("302");
        assertThat(page(null, "/h/" + card + "/deeds"))
                .contains("他们说办完了。您看办成了吗", "没办成")
                .doesNotContain(head);
        assertThat(post("d-village", "/h/" + card + "/deeds/" + id + "/answer", "yes", "true"))
                .as("whoever promised, with a card in his hand")
                .startsWith("403")
                .contains("在这里登录的人不能替各户回话"); // deed-for-households
        assertThat(post(null, "/h/" + card + "/deeds/" + id + "/answer", "yes", "true"))
                .startsWith("302");
        assertThat(post(null, "/h/" + card + "/deeds/" + id + "/answer", "yes", "false"))
                .startsWith("409");
        assertThat(page(null, "/h/" + card + "/deeds")).contains("您家已经说过了");
        assertThat(page("d-office", "/deeds/" + id)).contains("说是 1 户，说不是 0 户，没回话 0 户");
    }

    @Test
    void anybodyReadsAndPrintsTheListAndNobodysNameIsOnIt() throws Exception {
        assertThat(page(null, "/promised/" + village)).startsWith("200").contains("还没有公开承诺过实事");
        promise("修东头的路", "铺水泥", "县交通补助");
        assertThat(page(null, "/promised/" + village))
                .startsWith("200")
                .contains("修东头的路", "村民委员会承诺", "80,000 元，县交通补助", "过半数")
                .doesNotContain(head, card);
        var pdf = http.get().uri("/promised/" + village + ".pdf").exchange().getResponse();
        assertThat(pdf.getStatus()).isEqualTo(200);
        try (var document = Loader.loadPDF(pdf.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("修东头的路", "县交通补助")
                    .doesNotContain(head);
        }
        assertThat(page(null, "/promised/370827999999")).startsWith("404");
        assertThat(post(
                        "d-village",
                        "/deeds/preview",
                        "id",
                        Ids.next().toString(),
                        "place",
                        village,
                        "title",
                        "找老张13805371234",
                        "dueOn",
                        TODAY.toString()))
                .startsWith("422");
    }

    @Test
    void whateverSomebodyWritesIsWords() {
        for (var hostile : HOSTILE) {
            var id = promise(hostile, hostile, hostile);
            post("d-village", "/deeds/" + id + "/say", "version", "1", "stage", "DONE", "words", hostile);
            for (var read : List.of(
                    page("d-office", "/deeds"),
                    page("d-office", "/deeds/" + id),
                    page(null, "/promised/" + village),
                    page(null, "/h/" + card + "/deeds"),
                    post(
                            "d-village",
                            "/deeds/preview",
                            "id",
                            id.toString(),
                            "place",
                            village,
                            "title",
                            hostile,
                            "words",
                            hostile,
                            "dueOn",
                            TODAY.toString(),
                            "fund",
                            hostile))) {
                assertThat(read).startsWith("200").doesNotContain("<script>alert", "<img src=x");
            }
        }
        assertThat(http.get().uri("/promised/" + village + ".pdf")).hasStatusOk();
    }

    @Test
    void guessingCodesIsSlow() throws Exception {
        assertThat(page(null, "/h/" + "0".repeat(20) + "/deeds")).startsWith("404");
        for (var method : FamilyDeedPages.class.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                assertThat(method.getAnnotation(AtMost.class))
                        .as(method.getName())
                        .isNotNull();
            }
        }
    }
}
