package lianxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.registry.RegistryCast;
import lianxin.roster.Roster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From an empty county to families one can look up, correct, move and merge: as the office does it, in the browser's words. */
@SpringBootTest
@AutoConfigureMockMvc
class ImportJourneyTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient sql;

    RegistryCast cast;
    String zhang;
    String li;

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_003_000_000L).settled();
        zhang = cast.village(100, 1).toString();
        li = cast.village(100, 2).toString();
        accounts.open("journey-office", "-", "示例办", Role.OFFICE, cast.office().ground(), null, null);
    }

    @AfterEach
    void clear() {
        ImportCast.clear(sql, cast);
        sql.sql("delete from access.account where login = 'journey-office'").update();
    }

    @Test
    void fromTheFirstFileToTheFirstDeed() throws Exception {
        assertThat(page("/imports")).contains("还没有导入过");
        assertThat(page("/households")).contains("这里还没有农户");
        assertThat(http.get().uri("/imports/templates/households.xlsx").with(user("journey-office")))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store");

        taken(Roster.UNITS, "单位编号,单位名称,层级,类型,所在地代码\nJ1,示例局,县级,政府机关," + cast.county() + "\n");
        taken(Roster.CADRES, "干部编号,姓名,单位编号,职务,职级\nJG1,李卫东,J1,科员,科员\n");
        var households = taken(
                Roster.HOUSEHOLDS,
                "户编号,村代码,户主,人口,需要类别\nJ1," + zhang + ",<b>王</b>,5,低保\nJ2," + zhang + ",单桂芳,2,\n坏," + zhang + ",坏,0,\n");
        assertThat(page("/imports/" + households)).contains("已经导入", "有问题的行");
        assertThat(copy(households)).contains("坏," + zhang).contains("人口");

        assertThat(page("/units")).contains("示例局");
        assertThat(page("/units/" + one("staff.unit", "J1"))).contains("示例局", "李卫东");
        assertThat(page("/cadres?q=lwd")).contains("李卫东");
        assertThat(page("/households")).contains("2 户农户在册", "&lt;b&gt;王", "单桂芳", "低保");
        assertThat(page("/households?q=sgf")).contains("单桂芳").doesNotContain("低保</span>");
        assertThat(page("/households?need=LOW_INCOME")).doesNotContain("单桂芳");
        assertThat(page("/households?lang=en")).contains("2 households in scope");
        page("/households?lang=zh");

        var wang = one("registry.household", "J1");
        var shan = one("registry.household", "J2");
        sql.sql("update registry.household set since = since - 1 where place = :p")
                .param("p", Long.parseLong(zhang))
                .update();
        assertThat(page("/households/" + wang + "/move")).contains("迁移");
        assertThat(post("/households/" + wang + "/move", "village", li, "version", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("从村201迁到村202", "name=\"sure\"");
        assertThat(post("/households/" + wang + "/move", "village", li, "version", "1", "sure", "yes"))
                .hasStatus3xxRedirection();
        assertThat(page("/households?place=" + li))
                .contains("J1")
                .doesNotContain(">J2<"); // a token may well have J2 in it
        assertThat(post("/households/" + wang + "/merge", "into", "J2", "version", "2", "sure", "yes"))
                .hasStatus(422);
        assertThat(post("/households/" + wang + "/dissolve", "version", "1", "sure", "yes"))
                .as("an old version")
                .hasStatus(409);
        assertThat(post("/households/" + wang + "/dissolve", "version", "2", "away", "true", "sure", "yes"))
                .hasStatus3xxRedirection();
        assertThat(post("/households/" + shan + "/correct", "head", "单桂英", "size", "3", "version", "1"))
                .hasStatus3xxRedirection();
        assertThat(post("/households/new", "key", "J9", "village", zhang, "head", "赵六", "size", "1", "version", "0"))
                .hasStatus3xxRedirection();
        assertThat(page("/households")).contains("单桂英", "赵六").doesNotContain("&lt;b&gt;王");
        assertThat(page("/cadres/" + one("staff.cadre", "JG1") + "/exempt")).contains("免联");
        assertThat(page("/cadres/" + one("staff.cadre", "JG1") + "/correct")).contains("李卫东");
        assertThat(page("/units/" + one("staff.unit", "J1") + "/correct")).contains("示例局");
    }

    private UUID taken(Roster roster, String file) {
        var sent = http.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", "名册.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .param("roster", roster.name())
                .with(user("journey-office"))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus3xxRedirection();
        var url = String.valueOf(sent.getMvcResult().getResponse().getRedirectedUrl());
        var id = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
        until(id, State.CHECKED);
        assertThat(page(url)).contains("核对完了");
        assertThat(post(url + "/apply")).hasStatus3xxRedirection();
        until(id, State.APPLIED);
        return id;
    }

    private void until(UUID id, State state) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> imports.require(id, cast.office()).state() == state);
    }

    private String copy(UUID id) throws Exception {
        var copy = http.get()
                .uri("/imports/" + id + "/reasons")
                .with(user("journey-office"))
                .exchange();
        return copy.getMvcResult().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path) {
        var answer = http.get()
                .uri(path)
                .header("Accept", "text/html")
                .with(user("journey-office"))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return assertThat(answer).bodyText().actual();
    }

    private MvcTestResult post(String path, String... form) {
        var request = http.post()
                .uri(path)
                .header("Accept", "text/html")
                .with(user("journey-office"))
                .with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private UUID one(String table, String key) {
        return sql.sql("select id from " + table + " where key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();
    }
}
