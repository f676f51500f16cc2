package lianxin.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.attachment.Attachments;
import lianxin.attachment.Given;
import lianxin.attachment.Owner;
import lianxin.attachment.Specimens;
import lianxin.calendar.WorkCalendar;
import lianxin.particulars.Kind;
import lianxin.particulars.Particulars;
import lianxin.particulars.Reason;
import lianxin.platform.Page;
import lianxin.platform.Words;
import lianxin.privacy.Catalogue;
import lianxin.privacy.Catalogue.About;
import lianxin.privacy.Datum;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.record.RecordKept;
import lianxin.record.Seen;
import lianxin.region.Ground;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.Households;
import lianxin.registry.Need;
import lianxin.registry.RegistryCast;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** What a family may ask, by when, and that what is erased is gone everywhere while the record stands. Commits for good. */
@SpringBootTest
@AutoConfigureMockMvc
class RightsTest {

    static final String HEAD = "欧阳金凤";
    static final String PHONE = "13805374321";
    static final byte[] LETTER = Specimens.letter(_ -> {});
    static final LocalDate TODAY = LocalDate.now(lianxin.platform.CountyTime.ZONE);

    @Autowired
    Requests requests;

    @Autowired
    Answers answers;

    @Autowired
    Copies copies;

    @Autowired
    CopySheet sheet;

    @Autowired
    Holds holds;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Retention retention;

    @Autowired
    Seen seen;

    @Autowired
    Particulars particulars;

    @Autowired
    Attachments attachments;

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    Households households;

    @Autowired
    Reads reads;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvc http;

    @Autowired
    RightsPages pages;

    @Autowired
    JsonMapper json;

    @Autowired
    MessageSource messages;

    @Autowired
    ApplicationContext house;

