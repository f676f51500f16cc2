package lianxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.particulars.Kind;
import lianxin.particulars.Particulars;
import lianxin.privacy.Datum;
import lianxin.region.DivisionCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Every page there is, asked by every role on its own ground: the catalogue’s readers read a name, the others see its mask; nobody sees a number. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskedTest {

    static final String HEAD = "欧阳金凤";
    static final String MASKED = "欧*凤";
    static final String PHONE = "13805379999";
    static final DivisionCode COUNTY = DivisionCode.of(TwoCounties.THEIRS);

    final MockMvc http;
    final JdbcClient sql;
    final Accounts accounts;
    final TransactionTemplate transaction;
    final Particulars particulars;
    Map<String, String> there = Map.of();

    MaskedTest(
            MockMvc http, JdbcClient sql, Accounts accounts, TransactionTemplate transaction, Particulars particulars) {
        this.http = http;
        this.sql = sql;
        this.accounts = accounts;
        this.transaction = transaction;
        this.particulars = particulars;
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("masked", properties);
    }

    @BeforeAll
    void aFamily() {
        transaction.executeWithoutResult(_ -> {
            there = new HashMap<>(new TwoCounties(sql, accounts).make());
            sql.sql("update region.division_version set kind = 'COUNTY' where kind = 'X'")
                    .update();
            sql.sql("update registry.household set head = :head, needs = '{LOW_INCOME}' where id = :id")
                    .param("head", HEAD)
                    .param("id", household())
                    .update();
            for (var role : Role.values()) {
                accounts.open(
                        login(role),
                        "x",
                        role.name(),
                        role,
                        COUNTY.ground(),
                        role == Role.UNIT ? UUID.fromString(there.get("unit")) : null,
                        role == Role.CADRE ? UUID.fromString(there.get("cadre")) : null);
            }
        });
        particulars.put(
                household(),
                Kind.PHONE,
                PHONE,
                LocalDate.EPOCH,
                new Caller(new UUID(1, 1), "", Role.OFFICE, COUNTY.ground(), null, null));
    }

    UUID household() {
        return UUID.fromString(there.get("household"));
    }

    static String login(Role role) {
        return "masked-" + role.name().toLowerCase().replace('_', '-');
    }

    @Test
    void namesAreReadByWhomTheCatalogueNamesAndNumbersByNobody() throws Exception {
        var reading = new TreeMap<Role, Integer>();
        var masked = new TreeMap<Role, Integer>();
        var leaks = new TreeSet<String>();
        for (var row : looks()) {
            for (var role : Role.values()) {
                var body = shown(row, role);
                if (body.contains(HEAD)) {
                    reading.merge(role, 1, Integer::sum);
                    if (!Datum.HEAD.readBy(role)) {
                        leaks.add(role + " reads the name at " + row.path());
                    }
                }
                if (body.contains(MASKED)) {
                    masked.merge(role, 1, Integer::sum);
                }
                if (body.contains(PHONE)) {
                    leaks.add(role + " reads the telephone at " + row.path());
                }
                if (row.path().startsWith("/households") && body.contains("低保") && !Datum.NEED.readBy(role)) {
                    leaks.add(role + " reads the need at " + row.path());
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(reading.get(Role.OFFICE)).as("pages that name the family").isGreaterThan(5);
        assertThat(reading).containsKeys(Role.TOWNSHIP, Role.UNIT, Role.CADRE, Role.VILLAGE_COMMITTEE);
        assertThat(masked.get(Role.SUPERVISOR)).as("pages that mask it").isGreaterThan(3);
        assertThat(masked).containsOnlyKeys(Role.SUPERVISOR);
    }

    @Test
    void aListCannotBeChosenByWhatOneDoesNotRead() throws Exception {
        var row = new Addresses.Row("GET", "/households", false, false, Map.of("need", ":LOW_INCOME"));
        assertThat(ask(row, Role.SUPERVISOR).getStatus()).isEqualTo(403);
        assertThat(text(ask(row, Role.OFFICE))).contains(HEAD, "低保");
    }

    @Test
    void aNoticeNamesNobodyWhole() throws Exception {
        var printed = print(Map.of("title", "固定联系人公示", "note", "鱼组发〔2026〕12号"), Role.VILLAGE_COMMITTEE);
        assertThat(printed.getStatus()).isEqualTo(200);
        var words = words(printed);
        assertThat(words).contains(MASKED, "金丝雀", "科员", "12号").doesNotContain(HEAD, "0537", "CANARY-H");
        assertThat(sql.sql("select count(*) from record.leaf where what = 'BOARD' and whole and subjects = 1")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aNoticeWithANumberOnItIsNotPrinted() throws Exception {
        for (var note : List.of("有事打 13805371234", "999999199001010014", "王庄12号")) {
            var refused = print(Map.of("note", note), Role.TOWNSHIP);
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(text(refused)).contains("不能公开");
        }
        with(
                "staff.cadre",
                "post",
                "科员 13805371234",
                () -> assertThat(print(Map.of(), Role.TOWNSHIP).getStatus()).isEqualTo(422));
        with(
                "registry.household",
                "head",
                "欧阳金凤13805371234",
                () -> assertThat(words(print(Map.of(), Role.TOWNSHIP)))
                        .contains("欧*4")
                        .doesNotContain("1380537"));
        var county = post("/board/" + COUNTY + ".pdf", Role.TOWNSHIP);
        assertThat(county.getStatus()).isEqualTo(422);
        assertThat(text(county)).contains("不是一个村"); // board-village-only
        assertThat(print(Map.of(), Role.SUPERVISOR).getStatus()).isEqualTo(403);
    }

    interface Deed {
        void done() throws Exception;
    }

    void with(String table, String column, String value, Deed deed) throws Exception {
        var id = UUID.fromString(there.get(table.endsWith("cadre") ? "cadre" : "household"));
        var before = sql.sql("select " + column + " from " + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        set(table, column, value, id);
        try {
            deed.done();
        } finally {
            set(table, column, before, id);
        }
    }

    void set(String table, String column, String value, UUID id) {
        sql.sql("update " + table + " set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    MockHttpServletResponse print(Map<String, String> fields, Role role) throws Exception {
        return perform(MockMvcRequestBuilders.post("/board/" + there.get("village") + ".pdf"), fields, role);
    }

    MockHttpServletResponse post(String path, Role role) throws Exception {
        return perform(MockMvcRequestBuilders.post(path), Map.of(), role);
    }

    /** What the page shows; nothing where this small county is too small for it. */
    String shown(Addresses.Row row, Role role) throws Exception {
        try {
            return text(ask(row, role));
        } catch (ServletException e) {
            return "";
        }
    }

    MockHttpServletResponse ask(Addresses.Row row, Role role) throws Exception {
        var path = row.path().replaceAll("\\{(\\w+):[^}]*(?:\\{[^}]*})?}", "{$1}");
        var fields = new HashMap<String, String>();
        for (var field : row.fields().entrySet()) {
            var value = field.getValue().startsWith(":") ? field.getValue().substring(1) : there.get(field.getValue());
            if (path.contains("{" + field.getKey() + "}")) {
                path = path.replace("{" + field.getKey() + "}", value);
            } else {
                fields.put(field.getKey(), field.getKey().equals("q") ? "欧阳" : value);
            }
        }
        return perform(MockMvcRequestBuilders.get(path), fields, role);
    }

    MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Map<String, String> fields, Role role)
            throws Exception {
        var asked =
                request.header("Accept", "text/html").with(user(login(role))).with(csrf());
        fields.forEach(asked::param);
        return http.perform(asked).andReturn().getResponse();
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String words(MockHttpServletResponse answer) throws IOException {
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
        }
    }

    static List<Addresses.Row> looks() throws IOException {
        return Addresses.rows().stream()
                .filter(row -> row.method().equals("GET") && !row.skipped())
                .toList();
    }
}
