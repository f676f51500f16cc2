package lianxin.intake;

import static lianxin.intake.ImportCast.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.registry.Household;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.Households;
import lianxin.registry.RegistryCast;
import lianxin.roster.Compared;
import lianxin.roster.Compared.What;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.scope.Standing;
import lianxin.workbook.Format;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of rosters, from arrival to undo. */
@SpringBootTest
@Import(ImportCast.class)
class ImportsTest {

    @Autowired
    Imports imports;

    @Autowired
    ImportRun run;

    @Autowired
    Exports exports;

    @Autowired
    Households households;

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    JdbcClient sql;

    @Autowired
    MessageSource messages;

    @Autowired
    CountyTime time;

    @Autowired
    Standing standing;

    @Autowired
    ImportCast.ByHand byHand;

    RegistryCast cast;
    Caller office;
    ImportCast.Desk desk;
    String zhang;
    String li;

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_002_000_000L).settled();
        office = cast.office();
        desk = new ImportCast.Desk(imports, run, office);
        zhang = cast.village(100, 1).toString();
        li = cast.village(100, 2).toString();
    }

    @AfterEach
    void clear() {
        byHand.bomb = false;
        ImportCast.clear(sql, cast);
    }

    @Test
    void aRosterIsCheckedShownAndApplied() {
        var it = desk.checked(
                HEADER + "H1," + zhang + ",1,王建国,5,低保、独居\nH2," + zhang + ",2,单桂芳,1,一般\nH3," + li + ",,尉迟敏,3,\n");
        counted(it, 3, 0, 0, 0, 0);
        assertThat(counts(it).firsts())
                .first()
                .extracting("what", "key", "after")
                .containsExactly(What.ADDED, "H1", List.of("王建国", "1", "5", "LIVING_ALONE LOW_INCOME", zhang));
        assertThat(count()).as("checking changes nothing").isZero();
        assertThat(desk.applied(it.id()).state()).isEqualTo(State.APPLIED);
        assertThat(count()).isEqualTo(3);
        assertThat(household("单"))
                .extracting(Household::needs, Household::group)
                .containsExactly(List.of(), 2);
        assertThat(households.search("ycm", office.ground(), 2)).hasSize(1);
        refused("import-not-now", () -> imports.apply(it.id(), Leaving.NOBODY, office));
        refused("import-file-gone", () -> imports.again(it.id(), office));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var file = HEADER + "H1," + zhang + ",1,王建国,5,低保\nH2," + li + ",2,赵六,1,\n";
        desk.applied(desk.checked(file).id());
        counted(desk.checked(file), 0, 0, 2, 0, 0);
        // A column left out says nothing.
        counted(desk.checked("户主,户编号,村代码,人口\n王建国,H1," + zhang + ",5\n"), 0, 0, 1, 0, 0);
    }

    @Test
    void aChineseCsvIsUnderstoodInItsOwnEncodingAndWords() {
        var it = desk.checked(
                Roster.HOUSEHOLDS,
                ("农户编号,行政村代码,村民小组,户主姓名,家庭人口\nH1," + zhang + ",３,王喆,5\n").getBytes(Charset.forName("GB18030")));
        counted(it, 1, 0, 0, 0, 0);
        desk.applied(it.id());
        assertThat(household("王喆").group()).isEqualTo(3);
    }

    @Test
    void everyBadRowComesBackWithItsReason() throws IOException {
        desk.applied(desk.checked(HEADER + "H0," + zhang + ",1,老户,2,\n").id());
        var it = desk.checked("我县农户名册\n" + HEADER + "H1," + zhang + ",1,王建国,5,低保\nH2,371003100201,1,外地,1,\nH3," + zhang
                + ",1,,4,\nH4," + zhang + ",1,多人,99,富裕\nH1," + zhang + ",1,王建国,5,低保\n11010119800101123X," + zhang
                + ",1,有证,2,\n");
        assertThat(it)
                .extracting(lianxin.intake.Import::rows, lianxin.intake.Import::bad)
                .containsExactly(6L, 5L);
        assertThat(counts(it).added()).isEqualTo(1);
        var copy = new ByteArrayOutputStream();
        imports.reasons(it.id(), chinese(), copy, office);
        var lines = copy.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(8);
        assertThat(lines.get(1)).contains("原因");
        assertThat(lines.get(2)).startsWith("H1,").doesNotContain("：");
        assertThat(lines.get(3)).contains("371003100201", "不在您负责的范围内");
        assertThat(lines.get(4)).contains("D5");
        assertThat(lines.get(5)).contains("99", "富裕");
        assertThat(lines.get(6)).contains("不止一次");
        assertThat(lines.get(7)).contains("身份证号");
        refused("import-bad-rows-left", () -> imports.apply(it.id(), Leaving.DISSOLVED, office));
        desk.applied(it.id());
        assertThat(count()).as("the good row only").isEqualTo(2);
    }

    @Test
    void headersInDoubtAreAskedOnce() {
        var file = "户编号,所属村的代码,户主,人口\nH1," + zhang + ",王建国,5\n";
        var it = desk.checked(file);
        assertThat(it.state()).isEqualTo(State.UNSURE);
        assertThat(Objects.requireNonNull(it.match()).questions())
                .extracting("column")
                .containsExactly("village");
        refused("import-no-such-column", () -> imports.settle(it.id(), Map.of("village", 9), office));
        refused("import-no-such-column", () -> imports.settle(it.id(), Map.of("pet", 1), office));
        imports.settle(it.id(), Map.of("village", 1), office);
        run.check(it.id());
        counted(imports.require(it.id(), office), 1, 0, 0, 0, 0);
        counted(desk.checked(file.replace("H1", "H2")), 1, 0, 0, 0, 0);
    }

    @Test
    void whatChangedMovedAndLeftIsToldAndKept() {
        desk.applied(desk.checked("户编号,村代码,户主,人口,在册日期\nH1," + zhang + ",王建国,5,2026-01-05\nH2," + zhang
                        + ",李四,2,2026-01-05\nH3," + zhang + ",赵六,2,2026-01-05\n")
                .id());
        var wang = household("王").id();
        var it = desk.checked(HEADER + "H1," + li + ",2,王建军,5,优抚\nH2," + zhang + ",0,李四,2,\n");
        counted(it, 0, 1, 1, 1, 0);
        assertThat(counts(it).firsts())
                .extracting("what", "key")
                .containsExactly(tuple(What.CHANGED, "H1"), tuple(What.LEAVING, "H3"));
        assertThat(desk.applied(it.id(), Leaving.MOVED_AWAY).state()).isEqualTo(State.APPLIED);
        assertThat(Objects.requireNonNull(byHand.told).changes())
                .extracting(c -> c.what().name())
                .containsExactly("MOVED", "MOVED_AWAY");
        assertThat(households.require(wang))
                .extracting(Household::head, Household::place, Household::needs, Household::version)
                .containsExactly("王建军", Long.parseLong(li), List.of("VETERAN"), 2);
        assertThat(households.asOf(wang, LocalDate.of(2026, 1, 6)))
                .get()
                .extracting(Household::head, Household::place)
                .containsExactly("王建国", Long.parseLong(zhang));
        assertThat(count()).isEqualTo(2);
        stays(desk.undone(it.id()), State.APPLIED, "load-moved-households");
    }

    @Test
    void anImportIsTakenBackWhileNothingDependsOnIt() {
        desk.applied(desk.checked(HEADER + "H1," + zhang + ",1,王建国,5,低保\n").id());
        var wang = household("王");
        var second = desk.checked(HEADER + "H1," + zhang + ",2,王建军,4,优抚\nH2," + zhang + ",1,李四,2,低保\n")
                .id();
        desk.applied(second);
        assertThat(count()).isEqualTo(2);
        assertThat(desk.undone(second).state()).isEqualTo(State.UNDONE);
        assertThat(households.require(wang.id()))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(wang);
        assertThat(households.forChange(wang.id(), office).needs())
                .extracting("category")
                .containsExactly("LOW_INCOME");
        assertThat(count()).isEqualTo(1);
        refused("import-not-now", () -> imports.undo(second, office));
    }

    @Test
    void anImportSomethingDependsOnIsNotTakenBack() {
        var id = desk.checked(HEADER + "H1," + zhang + ",1,王建国,5,低保\n").id();
        desk.applied(id);
        var wang = household("王");
        sql.sql("""
                insert into pairing.pairing (household, since, place, reason, by_whom)
                values (:h, current_date, :p, 'MOVED_AWAY', :h)
                """).param("h", wang.id()).param("p", wang.place()).update();
        stays(desk.undone(id), State.APPLIED, "load-depended-on");
        sql.sql("delete from pairing.pairing where household = :h")
                .param("h", wang.id())
                .update();
        deeds.correct(wang.id(), 1, new HouseholdFacts("王建军", 1, 5, List.of()), time.today(), office);
        stays(desk.undone(id), State.APPLIED, "load-built-upon");
        assertThat(household("王").head()).isEqualTo("王建军");
    }

    @Test
    void nothingIsWrittenOverWhatChangedMeanwhile() {
        desk.applied(desk.checked(HEADER + "H1," + zhang + ",1,王建国,5,\n").id());
        var it = desk.checked(HEADER + "H1," + zhang + ",1,王建军,5,\nH2," + zhang + ",1,李四,2,\n");
        deeds.correct(household("王").id(), 1, new HouseholdFacts("王建民", 1, 5, List.of()), time.today(), office);
        stays(desk.applied(it.id()), State.REFUSED, "load-outdated");
        assertThat(count()).isEqualTo(1);
        assertThat(household("王").head()).isEqualTo("王建民");
        counted(desk.again(it.id()), 1, 1, 0, 0, 0);
        assertThat(desk.applied(it.id()).state()).isEqualTo(State.APPLIED);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatFailsMidwayLeavesNothing() {
        var id = desk.checked(HEADER + "H1," + zhang + ",1,王建国,5,低保\n").id();
        byHand.bomb = true;
        stays(desk.applied(id), State.FAILED, "defect");
        assertThat(count()).isZero();
        byHand.bomb = false;
        counted(desk.again(id), 1, 0, 0, 0, 0);
        assertThat(desk.applied(id).state()).isEqualTo(State.APPLIED);
    }

    @Test
    void stagedRowsLostInACrashAreNoticed() {
        var id = desk.checked(HEADER + "H1," + zhang + ",1,王建国,5,\n").id();
        sql.sql("truncate roster.load_" + id.toString().replace("-", "") + "_fit")
                .update();
        stays(desk.applied(id), State.REFUSED, "import-check-again");
    }

    @Test
    void aJobBegunAgainAfterItsMachineDiedEndsTheSame() {
        var id = desk.checked(HEADER + "H1," + zhang + ",1,王建国,5,\n").id();
        sql.sql("update intake.import set state = 'CHECKING' where id = :id")
                .param("id", id)
                .update();
        run.check(id);
        desk.applied(id);
        ImportTasks.apply(run, id);
        assertThat(imports.require(id, office).state()).isEqualTo(State.APPLIED);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void twoWhoImportTheSameAtOnceDoNotBothWriteIt() throws Exception {
        var file = HEADER + "H1," + zhang + ",1,王建国,5,低保\nH2," + li + ",1,李四,2,\n";
        var one = desk.checked(file).id();
        var two = desk.checked(file).id();
        imports.apply(one, Leaving.NOBODY, office);
        imports.apply(two, Leaving.NOBODY, office);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var each : List.of(
                    pool.submit(() -> standing.houseDoes(() -> ImportTasks.apply(run, one))),
                    pool.submit(() -> standing.houseDoes(() -> ImportTasks.apply(run, two))))) {
                each.get();
            }
        }
        assertThat(List.of(
                        imports.require(one, office).state(),
                        imports.require(two, office).state()))
                .containsExactlyInAnyOrder(State.APPLIED, State.REFUSED);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void hostileAndBrokenFilesAreRefusedInTheirOwnWords() {
        for (var file : List.of(new byte[] {1, 2, 3, 0, 0, 0, 5}, "PK\3\4这不是压缩包".getBytes(StandardCharsets.UTF_8))) {
            var it = desk.checked(Roster.HOUSEHOLDS, file);
            assertThat(it.state()).isEqualTo(State.REFUSED);
            assertThat(Objects.requireNonNull(it.no()).code()).startsWith("sheet-");
        }
        stays(desk.checked(Roster.HOUSEHOLDS, new byte[0]), State.REFUSED, "sheet-empty");
        stays(desk.checked("早上好,天气\n1,2\n"), State.REFUSED, "sheet-no-header");
        assertThat(count()).isZero();
    }

    @Test
    void whatIsCancelledIsNotImported() {
        var id = imports.receive(Roster.HOUSEHOLDS, "a", new ByteArrayInputStream(HEADER.getBytes()), office);
        imports.cancel(id, office);
        run.check(id);
        assertThat(imports.require(id, office).state()).isEqualTo(State.CANCELLED);
        refused("import-not-now", () -> imports.apply(id, Leaving.NOBODY, office));
        refused("import-not-now", () -> imports.settle(id, Map.of(), office));
    }

    @Test
    void strangersAndTownshipsDoNotImport() {
        var id = imports.receive(Roster.HOUSEHOLDS, "a", new ByteArrayInputStream(HEADER.getBytes()), office);
        refused("no-such-import", () -> imports.require(id, cast.stranger()));
        refused("not-yours", () -> imports.require(id, cast.township(100)));
        refused(
                "not-yours",
                () -> imports.receive(Roster.UNITS, "x", new ByteArrayInputStream(new byte[0]), cast.township(100)));
        refused("not-here", () -> exports.mayExport(Roster.HOUSEHOLDS, cast.village(100, 1), cast.stranger()));
    }

    @Test
    void everyRosterGoesOutAndComesInAgainUnchanged() throws IOException {
        all(
                Roster.UNITS,
                "单位编号,单位名称,上级单位编号,层级,类型,所在地代码,经度,纬度\nD2,示例站,D1,乡镇级,事业单位," + (cast.county() + 100_000)
                        + ",116.65,35.01\nD1,示例局,,县级,政府机关," + cast.county() + ",,\n",
                2);
        all(
                Roster.CADRES,
                "干部编号,姓名,单位编号,职务,职级,领导干部,工作电话,擅长,家乡村代码,最少联户数,最多联户数\nG1,李卫东,D1,科员,一般干部,否,0537-2345678,低保、优抚," + zhang
                        + ",5,20\nG2,周敏,D2,站长,正科,是,,,,,\n",
                2);
        all(Roster.HOUSEHOLDS, HEADER + "H1," + zhang + ",1,王建国,5,低保、独居\nH2," + li + ",,李四,2,\n", 2);
        all(Roster.POINTS, "区划代码,经度,纬度,依据文件\n" + zhang + ",116.6512,35.0123,县测绘队2026年\n" + li + ",116.7,35.1,\n", 2);
        all(
                Roster.GROUNDS,
                "单位编号,所包地方代码,依据文件,起始日期,终止日期\nD1," + zhang + ",县办〔2026〕3号,2026-01-05,\nD2," + (cast.county() + 100_000)
                        + ",,,2099-01-01\n",
                2);
        all(Roster.EXCLUSIONS, "干部编号,户编号,村代码,理由,终止日期\nG1,H1,,亲属,\nG2,," + zhang + ",本村人,2099-01-01\n", 2);
        for (var roster : Roster.values()) {
            for (var format : List.of(Format.XLSX, Format.CSV)) {
                var out = new ByteArrayOutputStream();
                exports.write(roster, new DivisionCode(cast.county()), format, chinese(), out, office);
                counted(desk.checked(roster, out.toByteArray()), 0, 0, 2, 0, 0);
            }
        }
    }

    @Test
    void unitsAndTheirCadresAreTakenBackToo() throws IOException {
        var header = "单位编号,单位名称,上级单位编号,层级,类型,所在地代码\n";
        all(Roster.UNITS, header + "D1,示例局,,县级,政府机关," + cast.county() + "\n", 1);
        var moved = desk.checked(
                Roster.UNITS,
                (header + "D1,示例总局,,县级,政府机关," + (cast.county() + 100_000) + "\nD3,新站,D1,县级,其他," + cast.county()
                                + "\nD4,坏站,D9,县级,其他," + cast.county() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        counted(moved, 1, 1, 0, 0, 1);
        all(Roster.CADRES, "干部编号,姓名,单位编号,职务,职级\nG1,李卫东,D1,科员,科员\n", 1);
        desk.applied(moved.id());
        assertThat(placeOfG1()).isEqualTo(cast.county() + 100_000);
        assertThat(desk.undone(moved.id()).state()).isEqualTo(State.UNDONE);
        assertThat(placeOfG1()).isEqualTo(cast.county());
    }

    private long placeOfG1() {
        return sql.sql("select place from staff.cadre where key = 'G1'")
                .query(Long.class)
                .single();
    }

    private void all(Roster roster, String file, long added) throws IOException {
        var it = desk.checked(roster, file.getBytes(StandardCharsets.UTF_8));
        var why = new ByteArrayOutputStream();
        imports.reasons(it.id(), chinese(), why, office);
        assertThat(it.bad()).as(why.toString(StandardCharsets.UTF_8)).isZero();
        counted(it, added, 0, 0, 0, 0);
        assertThat(desk.applied(it.id()).state()).isEqualTo(State.APPLIED);
    }

    private static void counted(
            lianxin.intake.Import it, long added, long changed, long unchanged, long leaving, long bad) {
        assertThat(it.state()).as("%s", it.no()).isEqualTo(State.CHECKED);
        var counts = counts(it);
        assertThat(List.of(counts.added(), counts.changed(), counts.unchanged(), counts.leaving(), it.bad()))
                .containsExactly(added, changed, unchanged, leaving, bad);
    }

    private static void stays(lianxin.intake.Import it, State state, String code) {
        assertThat(it.state()).isEqualTo(state);
        assertThat(Objects.requireNonNull(it.no()).code()).isEqualTo(code);
    }

    private static Compared counts(lianxin.intake.Import it) {
        return Objects.requireNonNull(it.counts(), () -> it.state() + " " + it.no());
    }

    private Words chinese() {
        return new Words(messages, Locale.CHINESE);
    }

    private long count() {
        return households.count(office.ground(), time.today());
    }

    private Household household(String head) {
        return households.search(head, office.ground(), 1).getFirst();
    }

    static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind().code()).isEqualTo(code));
    }
}
