package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianxin.Addresses.Row;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.DivisionCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Abuse cases 19 and 21: whatever somebody writes, into a field or behind a question mark, is words to the database, to the page and to the file system. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWordsTest {

    static final String OFFICE = "hostile-office";

    /** Where people’s words are kept, and shown. */
    static final List<String> COLUMNS = List.of(
            "staff.unit.name",
            "staff.cadre.name",
            "staff.cadre.post",
            "registry.household.head",
            "scheme.exclusion.reason",
            "intake.import.file_name",
            "matching.adoption.source",
            "region.draft.source",
            "scheme.unit_ground.source",
            "region.division_version.name",
            "access.account.name");

    final Addresses addresses;
    final RequestMappingHandlerMapping handlers;
    final JdbcClient sql;
    final Accounts accounts;
    final TransactionTemplate transaction;
    Map<String, String> theirs = Map.of();

    HostileWordsTest(
            MockMvc http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            JdbcClient sql,
            Accounts accounts,
            TransactionTemplate transaction) {
        this.addresses = new Addresses(http, handlers);
        this.handlers = handlers;
        this.sql = sql;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("hostile", properties);
    }

    @BeforeAll
    void aCountyAndItsOffice() {
        transaction.executeWithoutResult(_ -> {
            theirs = new TwoCounties(sql, accounts).make();
            accounts.open(
                    OFFICE,
                    "x",
                    "x",
                    Role.OFFICE,
                    DivisionCode.of(TwoCounties.THEIRS).ground(),
                    null,
                    null);
        });
    }

    @Test
    void whatIsKeptIsShownAsWords() throws Exception {
        var scripts = payloads().stream().filter(words -> words.contains("<")).toList();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(60);
        var alive = new ArrayList<String>();
        var shown = 0;
        for (var round = 0; round < scripts.size(); round += COLUMNS.size()) {
            var written = write(scripts, round);
            for (var row : looks()) {
                var answer = addresses.ask(row, theirs, OFFICE).getResponse();
                var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
                if (answer.getStatus() >= 500) {
                    alive.add(row.address() + " failed");
                }
                var html = String.valueOf(answer.getContentType()).contains("html");
                for (var words : written.entrySet()) {
                    if (html && body.contains(words.getValue())) {
                        alive.add(row.address() + " shows " + words);
                    }
                    shown += body.contains(words.getValue().replace("<", "&lt;").replace(">", "&gt;")) ? 1 : 0;
                }
            }
        }
        assertThat(alive).isEmpty();
        assertThat(shown).as("times a page showed one of them, as words").isGreaterThan(60);
    }

    @Test
    void whatIsAskedIsWords() throws Exception {
        var broken = new ArrayList<String>();
        var words = payloads();
        assertThat(words).hasSizeGreaterThanOrEqualTo(200);
        var asked = 0;
        for (var row : looks()) {
            for (var parameter : parameters(row).entrySet()) {
                var every = parameter.getValue().equals(String.class) ? 1 : 10;
                for (var n = asked % every; n < words.size(); n += every) {
                    var answer = addresses
                            .ask(with(row, parameter.getKey(), words.get(n)), theirs, OFFICE)
                            .getResponse();
                    asked++;
                    var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
                    if (answer.getStatus() >= 500) {
                        broken.add(row.address() + " " + parameter.getKey() + "=" + words.get(n) + ": "
                                + answer.getStatus());
                    }
                    if (words.get(n).contains("<") && body.contains(words.get(n))) {
                        broken.add(row.address() + " " + parameter.getKey() + " says back " + words.get(n));
                    }
                    if (body.contains("root:x:0") || body.contains("PSQLException")) {
                        broken.add(row.address() + " " + parameter.getKey() + " gives away " + words.get(n));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(asked).isGreaterThan(2_000);
    }

    /** Each column says another of the words now; what says which. */
    private Map<String, String> write(List<String> scripts, int round) {
        var written = new LinkedHashMap<String, String>();
        transaction.executeWithoutResult(_ -> {
            for (var n = 0; n < COLUMNS.size(); n++) {
                var column = COLUMNS.get(n);
                var words = scripts.get((round + n) % scripts.size());
                var dot = column.lastIndexOf('.');
                sql.sql("update %s set %s = :words".formatted(column.substring(0, dot), column.substring(dot + 1)))
                        .param("words", words)
                        .update();
                written.put(column, words);
            }
        });
        return written;
    }

    private static List<Row> looks() throws IOException {
        return Addresses.rows().stream()
                .filter(row -> row.method().equals("GET") && !row.skipped())
                .toList();
    }

    private static Row with(Row row, String name, String words) {
        var fields = new TreeMap<>(row.fields());
        fields.put(name, ":" + words);
        return new Row(row.method(), row.path(), row.refused(), row.skipped(), fields);
    }

    /** What the handler of the row reads from behind the question mark, and as what. */
    private Map<String, Class<?>> parameters(Row row) {
        var names = new TreeMap<String, Class<?>>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("lianxin.")
                    && mapping.getPatternValues().contains(row.path())
                    && mapping.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method.name().equals(row.method()))) {
                for (var parameter : handler.getMethod().getParameters()) {
                    if (parameter.isAnnotationPresent(RequestParam.class)
                            && !Map.class.isAssignableFrom(parameter.getType())) {
                        names.put(parameter.getName(), parameter.getType());
                    }
                }
            }
        });
        return names;
    }

    private static List<String> payloads() throws IOException {
        return new ClassPathResource("lianxin/hostile.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
