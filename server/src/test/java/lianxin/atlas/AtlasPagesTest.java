package lianxin.atlas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The city's office redraws; a township of another county looks on. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AtlasPagesTest {

    static final DivisionCode GUTING = new DivisionCode(370827_001_000L);
    static final String YANGLOU = "370827001206";

    final MockMvcTester http;
    final Releases releases;
    final Divisions divisions;

    AtlasPagesTest(MockMvcTester http, Accounts accounts, Releases releases, Divisions divisions) {
        this.http = http;
        this.releases = releases;
        this.divisions = divisions;
        accounts.open("office", "-", "市活动办", Role.OFFICE, new Ground(370800_000_000L, 370900_000_000L), null, null);
        accounts.open("guting", "-", "谷亭街道", Role.TOWNSHIP, GUTING.ground(), null, null);
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("atlas", properties);
    }

    @BeforeEach
    void nobodyElseIsHere() {
        assertThat(releases.all()).as("this test begins on an empty tree").isEmpty();
    }

    @Test
    void anEmptyHouseSaysWhatToDoFirst() {
        assertThat(get("office", "/overview")).hasRedirectedUrl("/region");
        assertThat(get("office", "/units")).hasStatus(404).bodyText().contains("请先在“区划”一页载入");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> divisions.here(null, LocalDate.of(2026, 1, 1), GUTING.ground()))
                .matches(no -> no.kind().code().equals("no-divisions-yet"));
        assertThat(get("office", "/region")).bodyText().contains("载入济宁市 2023 年区划");
        assertThat(post("office", "/region/releases/bundled")).hasRedirectedUrl("/region");
        assertThat(get("office", "/region")).hasStatusOk().bodyText().contains("济宁市", "158", "4,927");
        assertThat(get("office", "/region?on=2020-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("还没有区划");
        assertThat(get("office", "/region?lang=en")).hasStatusOk().bodyText().contains("townships");
        assertThat(get("office", "/region/calendar?year=2013&lang=zh"))
                .hasStatusOk()
                .bodyText()
                .contains("250 个工作日");
    }

    @Test
    void aTownshipSeesItsOwnGroundOnly() {
        releases.loadBundled(UUID.randomUUID());
        assertThat(get("guting", "/region")).hasStatusOk().bodyText().contains("谷亭街道", "杨楼村委会");
        assertThat(get("guting", "/region/" + YANGLOU)).hasStatusOk();
        assertThat(get("guting", "/region/370826001000")).hasStatus(404);
        assertThat(get("guting", "/region/999")).hasStatus(400);
        assertThat(get("guting", "/region/releases")).hasStatus(403);
        assertThat(post("guting", "/region/" + YANGLOU + "/rename?name=x&document=x&day=2024-05-01"))
                .hasStatus(403);
    }

    @Test
    void aFileIsComparedDecidedAndApplied() {
        releases.loadBundled(UUID.randomUUID());
        var csv = new StringBuilder(
                "level,code12,name,parent12,kind\nTOWNSHIP,370827001000,谷亭街道,370827000000,SUBDISTRICT\n");
        var township = divisions.require(GUTING, LocalDate.of(2024, 1, 1));
        for (var village : divisions.children(township, LocalDate.of(2024, 1, 1))) {
            if (!village.code().toString().equals(YANGLOU)) {
                csv.append("VILLAGE,%s,%s,370827001000,%s%n".formatted(village.code(), village.name(), village.kind()));
            }
        }
        var handedIn = http.post()
                .uri("/region/releases")
                .with(user("office"))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile("file", csv.toString().getBytes(UTF_8)))
                .param("source", "县民政局〔2024〕5号")
                .param("day", "2024-05-01")
                .exchange();
        var draft = String.valueOf(handedIn.getResponse().getRedirectedUrl());
        assertThat(get("office", draft)).hasStatusOk().bodyText().contains("1 处没有定下去向", "杨楼村委会");
        var yanglou = divisions
                .require(DivisionCode.of(YANGLOU), LocalDate.of(2024, 5, 1))
                .id();
        assertThat(post("office", draft + "/decide?fate=MERGED&codes=370827001207&place=" + yanglou))
                .hasRedirectedUrl(draft);
        assertThat(post("office", draft + "/apply")).hasRedirectedUrl("/region");
        assertThat(get("office", "/region/" + YANGLOU)).hasStatus(404);
        assertThat(get("office", "/region/" + YANGLOU + "?on=2024-04-30"))
                .hasStatusOk()
                .bodyText()
                .contains("并入");
        assertThat(get("office", "/region/370827001207"))
                .hasStatusOk()
                .bodyText()
                .contains("杨楼村委会", "县民政局〔2024〕5号");
    }

    @Test
    void nothingIsPutInForceWhileSomethingIsUndecided() {
        releases.loadBundled(UUID.randomUUID());
        var draft = releases.handIn(
                "level,code12,name,parent12,kind\nCOUNTY,370827000000,鱼台县,370800000000,COUNTY".getBytes(UTF_8),
                "x",
                LocalDate.of(2024, 5, 1),
                Ground.EVERYWHERE,
                UUID.randomUUID());
        assertThat(get("office", "/region/releases/" + draft))
                .as("another office’s")
                .hasStatus(404);
        var own = releases.handIn(
                "level,code12,name,parent12,kind\nCOUNTY,370827000000,鱼台县,370800000000,COUNTY".getBytes(UTF_8),
                "x",
                LocalDate.of(2024, 5, 1),
                new Ground(370827000000L, 370828000000L),
                UUID.randomUUID());
        assertThat(post("office", "/region/releases/" + own + "/apply")).hasStatus(409);
    }

    @Test
    void everyFormOfRedrawingLeadsSomewhere() {
        releases.loadBundled(UUID.randomUUID());
        var order = "&document=x&day=2024-05-01";
        assertThat(get("office", "/region/" + YANGLOU + "/redraw")).hasStatusOk();
        assertThat(get("office", "/region/370827001000/redraw?lang=en")).hasStatusOk();
        var at = "/region/" + YANGLOU;
        assertThat(post("office", at + "/rename?name=杨楼新村" + order)).hasRedirectedUrl(at);
        assertThat(post("office", at + "/recode?now=370827001260" + order)).hasRedirectedUrl("/region/370827001260");
        assertThat(post("office", "/region/370827001207/merge?into=370827001260" + order))
                .hasRedirectedUrl("/region/370827001260");
        assertThat(post("office", "/region/370827001208/split?codes=370827001270,370827001271&names=甲,乙" + order))
                .hasRedirectedUrl("/region/370827001270");
        assertThat(post("office", "/region/370827001209/end?x" + order)).hasRedirectedUrl("/region");
        assertThat(post("office", "/region/370827001000/begin?fresh=370827001280&name=丙" + order))
                .hasRedirectedUrl("/region/370827001280");
        assertThat(post("office", at + "/rename?name=x&document=x&day=yesterday"))
                .hasStatus(400);
    }

    @Test
    void aNoticeIsPreviewedAndKept() {
        releases.loadBundled(UUID.randomUUID());
        post("office", "/region/calendar/bundled");
        var notice =
                "{\"holidays\": {\"2027-01-01\": \"\", \"2027-05-01\": \"\", \"2027-10-01\": \"\", \"2027-10-02\": \"\", \"2027-10-03\": \"\"}}";
        for (var path : new String[] {"/region/calendar/preview", "/region/calendar"}) {
            assertThat(http.post()
                            .uri(path)
                            .with(user("office"))
                            .with(csrf())
                            .param("year", "2027")
                            .param("source", "x")
                            .param("notice", notice)
                            .exchange())
                    .satisfies(
                            done -> assertThat(done.getResponse().getStatus()).isIn(200, 302));
        }
        assertThat(get("office", "/region/calendar?year=2027"))
                .hasStatusOk()
                .bodyText()
                .contains("259 个工作日");
    }

    private MvcTestResult get(String who, String path) {
        return http.get()
                .uri(path)
                .with(user(who))
                .header("Accept", "text/html")
                .exchange();
    }

    private MvcTestResult post(String who, String path) {
        return http.post()
                .uri(path)
                .with(user(who))
                .with(csrf())
                .header("Accept", "text/html")
                .exchange();
    }
}
