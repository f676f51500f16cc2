package lianxin.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.Paper;
import lianxin.platform.Words;
import lianxin.region.Ground;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A cadre gets all there is about him, nothing of anybody else, and nothing that proves who he is. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OwnCopyTest {

    static final Caller SYSTEM =
            new Caller(UUID.randomUUID(), "系统管理员", Role.SYSTEM_ADMIN, Ground.EVERYWHERE, null, null);
    static final String PASSWORD = "correct horse battery staple";

    final MockMvc http;
    final OwnCopies copies;
    final CopySheet sheet;
    final Paper paper;
    final Accounts accounts;
    final JdbcClient sql;
    final JsonMapper json;
    final MessageSource messages;

    OwnCopyTest(
            MockMvc http,
            OwnCopies copies,
            CopySheet sheet,
            Paper paper,
            Accounts accounts,
            JdbcClient sql,
            JsonMapper json,
            MessageSource messages) {
        this.http = http;
        this.copies = copies;
        this.sheet = sheet;
        this.paper = paper;
        this.accounts = accounts;
        this.sql = sql;
        this.json = json;
        this.messages = messages;
    }

    final String login = "own-" + UUID.randomUUID().toString().substring(0, 12);
    UUID account;

    @BeforeEach
    void settle() {
        var unit = UUID.randomUUID();
        sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, since)
                values (:unit, :unit, 'x', 'COUNTY', 'GOVERNMENT', 371001000000, '2019-01-01')
                """).param("unit", unit).update();
        account = accounts.open(login, "张联系", cadre(unit, "张联系", "05376210001"), SYSTEM);
        cadre(unit, "李旁人", "05376210002");
        accounts.choosePassword(account, PASSWORD);
    }

    private UUID cadre(UUID unit, String name, String phone) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, phone, since)
                values (:id, :id, :unit, 371001000000, :name, 'x', '科员', 'STAFF', :phone, '2019-01-01')
                """)
                .param("id", id)
                .param("unit", unit)
                .param("name", name)
                .param("phone", phone)
                .update();
        return id;
    }

    @Test
    void allThereIsAboutHimAndNobodyElse() throws Exception {
        var copy = copies.of(accounts.require(account));
        assertThat(copy.data().stream().map(Copy.Part::table)).contains("staff.cadre", "access.account");
        var file = json.writeValueAsString(copy);
        assertThat(file)
                .contains("张联系", "05376210001", login, "STAFF")
                .doesNotContain("李旁人", "05376210002", "argon2", "password\"");
        assertThat(sql.sql("select what from record.leaf where by_whom = :account order by id desc limit 1")
                        .param("account", account)
                        .query(String.class)
                        .single())
                .isEqualTo("OwnCopyTaken");
    }

    @Test
    void onPaperInWordsWithWhyAndThatNothingRestsOnConsent() throws Exception {
        var copy = copies.of(accounts.require(account));
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var words = new Words(messages, language);
            var out = new ByteArrayOutputStream();
            paper.print(
                    "rights/own-print.jte",
                    Map.of("copy", copy, "chapters", sheet.read(copy.data(), words), "words", words),
                    out);
            try (var read = Loader.loadPDF(out.toByteArray())) {
                var text = Normalizer.normalize(new PDFTextStripper().getText(read), Normalizer.Form.NFKC)
                        .replaceAll("\\s", "");
                assertThat(text)
                        .contains(
                                "张联系",
                                "05376210001",
                                login,
                                words.t("staff.rank.STAFF").replace(" ", ""))
                        .contains(language == Locale.CHINESE ? "没有一项靠您的同意" : "Noneofitiskeptwithyourconsent")
                        .doesNotContain("infinity");
            }
        }
    }

    @Test
    void hisOwnPageLeadsThereAndTheCopyWantsAFreshProof() throws Exception {
        var township = login + "-t";
        accounts.open(
                township, PASSWORD, "某", Role.TOWNSHIP, new Ground(371_001_100_000L, 371_001_101_000L), null, null);
        assertThat(shown("/me", township)).contains("/me/copy");
        assertThat(shown("/me/copy", township)).contains("/me/copy.pdf", "/me/copy.json", "没有一项靠您的同意");
        for (var ending : List.of("pdf", "json")) {
            assertThat(http.perform(MockMvcRequestBuilders.get("/me/copy." + ending)
                                    .with(user(township)))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .startsWith("/me/again");
        }
    }

    private String shown(String path, String login) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path)
                        .header("Accept", "text/html")
                        .with(user(login)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
