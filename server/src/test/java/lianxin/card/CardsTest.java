package lianxin.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Wang and Zhao live in one village; Li is their contact, then Sun is. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class CardsTest {

    static final long VILLAGE = 999_827_100_201L;

    @Autowired
    Cards cards;

    @Autowired
    CardSheet sheet;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcClient sql;

    @Autowired
    CountyTime time;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester http;

    final UUID village = UUID.randomUUID();
    final UUID wang = UUID.randomUUID();
    final UUID zhao = UUID.randomUUID();
    final UUID li = UUID.randomUUID();
    final UUID sun = UUID.randomUUID();
    final Caller office = new Caller(
            UUID.randomUUID(), "办公室", Role.OFFICE, new Ground(999_000_000_000L, 999_900_000_000L), null, null);
    final Caller stranger = new Caller(
            UUID.randomUUID(), "邻县", Role.OFFICE, new Ground(370_828_000_000L, 370_829_000_000L), null, null);

    @BeforeEach
    void aVillage() {
        var release = UUID.randomUUID();
        sql.sql(
                        "insert into region.release (id, source, as_of, sha256, by_whom) values (:r, 't', '2012-01-01', :r::text, :r)")
                .param("r", release)
                .update();
        sql.sql("insert into region.division (id, level) values (:v, 'VILLAGE')")
                .param("v", village)
                .update();
        sql.sql(
                        "insert into region.division_version (division, since, code, name, initials, kind, release) values (:v, '2012-01-01', :code, '柳树村', 'lsc', 'VILLAGE_COMMITTEE', :r)")
                .param("v", village)
                .param("code", VILLAGE)
                .param("r", release)
                .update();
        var unit = UUID.randomUUID();
        sql.sql(
                        "insert into staff.unit (id, key, name, initials, level, kind, place, since) values (:u, :u::text, '县农业局', 'xnyj', 'COUNTY', 'GOVERNMENT', 999827000000, '2012-01-01')")
                .param("u", unit)
                .update();
        for (var cadre : List.of(li, sun)) {
            sql.sql(
                            "insert into staff.cadre (id, key, unit, place, name, initials, post, rank, phone, since) values (:c, :c::text, :u, 999827000000, :name, 'x', '技术员', 'STAFF', '0537-6211234', '2012-01-01')")
                    .param("c", cadre)
                    .param("u", unit)
                    .param("name", cadre == li ? "李明远" : "孙广和")
                    .update();
        }
        for (var household : List.of(wang, zhao)) {
            sql.sql(
                            "insert into registry.household (id, key, village, place, group_no, head, initials, size, since) values (:h, :h::text, :v, :code, 3, :head, 'x', 4, '2012-01-01')")
                    .param("h", household)
                    .param("v", village)
                    .param("code", VILLAGE)
                    .param("head", household == wang ? "王<b>发" : "赵守田")
                    .update();
        }
        adopt(time.today().minusDays(30), li, wang, zhao);
    }

    @Test
    void aReprintIsTheSameCardAndANewContactANewOne() {
        var first = cards.print(wang, office);
        assertThat(cards.print(wang, office)).isEqualTo(first);
        adopt(time.today(), sun, wang);

        var second = cards.print(wang, office);

        assertThat(second.card().version()).isEqualTo(2);
        assertThat(second.contact().name()).isEqualTo("孙广和");
        assertThat(second.card().code()).isNotEqualTo(first.card().code());
        assertThat(cards.behind(first.card().code())).satisfies(page -> {
            assertThat(page.newer()).isTrue();
            assertThat(page.person()).isEqualTo(second.contact());
        });
        assertThat(cards.behind(second.card().code()).newer()).isFalse();
    }

    @Test
    void aVillageIsOnePrintJobInChinese() throws IOException {
        var faces = cards.printVillage(new DivisionCode(VILLAGE), office);
        var pdf = new ByteArrayOutputStream();
        sheet.write(faces, "柳树村", new Words(messages, Locale.CHINESE), pdf);

        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(297f, 298f); // 105 mm
            // The font maps some characters to radicals of the same shape; compatibility normalisation undoes that.
            assertThat(Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                            .replace(" ", ""))
                    .contains("连心卡", "柳树村", "李明远", "0537-6211234", "王<b>发", "赵守田");
        }
        assertThat(sql.sql(
                                "select count(*) from record.leaf l join record.subject s on s.token = l.tokens where l.what = 'CardsIssued' and s.subject = :v")
                        .param("v", village)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theHouseholdsPageNamesTheContactAndNobodyElse() {
        var code = cards.print(wang, office).card().code();
        var page = http.get().uri("/h/" + code).header("Accept", "text/html").exchange();
        assertThat(page)
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Referrer-Policy", "no-referrer");
        assertThat(page).bodyText().contains("李明远", "tel:0537-6211234").doesNotContain("王", "柳树村", wang.toString());
        assertThat(http.get().uri("/h/" + code + "?lang=en").header("Accept", "text/html"))
                .bodyText()
                .contains("Your contact");
    }

    @Test
    void aGuessedCodeOpensNothing() {
        assertThat(http.get().uri("/h/00000000000000000000").header("Accept", "text/html"))
                .hasStatus(404);
        assertThat(http.get().uri("/h/not-a-code").header("Accept", "text/html"))
                .hasStatus(404);
    }

    @Test
    void withoutAContactThereIsNoCard() {
        var lone = UUID.randomUUID();
        sql.sql(
                        "insert into registry.household (id, key, village, place, head, initials, size, since) values (:h, :h::text, :v, :code, '周', 'z', 1, '2012-01-01')")
                .param("h", lone)
                .param("v", village)
                .param("code", VILLAGE)
                .update();
        assertThatThrownBy(() -> cards.print(lone, office))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo("card-without-contact"));
    }

    @Test
    void aTownshipIsTooMuchForOnePrintJob() {
        assertThatThrownBy(() -> cards.printVillage(DivisionCode.of("999827100000"), office))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo("card-village-only"));
    }

    @Test
    void aStrangerPrintsNothing() {
        assertThatThrownBy(() -> cards.print(wang, stranger))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().status()).isEqualTo(404));
        assertThatThrownBy(() -> cards.printVillage(new DivisionCode(VILLAGE), stranger))
                .isInstanceOf(Refusal.class);
        assertThat(sql.sql("select count(*) from card.card where household = :h")
                        .param("h", wang)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    void adopt(LocalDate day, UUID cadre, UUID... households) {
        var contacts = new UUID[households.length];
        java.util.Arrays.fill(contacts, cadre);
        pairings.adopt(
                new Pairings.Adoption(
                        null,
                        day,
                        Reason.PLAN_ADOPTED,
                        List.of(new Pairings.VillagePlan(village, VILLAGE, households, contacts))),
                office);
    }
}
