package lianxin.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.privacy.Aim;
import lianxin.region.Ground;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** The system keeps the five prohibitions, and would notice if it did not. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Transactional
class FilingTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    final SelfCheck check;
    final Purposes purposes;
    final Accounts accounts;
    final JdbcClient sql;
    final MockMvc http;

    FilingTest(SelfCheck check, Purposes purposes, Accounts accounts, JdbcClient sql, MockMvc http) {
        this.check = check;
        this.purposes = purposes;
        this.accounts = accounts;
        this.sql = sql;
        this.http = http;
    }

    @Test
    void theRunningSystemKeepsTheFiveProhibitions() {
        assertThat(check.look()).hasSize(5).allSatisfy(finding -> {
            assertThat(finding.checks().stream().flatMap(c -> c.offences().stream()))
                    .as("%s", finding.prohibition())
                    .isEmpty();
            assertThat(finding.checks()).anyMatch(c -> c.looked() > 500);
        });
    }

    @Test
    void aColumnForCheckInsOrPhotographsIsNoticed() {
        sql.sql(
                        "create table roster.forgotten (cadre uuid, check_in timestamptz, photo bytea, lon float, login_count int, payment int, daily_report text)")
                .update();
        assertThat(check.look()).noneMatch(SelfCheck.Finding::kept);
    }

    @ParameterizedTest
    @CsvSource({
        "CHECK_INS, /visits/checkIn",
        "CHECK_INS, visit.visit.clock_in",
        "CHECK_INS, staff.cadre.ranking",
        "FORCED_USE, access.account.last_login",
        "TRACES, /visits/{id}/photo",
        "TRACES, phone.fix.gps",
        "BUSINESS, /shop/checkout",
        "FORMS, /units/zero-report"
    })
    void eachShowsItselfInANameOfItsOwn(Prohibition prohibition, String name) {
        assertThat(prohibition.showsIn(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CHECK_INS, staff.cadre.rank",
        "CHECK_INS, signin.session.creation_time",
        "TRACES, survey.point.lon",
        "TRACES, record.checkpoint.note",
        "BUSINESS, proposal.load.price"
    })
    void whatIsCalledAlikeIsLeftAlone(Prohibition prohibition, String name) {
        assertThat(prohibition.showsIn(name)).isFalse();
    }

    @Test
    void aFieldThatAsksACadreWhatTheRosterKnowsIsNoticed() {
        var asking = new Inventory.Address(
                "POST", "/visits", Right.PAIRING_READ, false, List.of("head"), Inventory.Files.NONE);
        var taking = taking("/visits/file", Right.PAIRING_READ, Inventory.Files.MAY);
        var found = SelfCheck.look(List.of(asking, taking), List.of(), List.of());
        assertThat(found.stream().filter(f -> !f.kept()).map(SelfCheck.Finding::prohibition))
                .containsExactly(Prohibition.FORMS, Prohibition.TRACES);
    }

    /** A photo may be added where a case is handled; one that must be is what the prohibition is about. */
    @Test
    void aFileOneMustGiveIsNoticedAndOneThatMayBeAddedIsNot() {
        assertThat(SelfCheck.look(
                        List.of(taking("/cases/x", Right.CASE_HANDLE, Inventory.Files.MAY)), List.of(), List.of()))
                .allMatch(SelfCheck.Finding::kept);
        assertThat(SelfCheck.look(
                        List.of(taking("/cases/x", Right.CASE_HANDLE, Inventory.Files.MUST)), List.of(), List.of()))
                .filteredOn(finding -> !finding.kept())
                .extracting(SelfCheck.Finding::prohibition)
                .containsExactly(Prohibition.TRACES);
    }

    static Inventory.Address taking(String path, Right right, Inventory.Files files) {
        return new Inventory.Address("POST", path, right, false, List.of(), files);
    }

    @Test
    void aSensitivePurposeOwesItsAssessmentUntilItIsEntered() {
        assertThat(owed()).containsExactly(Aim.HELP, Aim.APPLY, Aim.MEDIATION, Aim.COMPLAINT);
        assertThatThrownBy(() -> purposes.assessed(Aim.HELP, " ", TODAY, caller(Role.OFFICE)))
                .hasMessageContaining("assessment-incomplete");
        assertThatThrownBy(() -> purposes.assessed(Aim.HELP, "x", TODAY.plusDays(1), caller(Role.OFFICE)))
                .hasMessageContaining("assessment-incomplete");
        assertThatThrownBy(() -> purposes.assessed(Aim.HELP, "x", TODAY, caller(Role.TOWNSHIP)))
                .hasMessageContaining("not-yours");
        purposes.assessed(Aim.HELP, "鱼评〔2026〕1号", TODAY, caller(Role.OFFICE));
        assertThat(owed()).containsExactly(Aim.APPLY, Aim.MEDIATION, Aim.COMPLAINT);
    }

    List<Aim> owed() {
        return purposes.all().stream()
                .filter(Purposes.Purpose::owed)
                .map(Purposes.Purpose::aim)
                .toList();
    }

    static Caller caller(Role role) {
        return new Caller(new UUID(3, role.ordinal()), "", role, Ground.EVERYWHERE, null, null);
    }

    @Test
    void thePapersAreMadeFromTheSameLists() throws Exception {
        accounts.open("filing-reader", "x", "x", Role.SUPERVISOR, Ground.EVERYWHERE, null, null);
        var page = http.perform(MockMvcRequestBuilders.get("/filing")
                        .header("Accept", "text/html")
                        .with(user("filing-reader")))
                .andReturn()
                .getResponse();
        assertThat(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("打卡签到", "没有发现");
        var pdf = http.perform(MockMvcRequestBuilders.get("/filing/pack.pdf").with(user("filing-reader")))
                .andReturn()
                .getResponse();
        try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
            assertThat(Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC)
                            .replaceAll("\\s", ""))
                    .contains("registry.household", "GET/households", "RIGHTS_ANSWER", "retention", "第二十八条");
        }
    }
}
