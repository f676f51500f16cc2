package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.sheet.Sheets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** From a clerk’s sheet to cases and back: what is opened, what is not and why, and that nothing is opened twice. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class CaseListsTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final String HEADERS = "村,户,类别,什么事,原话,听到日期,来源编号\n";

    @Autowired
    MockMvcTester http;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    CaseLists lists;

    @Autowired
    Cases cases;

    @Autowired
    Triage triage;

    @Autowired
    Histories histories;

    @Autowired
    Terms terms;

    Cast cast;
    UUID home;
    String head;
    Caller township;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        cast.village(2);
        home = cast.household(1);
        head = sql.sql("select head from registry.household where id = :home")
                .param("home", home)
                .query(String.class)
                .single();
        accounts.open(
                "l-township",
                "x",
                "l-township",
                Role.TOWNSHIP,
                new DivisionCode(cast.county() + 100_000).ground(),
                null,
                null);
        accounts.open("l-cadre", "x", "l-cadre", Role.CADRE, cast.ground(), null, cast.cadre());
        township = new Caller(
                accounts.byLogin("l-township").orElseThrow().id(),
                "l-township",
                Role.TOWNSHIP,
                new DivisionCode(cast.county() + 100_000).ground(),
                null,
                null);
    }

    UUID read(String rows) {
        return read(rows, township);
    }

    UUID read(String rows, Caller caller) {
        try {
            return lists.read(
                    "热线.csv",
                    "12345热线",
                    new ByteArrayInputStream((HEADERS + rows).getBytes(StandardCharsets.UTF_8)),
                    new Words(messages, Locale.CHINESE),
                    caller);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<CaseList.Looked> looked(UUID id) {
        return lists.rows(lists.require(id, township), township);
    }

    CaseList kept(String rows) {
        var id = read(rows);
        return lists.keep(
                id, (int) looked(id).stream().filter(CaseList.Looked::fresh).count(), Set.of(), township);
    }

    List<Case> opened(CaseList list) {
        return lists.opened(list, township);
    }

    String faults(String row) {
        var list = lists.require(read(row), township);
        assertThat(list.rows()).as(row).isZero();
        return String.join("\n", list.faults());
    }

    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    long count() {
        return sql.sql("select count(*) from cases.issue where place >= :lo and place < :hi")
                .param("lo", cast.county())
                .param("hi", cast.county() + 1_000_000)
                .query(Long.class)
                .single();
    }

    @Test
    void aRowBecomesTheSameCaseAClerkWouldHaveOpened() {
        var byHand = cases.open(home, Kind.SERVICE, "ROAD", "门前的路下雨就积水", township);
        var list = kept(cast.code(1) + ",H" + home + ",,,自来水停了两天没人管," + TODAY.minusDays(3) + ",W-7\n"
                + "村202,,建议,,广场上装个篮球架吧,,\n");
        assertThat(list.opened()).isEqualTo(2);
        var first = opened(list).stream()
                .filter(c -> home.equals(c.household()))
                .findFirst()
                .orElseThrow();
        assertThat(first.category()).as("from the words").isEqualTo("WATER_POWER");
        assertThat(first.channel()).isEqualTo(Channel.LIST);
        assertThat(first.desk()).isEqualTo(byHand.desk());
        assertThat(first.due()).as("from today, not from when it was heard").isEqualTo(byHand.due());
        assertThat(first.number()).matches("\\d{4}-\\w{6}");
        assertThat(LocalDate.ofInstant(first.heardAt(), CountyTime.ZONE)).isEqualTo(TODAY.minusDays(3));
        assertThat(histories.of(first).getFirst().step().words()).isEqualTo("12345热线 W-7");
        var second = opened(list).stream()
                .filter(c -> c.household() == null)
                .findFirst()
                .orElseThrow();
        assertThat(second.kind()).isEqualTo(Kind.SUGGESTION);
        assertThat(second.place()).isEqualTo(cast.code(2));
        assertThat(sql.sql(
                                "select count(*) from record.leaf where what in ('CaseOpened', 'CasesBrought') and by_whom = :by")
                        .param("by", township.id())
                        .query(Long.class)
                        .single())
                .as("each case told of, and the list")
                .isEqualTo(4);
        assertThat(sql.sql("select count(*) from cases.entry where words <> '' or household is not null")
                        .query(Long.class)
                        .single())
                .as("the case alone says what was said")
                .isZero();
    }

    /** What is suggested is learnt anew every day; what was looked at is what is opened. */
    @Test
    void itIsAboutWhatItWasAboutWhenOneLooked() {
        var id = read("村201,,,,自来水停了两天没人管,,1\n村201,,,道路,自来水停了两天没人管,,2\n村201,,,市政-给水,自来水停了两天没人管,,3\n");
        assertThat(looked(id))
                .extracting(row -> row.entry().category(), row -> row.entry().said())
                .as("a source’s own category is not ours")
                .containsExactly(tuple("WATER_POWER", false), tuple("ROAD", true), tuple("WATER_POWER", false));
        sql.sql("update cases.entry set category = 'LAND' where list = :id and row_no = 2")
                .param("id", id)
                .update();
        assertThat(opened(lists.keep(id, 3, Set.of(), township)))
                .extracting(Case::category)
                .containsExactlyInAnyOrder("LAND", "ROAD", "WATER_POWER");
    }

    @Test
    void theHeadsNameWillDoWhereOnlyOneHasIt() {
        assertThat(opened(kept("村201," + head + ",,,屋顶漏雨,,\n")).getFirst().household())
                .isEqualTo(home);
        var namesake = cast.household(1);
        sql.sql("update registry.household set head = :head where id = :id")
                .param("head", head)
                .param("id", namesake)
                .update();
        assertThat(faults("村201," + head + ",,,屋顶漏雨,,\n")).contains("B2", "不止一位户主");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "没有的村,,,,路不平,,|A2|没有这个村",
                ",,,,路不平,,|A2|",
                "村201,H-NO-SUCH,,,路不平,,|B2|没有这个编号或户主",
                "村201,,紧急,,房子着火了,,|C2|110、119、120",
                "村201,,投诉,,村干部打人,,|C2|投诉",
                "村201,,举报干部,,村干部打人,,|C2|他和他的单位看不到",
                "村201,,别的,,路不平,,|C2|求助",
                "村201,,,,,,|E2|",
                "村201,,,,路不平,2099-01-01,|F2|今天以后",
                "村201,,,,路不平,2012-01-01,|F2|早过一年",
                "村201,,,,路不平,上个月,|F2|",
                "村201,,,,路不平,,12345678901234567890123456789012345678901|G2|40"
            })
    void whatIsWrongInARowIsSaidWithItsCellAndWhatToDo(String row, String cell, String say) {
        assertThat(faults(row + "\n")).contains(cell).contains(say == null ? "" : say);
    }

    @Test
    void wordsAreAsLongAsACasesAndNoLonger() {
        assertThat(faults("村201,,,,「" + "路".repeat(1_001) + "」,,\n")).contains("E2", "1000");
        assertThat(faults("村201,,,," + "😀".repeat(501) + ",,\n")).contains("E2", "1000");
        assertThat(opened(kept("村201,,,," + "路".repeat(1_000) + ",,\n"))).hasSize(1);
    }

    /** A village elsewhere is refused in the words of one that is nowhere, and so is a household. */
    @Test
    void aForeignPlaceIsRefusedAsAnUnknownOneIs() {
        var stranger = Cast.on(sql);
        stranger.village(1);
        var elsewhere = stranger.household(1);
        assertThat(faults(stranger.code(1) + ",,,,路不平,,\n"))
                .isEqualTo(faults("999999999201,,,,路不平,,\n"))
                .contains("没有这个村");
        assertThat(faults("村201,H" + elsewhere + ",,,路不平,,\n")).isEqualTo(faults("村201,H-NONE,,,路不平,,\n"));
        var neighbour = cast.household(2);
        assertThat(faults("村201,H" + neighbour + ",,,路不平,,\n")).isEqualTo(faults("村201,H-NONE,,,路不平,,\n"));
    }

    @Test
    void goodRowsAreOpenedAndTheMendedListOpensOnlyTheRest() {
        var first = kept("村201,,,,村东头的路灯坏了三天,,1\n没有的村,,,,水管爆了没人来修,,2\n");
        assertThat(first.opened()).isEqualTo(1);
        assertThat(first.refused()).isEqualTo(1);
        var mended = read("村201,,,,村东头的路灯坏了三天,,1\n村202,,,,水管爆了没人来修,,2\n");
        assertThat(looked(mended)).extracting(CaseList.Looked::fresh).containsExactly(false, true);
        assertThat(looked(mended).getFirst().brought().one().id())
                .isEqualTo(opened(first).getFirst().id());
        assertThat(lists.keep(mended, 1, Set.of(), township).opened()).isEqualTo(1);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void theSameRowIsOpenedOnceWithAndWithoutANumber() {
        kept("村201,,,,村东头的路灯坏了三天,,1\n村201,H" + home + ",,,低保什么时候批下来," + TODAY + ",\n");
        var again =
                read("村201,,,,换了说法：灯不亮,,1\n村201,H" + home + ",,, 低保什么时候批下来 ," + TODAY + ",\n村201,,,,村东头的路灯坏了三天,,1\n");
        assertThat(lists.require(again, township).faults())
                .as("the third is the first again")
                .hasSize(1)
                .first()
                .asString()
                .contains("G4", "已经有这一行");
        assertThat(looked(again)).allMatch(row -> row.brought() != null);
        refused("case-list-not-now", () -> lists.keep(again, 0, Set.of(), township));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatALeaveOfAnotherTownshipBroughtIsKnownAndNotShown() {
        sql.sql("insert into region.division (id, level) values (:id, 'TOWNSHIP')")
                .param("id", new UUID(3, cast.county() + 101_000))
                .update();
        var elsewhere = new Caller(
                new UUID(9, 9), "x", Role.TOWNSHIP, new DivisionCode(cast.county() + 101_000).ground(), null, null);
        kept("村201,,,,村东头的路灯坏了三天,,1\n");
        sql.sql("update cases.entry set place = :place")
                .param("place", cast.county() + 101_201)
                .update();
        sql.sql("update cases.issue set place = :place where channel = 'LIST'")
                .param("place", cast.county() + 101_201)
                .update();
        var again = looked(read("村201,,,,村东头的路灯坏了三天,,1\n")).getFirst();
        assertThat(again.open()).isFalse();
        assertThat(again.brought().one()).isNull();
        refused("no-such-case-list", () -> lists.require(read("村201,,,,x路,,\n"), elsewhere));
    }

    @Test
    void whatLooksLikeAnOpenCaseIsLeftOutUnlessTheClerkSaysOtherwise() {
        var open = cases.open(home, Kind.SERVICE, "ROAD", "村东头的路灯坏了，晚上看不见", township);
        var id = read("村201,,,,村东头路灯坏了,,1\n村202,,,,村东头路灯坏了,,2\n村201,,,,孩子上学没有校车,,3\n");
        var rows = looked(id);
        assertThat(rows.get(0).alike()).isNotNull().extracting(Case::id).isEqualTo(open.id());
        assertThat(rows.get(1).alike()).as("another village’s lamp").isNull();
        assertThat(rows.get(2).alike()).isNull();
        var list = lists.keep(id, 2, Set.of(), township);
        assertThat(opened(list)).extracting(Case::words).containsExactlyInAnyOrder("村东头路灯坏了", "孩子上学没有校车");
        assertThat(opened(list)).extracting(Case::place).contains(cast.code(2));
        var also = read("村201,,,,村东头路灯坏了,,1\n");
        assertThat(lists.keep(also, 0, Set.of(looked(also).getFirst().entry().id()), township)
                        .opened())
                .isEqualTo(1);
    }

    @Test
    void whatChangedSinceOneLookedOpensNothing() {
        var id = read("村201,,,,村东头路灯坏了,,1\n村201,,,,孩子上学没有校车,,3\n");
        assertThat(looked(id)).allMatch(CaseList.Looked::fresh);
        cases.open(home, Kind.SERVICE, "ROAD", "村东头路灯坏了", township);
        var before = count();
        refused("case-list-changed", () -> lists.keep(id, 2, Set.of(), township));
        assertThat(count()).isEqualTo(before);
        assertThat(lists.keep(id, 1, Set.of(), township).opened()).isEqualTo(1);
        refused("case-list-not-now", () -> lists.keep(id, 1, Set.of(), township));
    }

    @Test
    void itIsUndoneWhileNobodyHasMovedAnyAndMayThenBeBroughtAgain() {
        var list = kept("村201,H" + home + ",,,村东头路灯坏了,,1\n村201,,,,孩子上学没有校车,,3\n");
        var moved = kept("村202,,,,桥栏杆断了没人修,,4\n村202,,,,垃圾两周没有清运,,5\n");
        lists.undo(list.id(), township);
        assertThat(count()).isEqualTo(2);
        assertThat(cases.of(List.of(home))).isEmpty();
        refused("case-list-not-now", () -> lists.undo(list.id(), township));
        assertThat(kept("村201,,,,村东头路灯坏了,,1\n").opened()).isEqualTo(1);
        var one = opened(moved).getFirst();
        triage.sort(one.id(), one.version(), Kind.SERVICE, "ROAD", township);
        assertThat(lists.undoable(moved, township)).isFalse();
        refused("case-list-not-now", () -> lists.undo(moved.id(), township));
        assertThat(opened(moved)).as("all or nothing").hasSize(2);
    }

    @Test
    void aCaseThatAnotherWasMergedIntoKeepsItsListFromBeingUndone() {
        var list = kept("村201,,,,村东头路灯坏了,,1\n");
        var other = cases.open(home, Kind.SERVICE, "ROAD", "路灯又不亮了", township);
        triage.merge(other.id(), other.version(), opened(list).getFirst().id(), township);
        refused("case-list-not-now", () -> lists.undo(list.id(), township));
    }

    @Test
    void whatIsNotOpenedWithinADayIsForgotten() {
        var id = read("村201,H" + home + ",,,村东头路灯坏了,,1\n没有的村,,,,x,,\n");
        var kept = kept("村201,,,,孩子上学没有校车,,3\n没有的村,,,,x,,\n");
        sql.sql(
                        "update cases.list set read_at = read_at - interval '25 hours', kept_at = kept_at - interval '25 hours'")
                .update();
        refused("no-such-case-list", () -> lists.require(id, township));
        refused("no-such-case-list", () -> lists.keep(id, 1, Set.of(), township));
        assertThat(lists.forget()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from cases.entry where list = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(lists.require(kept.id(), township).faults()).isEmpty();
        assertThat(lists.lists(township)).extracting(CaseList::id).containsExactly(kept.id());
    }

    @Test
    void onlyWhoOpensCasesAtADeskBringsThem() {
        var id = read("村201,,,,村东头路灯坏了,,1\n");
        for (var role : Role.values()) {
            var caller = cast.as(role, null, null);
            switch (role) {
                case OFFICE, TOWNSHIP ->
                    assertThat(lists.require(id, caller).rows()).as(role.name()).isEqualTo(1);
                case UNIT,
                        CADRE,
                        FIRST_SECRETARY,
                        HANDLER,
                        VILLAGE_COMMITTEE,
                        SUPERVISOR,
                        AUDITOR,
                        SYSTEM_ADMIN,
                        SECURITY_ADMIN,
                        AUDIT_ADMIN -> refused("not-yours", () -> lists.require(id, caller));
            }
        }
        var office = cast.as(Role.OFFICE, null, null);
        var county = read("村201,,,,会上说水渠堵了没人管,,\n", office);
        refused("no-such-case-list", () -> lists.require(county, township));
        var list = lists.keep(county, 1, Set.of(), office);
        assertThat(lists.opened(list, office).getFirst().desk())
                .as("as when the office opens one by hand")
                .isEqualTo(Desk.COUNTY);
        refused("case-list-missing", () -> lists.read("x.csv", " ", nothing(), words(), township));
    }

    ByteArrayInputStream nothing() {
        return new ByteArrayInputStream(new byte[0]);
    }

    Words words() {
        return new Words(messages, Locale.CHINESE);
    }

    @Test
    void whatIsTooLargeIsRefusedWithTheLimit() {
        refused(
                "sheet-too-many-rows",
                () -> read(IntStream.rangeClosed(1, 1_001)
                        .mapToObj(i -> "村201,,,,路不平 " + i + ",," + i + "\n")
                        .collect(Collectors.joining())));
        refused(
                "sheet-too-large",
                () -> lists.read("x.csv", "热线", new ByteArrayInputStream(new byte[(5 << 20) + 1]), words(), township));
        refused(
                "sheet-no-header",
                () -> lists.read(
                        "x.csv",
                        "热线",
                        new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                        words(),
                        township));
    }

    @Test
    void theTemplateIsReadBackAndOffersThisCountysCategories() throws IOException {
        var out = new ByteArrayOutputStream();
        lists.template(out, words(), township);
        var file = Files.createTempFile("template", ".xlsx");
        try {
            Files.write(file, out.toByteArray());
            try (var sheets = Sheets.open(file, ListSheet.LIMITS)) {
                var said = sheets.names().stream()
                        .flatMap(name -> {
                            var rows = new java.util.ArrayList<String>();
                            sheets.rows(name).forEach(row -> rows.addAll(row.cells()));
                            return rows.stream();
                        })
                        .toList();
                assertThat(said)
                        .contains("村", "原话", "来源编号")
                        .as("what is no case here is not offered")
                        .contains("只能填其中之一：求助、建议、困难线索、矛盾纠纷、信访事项")
                        .contains("只能填其中之一："
                                + terms.categories(TODAY).stream()
                                        .map(Terms.Category::zh)
                                        .collect(Collectors.joining("、")));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    String page(String path) {
        var answer = http.get()
                .uri(path)
                .header("Accept", "text/html")
                .with(user("l-township"))
                .exchange()
                .getResponse();
        return answer.getStatus() + " " + new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Whatever stands in a cell is text: in the look, on the case, in the file that carries it away. */
    @Test
    void whateverIsWrittenInACellIsWords() {
        var script = "<script>alert(1)</script>";
        var formula = "=HYPERLINK(\"http://x\")";
        var rows = HEADERS
                + "村201,,,,\"" + script + "\",,\"" + script + "\"\n"
                + "村201,,,\"" + script + "\",\"" + formula.replace("\"", "\"\"") + "\",,\"=1+1\"\n"
                + "\"" + script + "\",,,,路不平,,\n"
                + "村201,\"" + script + "\",,,路不平,,\n"
                + "村201,,\"" + script + "\",,路不平,,\n"
                + "村201,,,,路不平,\"" + script + "\",\n";
        var sent = http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                        "/cases/lists")
                .file(new MockMultipartFile("file", script + ".csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
                .param("source", script)
                .with(user("l-township"))
                .with(csrf()));
        var address = sent.getResponse().getRedirectedUrl();
        assertThat(page(address))
                .startsWith("200")
                .contains("&lt;script", "=HYPERLINK", "A4", "B5", "C6", "F7")
                .doesNotContain("<script>alert");
        assertThat(page("/cases/lists"))
                .startsWith("200")
                .contains("&lt;script")
                .doesNotContain("<script>alert");
        assertThat(http.post()
                        .uri(address + "/keep")
                        .param("fresh", "2")
                        .with(user("l-township"))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(address)).startsWith("200").contains("&lt;script").doesNotContain("<script>alert");
        for (var one : opened(lists.lists(township).getFirst())) {
            assertThat(page("/cases/" + one.id())).startsWith("200").doesNotContain("<script>alert");
        }
        assertThat(http.post()
                        .uri(address + "/undo")
                        .with(user("l-township"))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(address)).startsWith("200").contains("已撤销");
    }
}
