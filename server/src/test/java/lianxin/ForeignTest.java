package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lianxin.Addresses.Row;
import lianxin.access.Accounts;
import lianxin.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address × every role × what belongs to another county: refused, or at least nothing of it shown. The addresses are the house's own handlers; one
 * that has no row in foreign.txt fails.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignTest {

    final Addresses addresses;
    final JdbcClient sql;
    final Accounts accounts;
    final TransactionTemplate transaction;
    Map<String, String> theirs = Map.of();

    ForeignTest(
            MockMvc http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            JdbcClient sql,
            Accounts accounts,
            TransactionTemplate transaction) {
        this.addresses = new Addresses(http, handlers);
        this.sql = sql;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("matrix", properties);
    }

    @BeforeAll
    void twoCounties() {
        transaction.executeWithoutResult(_ -> theirs = new TwoCounties(sql, accounts).make());
    }

    @Test
    void everyAddressHasARow() throws IOException {
        var written = new TreeSet<String>();
        Addresses.rows().forEach(row -> written.add(row.address()));
        assertThat(written).as("addresses in foreign.txt and in the house").isEqualTo(addresses.all());
    }

    @Test
    void whatBelongsToAnotherCountyDoesNotExist() throws Exception {
        var leaks = new ArrayList<String>();
        for (var row : Addresses.rows()) {
            for (var role : Role.values()) {
                if (!row.skipped()) {
                    var answer = ask(row, role);
                    var status = answer.getResponse().getStatus();
                    var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
                    if (row.refused()
                            && status != 403
                            && status != 404
                            && !(row.method().equals("GET") && status == 302)) {
                        leaks.add(role + " " + row.address() + " answered " + status);
                    }
                    if (status >= 500) {
                        leaks.add(role + " " + row.address() + " failed");
                    }
                    TwoCounties.CANARIES.stream()
                            .filter(canary ->
                                    body.contains(canary) && !asked(row).contains(canary))
                            .forEach(canary -> leaks.add(role + " " + row.address() + " shows " + canary));
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    /** Else a broken fixture would pass for a wall. */
    @Test
    void theOtherCountysOwnOfficeFindsAllOfIt() throws Exception {
        transaction.executeWithoutResult(_ -> accounts.open(
                "matrix-theirs",
                "x",
                "x",
                Role.OFFICE,
                lianxin.region.DivisionCode.of(TwoCounties.THEIRS).ground(),
                null,
                null));
        for (var address : List.of(
                "/households/{id} id=household",
                "/cadres/{id} id=cadre",
                "/units/{id} id=unit",
                "/imports/{id} id=import",
                "/proposals/{id} id=run",
                "/overview place=county")) {
            var answer = addresses.ask(Row.of("GET " + address.replace(" ", " - ")), theirs, "matrix-theirs");
            assertThat(answer.getResponse().getStatus()).as(address).isEqualTo(200);
        }
    }

    @Test
    void noDeedChangedAnything() {
        assertThat(sql.sql(
                                "select count(*) from registry.household where place / 1000000 = 370828 and until = 'infinity' and version = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql(
                                "select count(*) from staff.cadre where place / 1000000 = 370828 and until = 'infinity' and version = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** What somebody typed himself may be said back to him. */
    private static String asked(Row row) {
        return String.join(" ", row.fields().values());
    }

    private MvcResult ask(Row row, Role role) throws Exception {
        return addresses.ask(row, theirs, TwoCounties.login(role));
    }
}