    RegistryCast cast;
    Caller township;
    UUID family;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("rights", properties);
    }

    @BeforeEach
    void settle() {
        calendar.loadBundled();
        cast = new RegistryCast(sql, 371_001_000_000L).settled();
        township = cast.township(100);
        family = household("R" + UUID.randomUUID());
        particulars.put(family, Kind.PHONE, PHONE, LocalDate.EPOCH, township);
    }

    UUID household(String key) {
        return deeds.register(
                key,
                cast.village(100, 1),
                new HouseholdFacts(HEAD, 2, 4, List.of(new Need("LOW_INCOME", TODAY.plusYears(1)))),
                LocalDate.of(2020, 1, 10),
                cast.office());
    }

    UUID asks(Wish wish) {
        return requests.receive(family, wish, Asker.SELF, Channel.VISIT, TODAY, township);
    }

    Request request(UUID id) {
        return requests.require(id, township);
    }

    static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed).hasMessageContaining(code);
    }

    List<String> leaves(UUID about) {
        return sql.sql("""
                select l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :s order by l.id
                """).param("s", about).query(String.class).list();
    }

    @Test
    void aRequestIsDueInWorkingDays() {
        var due = deadlines.due(Wish.COPY, LocalDate.of(2026, 9, 28));
        assertThat(calendar.workdaysBetween(LocalDate.of(2026, 9, 29), due)).isEqualTo(14);
        assertThat(calendar.isWorkday(due)).isTrue();
        assertThat(due).as("with the National Day holiday").isAfter(LocalDate.of(2026, 10, 19));
        assertThat(deadlines.rule(Wish.COPY, TODAY).source()).contains("第五十条");
        assertThat(deadlines.due(Wish.COPY, LocalDate.of(2026, 12, 28)))
                .as("next year’s holidays are not known: every day counts")
                .isEqualTo(LocalDate.of(2027, 1, 12));
        assertThat(request(asks(Wish.KNOW)).dueOn()).isEqualTo(deadlines.due(Wish.KNOW, TODAY));
        assertThat(requests.open(township)).extracting(Request::household).contains(family);
        assertThat(requests.open(cast.township(101)))
                .extracting(Request::household)
                .doesNotContain(family);
        assertThat(leaves(family)).contains("RightsAsked", "RIGHTS_DESK");
    }

    @Test
    void refusedToWhomItIsNoBusinessAndWhatMakesNoSense() {
        var id = asks(Wish.COPY);
        refused("already-asked", () -> asks(Wish.COPY));
        refused("request-day", () -> receive(TODAY.plusDays(1)));
        refused("request-day", () -> receive(TODAY.minusDays(61)));
        refused("refusal-without-reason", () -> requests.refuse(id, " ", township));
        refused("no-such-request", () -> request(UUID.randomUUID()));
        refused("not-here", () -> requests.require(id, cast.stranger()));
        refused("not-here", () -> answers.grant(id, cast.township(101)));
        refused("not-here", () -> requests.of(family, cast.stranger()));
        refused("not-yours", () -> requests.open(caller(Role.VILLAGE_COMMITTEE)));
        refused("not-yours", () -> requests.of(family, caller(Role.SUPERVISOR)));
        refused("hold-without-source", () -> holds.set(family, "", township));
        requests.receive(family, Wish.EXPLAIN, Asker.FAMILY, Channel.VILLAGE, TODAY, caller(Role.VILLAGE_COMMITTEE));
        requests.refuse(id, "已另行提供", township);
        assertThat(request(id).state()).isEqualTo(Request.State.REFUSED);
        assertThat(request(id).reason()).isEqualTo("已另行提供");
        refused("request-answered", () -> answers.grant(id, township));
        assertThat(leaves(family)).contains("RIGHTS_REFUSED");
    }

    void receive(LocalDate day) {
        requests.receive(family, Wish.ERASE, Asker.SELF, Channel.PHONE, day, township);
    }

    Caller caller(Role role) {
        return new Caller(new UUID(8, role.ordinal()), role.name(), role, township.ground(), null, null);
    }

    @Test
    void aCorrectionStaysInTheHistory() {
        var id = asks(Wish.CORRECT);
        answers.correct(id, households.require(family).version(), "欧阳金峰", 3, 5, township);
        assertThat(households.require(family).head()).isEqualTo("欧阳金峰");
        assertThat(households.asOf(family, TODAY.minusDays(1)).orElseThrow().head())
                .isEqualTo(HEAD);
        assertThat(households.require(family).needs()).containsExactly("LOW_INCOME");
        assertThat(request(id).state()).isEqualTo(Request.State.GRANTED);
        assertThat(leaves(family)).contains("HouseholdsChanged", "RIGHTS_GRANTED");
    }

    @Test
    void theCopyHasEveryColumnOfTheCatalogue() throws Exception {
        answers.correct(asks(Wish.CORRECT), 1, "欧阳金峰", 3, 5, township);
        everywhere(family);
        asks(Wish.COPY);
        var copy = copies.of(households.require(family), township);
        assertThat(copy.data().stream().map(Copy.Part::table))
                .containsExactlyElementsOf(Catalogue.ofHouseholds()
                        .filter(table -> !List.of(
                                        "rights.erased",
                                        "rights.hold",
                                        "particulars.locked",
                                        "registry.household_lineage")
                                .contains(table.name()))
                        .map(Catalogue.Table::name)
                        .toList());
        var tables = Catalogue.ofHouseholds().collect(Collectors.toMap(Catalogue.Table::name, t -> t));
        for (var part : copy.data()) {
            assertThat(part.rows().getFirst().keySet())
                    .as(part.table())
                    .containsExactlyInAnyOrderElementsOf(tables.get(part.table()).columns().stream()
                            .filter(column -> column.datum() != Datum.SEALED && column.datum() != Datum.ATTACHMENT)
                            .map(Catalogue.Column::name)
                            .toList());
        }
        assertThat(copy.particulars()).containsEntry(Kind.PHONE, PHONE);
        assertThat(copy.files())
                .as("what lies beside its cases")
                .singleElement()
                .satisfies(file -> assertThat(new String(file.content(), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-"));
        assertThat(leaves(family)).contains("RIGHTS_COPY");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var read = sheet.read(copy.data(), new Words(messages, language)).toString();
            assertThat(read)
                    .contains("欧阳金峰", HEAD, "张联系", "欧阳金凤要住院")
                    .doesNotContain(family.toString(), "LOW_INCOME", "infinity");
        }
    }

    /** Whatever may come onto paper has its word. */
    @Test
    void everyColumnOnPaperHasItsWord() {
        var words = new Words(messages, Locale.ENGLISH);
        Stream.of(About.HOUSEHOLD, About.CADRE, About.ACCOUNT)
                .flatMap(Catalogue::of)
                .forEach(table -> {
                    var columns = CopySheet.columns(table);
                    columns.forEach(column ->
                            assertThat(words.t("rights.column." + column)).isNotBlank());
                    if (!columns.isEmpty()) {
                        assertThat(words.t("rights.table." + table.name())).isNotBlank();
                    }
                });
    }

    @Test
    void onlyForWhomAsksWhileHeWaits() throws Exception {
        var id = asks(Wish.COPY);
        var pdf = new MockHttpServletResponse();
        pages.paper(id, page(), township, pdf);
        try (var paper = Loader.loadPDF(pdf.getContentAsByteArray())) {
            var text = Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC);
            assertThat(text.replaceAll("\\R", "")) // where a line breaks is the paper’s business
                    .contains(HEAD, PHONE, "低保", "第三十四条");
        }
        assertThat(json.writeValueAsString(pages.file(id, township, new MockHttpServletResponse())))
                .contains(HEAD, PHONE, "registry.household_need", "CONTACT");
        var wish = asks(Wish.ERASE);
        refused("request-answered", () -> pages.file(wish, township, new MockHttpServletResponse()));
        answers.grant(id, township);
        refused("request-answered", () -> pages.file(id, township, new MockHttpServletResponse()));
        refused("not-here", () -> pages.file(id, cast.stranger(), new MockHttpServletResponse()));
    }

    @Test
    void aCopyWantsAFreshProof() throws Exception {
        accounts.open("rights-township", "x", "乡镇", Role.TOWNSHIP, township.ground(), null, null);
        var id = asks(Wish.COPY);
        for (var ending : List.of("pdf", "json")) {
            assertThat(http.perform(MockMvcRequestBuilders.get("/rights/" + id + "/copy." + ending)
                                    .with(user("rights-township")))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .startsWith("/me/again");
        }
        for (var path : List.of(
                "/rights", "/rights/" + id, "/households/" + family + "/rights", "/households/" + family + "/seen")) {
            var shown = http.perform(MockMvcRequestBuilders.get(path)
                            .header("Accept", "text/html")
                            .with(user("rights-township")))
                    .andReturn()
                    .getResponse();
            assertThat(shown.getStatus()).as(path).isEqualTo(200);
        }
    }

    Page page() {
        return new Page(
                new Words(messages, Locale.CHINESE),
                "",
                "/rights",
                "",
                null,
                List.of(),
                null,
                TODAY,
                TODAY,
                List.of(),
                null,
                null,
                Instant.now(),
                "");
    }

    @Test
    void withdrawnConsentTakesTheNumbersAndLeavesTheContact() {
        holds.set(family, "鱼审〔2026〕3号", township);
        refused("household-on-hold", () -> answers.grant(asks(Wish.WITHDRAW), township));
        holds.lift(family, township);
        answers.grant(requests.of(family, township).getFirst().id(), township);
        assertThat(particulars.masked(family, township)).isEmpty();
        assertThat(households.require(family).head()).isEqualTo(HEAD);
        assertThat(leaves(family)).contains("HOLD_SET", "HOLD_LIFTED", "HouseholdErased");
    }

    @Test
    void restrictedDataAreKeptAndNotUsed() {
        answers.grant(asks(Wish.RESTRICT), township);
        refused("particulars-restricted", () -> particulars.reveal(family, Kind.PHONE, Reason.CALL, township));
        refused(
                "particulars-restricted",
                () -> particulars.put(family, Kind.PHONE, "13800000000", LocalDate.EPOCH, township));
        answers.grant(asks(Wish.LIFT), township);
        assertThat(particulars.reveal(family, Kind.PHONE, Reason.CALL, township))
                .isEqualTo(PHONE);
    }

    @Test
    void whatIsErasedIsGoneEverywhereAndTheRecordStands() {
        answers.correct(asks(Wish.CORRECT), 1, "欧阳金峰", 3, 5, township);
        everywhere(family);
        var key = households.require(family).key();
        var id = asks(Wish.ERASE);
        refused("household-still-served", () -> answers.grant(id, township));
        assertThat(request(id).state()).as("nothing was half done").isEqualTo(Request.State.OPEN);
        deeds.moveAway(family, households.require(family).version(), TODAY, cast.office());
        RecordKept.catchUp(house);
        assertThat(found("欧阳金", key)).as("where it is").isNotEmpty();
        answers.grant(id, township);
        RecordKept.catchUp(house);
        assertThat(found("欧阳金", key)).isEmpty();
        assertThat(particulars.clear(family)).isEmpty();
        assertThat(attachments.ofHousehold(family)).isEmpty();
        assertThat(leaves(family)).as("the record is mute about it").isEmpty();
        assertThat(RecordKept.faults(sql)).isEmpty();
        assertThat(sql.sql("select count(*) from record.leaf where what = 'HouseholdErased'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** Rows about the family in every table that may have one, its name in each word somebody may have written. */
    void everywhere(UUID family) {
        var unit = UUID.randomUUID();
        var cadre = UUID.randomUUID();
        var place = cast.village(100, 1).value();
        write(
                "insert into staff.unit (id, key, name, level, kind, place, since) values (:unit, :unit, 'x', 'COUNTY', 'GOVERNMENT', :place, '2019-01-01')",
                family,
                unit,
                cadre,
                place);
        write(
                "insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since) values (:cadre, :cadre, :unit, :place, '张联系', 'zlx', 'x', 'STAFF', '2019-01-01')",
                family,
                unit,
                cadre,
                place);
        write(
                "insert into pairing.pairing (household, since, until, cadre, place, reason, by_whom) values (:family, '2021-01-01', 'infinity', :cadre, :place, 'PLAN_ADOPTED', :unit)",
                family,
                unit,
                cadre,
                place);
        write(
                "insert into pairing.replaced (household, since, cadre, place, reason, by_whom, recorded_at, replaced_by) values (:family, '2021-01-01', :cadre, :place, 'KINSHIP', :unit, now(), :unit)",
                family,
                unit,
                cadre,
                place);
        write(
                "insert into pairing.pin (household, cadre, place, reason, by_whom) values (:family, :cadre, :place, '欧阳金凤的女婿', :unit)",
                family,
                unit,
                cadre,
                place);
        write(
                "insert into scheme.exclusion (id, household, cadre, place, reason, source, since, by_whom) values (:unit, :family, :cadre, :place, '与欧阳金凤有纠纷', '欧阳金凤来信', '2021-01-01', :unit)",
                family,
                unit,
                cadre,
                place);
        for (var told : List.of(
                "insert into visit.occasion (id, household, place, kind, happened_on, due_on, review_on, basis, by_whom, at) values (:unit, :family, :place, 'ILLNESS', '2026-01-02', '2026-01-09', '2026-02-09', 'VILLAGE', :unit, now())",
                "insert into visit.visit (id, household, place, cadre, by_whom, contact, way, met, finding, topics, words, need_topic, need_words, occasion, seen_at, told_at, recorded_at) values (:unit, :family, :place, :cadre, :unit, true, 'HOME', 'HEAD', 'NEED', '{HEALTH}', '欧阳金凤说腿疼', 'HEALTH', '欧阳金凤要住院', :unit, now(), now(), now())",
                "insert into cases.issue (id, number, kind, category, place, household, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level) values (:unit, '2601-' || upper(substr(md5(:unit::text), 1, 6)), 'SERVICE', 'HEALTH', :place, :family, 'CLERK', '欧阳金凤要住院', :unit, now(), now(), 'NEW', now(), 'TOWNSHIP')",
                "insert into cases.step (id, issue, household, place, deed, stage, level, by_whom, at, words) values (:unit, :unit, :family, :place, 'OPENED', 'NEW', 'TOWNSHIP', :unit, now(), '欧阳金凤来过')",
                "insert into cases.reporter (issue, place, household, origin, at) values (:unit, :place, :family, :unit, now())",
                "insert into cases.answer (id, issue, household, place, said, way, round, words, by_whom, at) values (:unit, :unit, :family, :place, 'CONFIRMED', 'CARD', 0, '欧阳金凤认可', :unit, now())",
                "insert into cases.list (id, lo, hi, source, file_name, refused, read_by, read_at) values (:unit, :place, :place + 1, 'x', 'x', 0, :unit, now())",
                "insert into cases.entry (id, list, row_no, place, household, kind, category, said, words, heard_on, mark) values (:unit, :unit, 2, :place, :family, 'SERVICE', 'HEALTH', true, '欧阳金凤要住院', '2026-01-05', md5(:unit::text) || md5(:unit::text))",
                "insert into benefits.batch (id, lo, hi, source, file_name, lines, read_by, read_at, kept_at) values (:unit, :place, :place + 1, 'x', 'x', 1, :unit, now(), now())",
                "insert into benefits.benefit (id, batch, household, place, kind, policy, amount, arrived_on, kept, said, said_at) values (:unit, :unit, :family, :place, 'SUBSIDY', '耕地补贴', 312.50, '2026-01-05', true, 'ARRIVED', now())",
                "insert into deeds.deed (id, lo, hi, promiser, title, promised_on, due_on, promised_by, stage, stage_since, moved_by) values (:unit, :place, :place + 1, 'VILLAGE', '修路', '2026-01-05', '2026-12-31', :unit, 'PROMISED', now(), :unit)",
                "update deeds.deed set stage = 'DONE', round = 1, ask_until = '2026-12-31', moved_by = :unit where id = :unit and :place = lo",
                "insert into deeds.answer (deed, round, household, place, said, at) values (:unit, 1, :family, :place, 'NO', now())",
                "insert into gateway.consent (id, household, place, agreed_on, by_whom, at) values (:unit, :family, :place, '2026-01-02', :unit, now())",
                "insert into gateway.ask (id, issue, household, place, reference, next_at, made_at) values (:unit, :unit, :family, :place, repeat('x', 40) || :unit, now(), now())",
                "insert into visit.deferral (id, household, place, reason, until, by_whom, at) values (:unit, :family, :place, 'HARVEST', '2026-06-20', :unit, now())",
                "insert into visit.promise (id, household, place, need, action, due_on, by_whom, at) values (:unit, :family, :place, '欧阳金凤要住院', '联系乡镇医院', '2026-02-01', :unit, now())",
                "insert into phone.receipt (id, digest, account, device, answer, at) values (:unit, decode(repeat('00', 32), 'hex'), :unit, :unit, 'quarantined', now())",
                "insert into phone.held (id, account, cadre, place, household, kind, doubt, seen_at, told_at, sealed, key, at) values (:unit, :unit, :cadre, :place, :family, 'visit', 'clock', now(), now(), ''::bytea, 0, now())")) {
            write(told, family, unit, cadre, place);
        }
        attachments.add(new Owner(unit, family, place), attachments.clean(new Given(LETTER.length, LETTER)), unit);
        write(
                "insert into card.card (household, version, cadre, place, code, issued_on, by_whom) values (:family, 1, :cadre, :place, :code, '2026-01-01', :unit)",
                family,
                unit,
                cadre,
                place);
        write(
                "insert into roster.load_change (load, subject, version, before) values (:unit, :family, 1, '{\"head\": \"欧阳金凤\"}')",
                family,
                unit,
                cadre,
                place);
    }

    void write(String statement, UUID family, UUID unit, UUID cadre, long place) {
        var all = sql.sql(statement.replace(":code", "'" + code(family) + "'"));
        all = statement.contains(":family") ? all.param("family", family) : all;
        all = statement.contains(":unit") ? all.param("unit", unit) : all;
        all = statement.contains(":cadre") ? all.param("cadre", cadre) : all;
        all = statement.contains(":place") ? all.param("place", place) : all;
        all.update();
    }

    static String code(UUID family) {
        return family.toString().replace("-", "").substring(12);
    }

    /** Tables in which one of these words stands anywhere, in this family’s rows or in nobody’s. */
    TreeSet<String> found(String name, String key) {
        var tables = sql.sql("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                   and has_table_privilege(c.oid, 'select')
                """).query(String.class).list();
        var found = new TreeSet<String>();
        for (var table : tables) {
            var hits = sql.sql("select count(*) from " + table
                            + " t where t::text like :name and (t::text like :id or t::text like :key)"
                            + " or t::text like :key")
                    .param("name", "%" + name + "%")
                    .param("id", "%" + family + "%")
                    .param("key", "%" + key + "%")
                    .query(Long.class)
                    .single();
            if (hits > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void whatIsOverItsTimeGoesByItselfButNotUnderAHold() {
        var recent = ended(TODAY.minusMonths(3));
        var old = ended(TODAY.minusMonths(13));
        var held = ended(TODAY.minusMonths(13));
        holds.set(held, "鱼法〔2026〕8号", township);
        var asked = asks(Wish.KNOW);
        var longAgo = asks(Wish.EXPLAIN);
        requests.refuse(asked, "x", township);
        requests.refuse(longAgo, "x", township);
        sql.sql("update rights.request set handled_at = :at where id = :id")
                .param("at", Instant.now().atOffset(ZoneOffset.UTC).minusMonths(37))
                .param("id", longAgo)
                .update();
        retention.sweep();
        assertThat(households.require(recent).head()).isEqualTo(HEAD);
        assertThat(particulars.clear(recent)).isEmpty();
        assertThat(households.require(old).head()).isEqualTo("—");
        assertThat(particulars.clear(old)).isEmpty();
        assertThat(households.require(held).head()).isEqualTo(HEAD);
        assertThat(particulars.clear(held)).containsEntry(Kind.PHONE, PHONE);
        assertThat(households.require(family).head()).isEqualTo(HEAD);
        assertThat(request(asked).open()).isFalse();
        refused("no-such-request", () -> request(longAgo));
        retention.sweep();
        assertThat(retention.rules(TODAY))
                .filteredOn(rule -> rule.at() != null)
                .as("a second night finds nothing left")
                .allMatch(rule -> rule.gone() == 0);
    }

    UUID ended(LocalDate day) {
        var id = household("E" + UUID.randomUUID());
        particulars.put(id, Kind.PHONE, PHONE, LocalDate.EPOCH, township);
        sql.sql("update registry.household set until = :day, ended = 'MOVED_AWAY' where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
        return id;
    }

    @Test
    void aFamilyLearnsWhoLookedAtItAndForWhat() throws Exception {
        var name = "李看看" + UUID.randomUUID();
        var who = new Caller(
                accounts.open(
                        "looks-" + UUID.randomUUID().toString().substring(0, 8),
                        "x",
                        name,
                        Role.OFFICE,
                        cast.office().ground(),
                        null,
                        null),
                name,
                Role.OFFICE,
                cast.office().ground(),
                null,
                null);
        var other = household("O" + UUID.randomUUID());
        reads.of(who, Purpose.HOUSEHOLD_PAGE, List.of(family));
        reads.of(who, Purpose.HOUSEHOLD_LIST, List.of(family, other));
        reads.of(who, Purpose.SEARCH, List.of(other));
        reads.ofAll(who, Purpose.EXPORT, cast.office().ground(), 2);
        reads.ofAll(who, Purpose.BOARD, new Ground(1, 2), 2);
        RecordKept.catchUp(house);
        var looks = seen.at(family, cast.village(100, 1).value(), 100).stream()
                .filter(look -> name.equals(look.who()))
                .toList();
        assertThat(looks).extracting(Seen.Look::what).containsExactly("EXPORT", "HOUSEHOLD_LIST", "HOUSEHOLD_PAGE");
        assertThat(looks).extracting(Seen.Look::among).containsExactly(true, true, false);
        everywhere(family);
        var page = http.perform(MockMvcRequestBuilders.get("/h/" + code(family) + "/seen"))
                .andReturn()
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("看了农户页面")
                .doesNotContain(name, HEAD);
        assertThat(http.perform(MockMvcRequestBuilders.get("/h/nobody/seen"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }
}
