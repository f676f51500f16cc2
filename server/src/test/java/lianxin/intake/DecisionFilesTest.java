package lianxin.intake;

import static lianxin.intake.ImportCast.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pairings.Adoption;
import lianxin.pairing.Pairings.VillagePlan;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.RegistryCast;
import lianxin.roster.Roster;
import lianxin.scheme.Exclusion;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Grounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an office decides about who may serve where, as files: units’ villages, exclusions, and where places lie. */
@SpringBootTest
@Import(ImportCast.class)
class DecisionFilesTest {

    static final String GROUNDS = "单位编号,村代码,依据文件,起始日期,终止日期\n";
    static final String EXCLUSIONS = "干部编号,户编号,村代码,理由,依据文件,终止日期\n";
    static final String POINTS = "区划代码,经度,纬度,依据\n";

    @Autowired
    Imports imports;

    @Autowired
    ImportRun run;

    @Autowired
    Grounds grounds;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Pairings pairings;

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient sql;

    @Autowired
    MessageSource messages;

    @Autowired
    CountyTime time;

    RegistryCast cast;
    Caller office;
    ImportCast.Desk desk;
    DivisionCode zhang;
    DivisionCode li;
    LocalDate today;

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_004_000_000L).settled();
        office = cast.office();
        desk = new ImportCast.Desk(imports, run, office);
        zhang = cast.village(100, 1);
        li = cast.village(100, 2);
        today = time.today();
        applied(Roster.UNITS, "单位编号,单位名称,层级,类型,所在地代码\nD1,示例局,县级,政府机关," + cast.county() + "\n");
        applied(Roster.CADRES, "干部编号,姓名,单位编号,职务,职级\nG1,李卫东,D1,科员,科员\nG2,周敏,D1,科员,科员\n");
        applied(Roster.HOUSEHOLDS, HEADER + "H1," + zhang + ",1,王建国,5,\nH2," + zhang + ",1,赵六,2,\n");
    }

    @AfterEach
    void clear() {
        ImportCast.clear(sql, cast);
    }

    @Test
    void unitsAreGivenVillagesAndEndedByFile() {
        var it = applied(Roster.GROUNDS, GROUNDS + "D1," + zhang + ",县办〔2026〕3号,2026-01-05,\n");
        counted(it, 1, 0, 0, 0);
        var given = grounds.given(zhang.ground(), today).getFirst();
        assertThat(given.source()).isEqualTo("县办〔2026〕3号");
        assertThat(given.since()).isEqualTo("2026-01-05");
        assertThat(given.by()).isEqualTo(office.id());
        assertThat(given.at()).isNotNull();
        counted(checked(Roster.GROUNDS, "单位编号,村代码\nD1," + zhang + "\n"), 0, 0, 1, 0);
        var ended = applied(Roster.GROUNDS, GROUNDS + "D1," + zhang + ",县办〔2026〕9号,," + today + "\n");
        counted(ended, 0, 1, 0, 0);
        assertThat(grounds.serves(unit(), zhang.value(), today)).isFalse();
        assertThat(grounds.serves(unit(), zhang.value(), today.minusDays(1))).isTrue();
        assertThat(Objects.requireNonNull(grounds.ended(zhang.ground(), today, 5)
                                .getFirst()
                                .ended())
                        .by())
                .isEqualTo(office.id());
        assertThat(desk.undone(ended.id()).state()).isEqualTo(State.UNDONE);
        assertThat(grounds.serves(unit(), zhang.value(), today)).isTrue();
    }

    @Test
    void badRowsOfGroundsComeBackWithTheirReason() throws IOException {
        applied(Roster.GROUNDS, GROUNDS + "D1," + (cast.county() + 100_000) + ",,2026-01-05,\n");
        var it = checked(
                Roster.GROUNDS,
                GROUNDS + "D9," + zhang + ",,,\nD1,371003100201,,,\nD1," + li + ",,,\nD1," + (cast.county() + 101_000)
                        + ",,,\nD1," + (cast.county() + 101_000) + ",,,\nD1," + (cast.county() + 100_000)
                        + ",,2026-02-01,\nD1," + cast.village(101, 1) + ",,,2020-01-01\n");
        assertThat(it.bad()).isEqualTo(6);
        assertThat(reasons(it))
                .satisfiesExactly(
                        l -> assertThat(l).contains("原因"),
                        l -> assertThat(l).contains("没有编号为 D9 的单位"),
                        l -> assertThat(l).contains("没有代码为 371003100201 的地方"),
                        l -> assertThat(l).contains("已经包了上一级"),
                        l -> assertThat(l).doesNotContain("："),
                        l -> assertThat(l).contains("不止一次"),
                        l -> assertThat(l).contains("起始日期不同"),
                        l -> assertThat(l).contains("终止日期 2020-01-01"));
    }

    @Test
    void aGroundSomebodyServesIsNotTakenBack() {
        var it = applied(Roster.GROUNDS, GROUNDS + "D1," + zhang + ",,2026-01-05,\n");
        pairings.adopt(
                new Adoption(
                        null,
                        today,
                        Reason.PLAN_ADOPTED,
                        List.of(new VillagePlan(
                                cast.id(zhang),
                                zhang.value(),
                                new UUID[] {household("H1"), household("H2")},
                                new UUID[] {cadre("G1"), cadre("G1")}))),
                office);
        stays(desk.undone(it.id()), State.APPLIED, "load-depended-on");
        assertThat(grounds.serves(unit(), zhang.value(), today)).isTrue();
        grounds.remove(unit(), zhang, today, "调整", office);
        stays(desk.undone(it.id()), State.APPLIED, "load-built-upon");
    }

    @Test
    void aGroundNobodyServesYetIsTakenBack() {
        var it = applied(Roster.GROUNDS, GROUNDS + "D1," + zhang + ",,,\n");
        assertThat(desk.undone(it.id()).state()).isEqualTo(State.UNDONE);
        assertThat(grounds.given(zhang.ground(), today)).isEmpty();
    }

    @Test
    void pairsAreExcludedByFileAndTakenBack() {
        var it = applied(Roster.EXCLUSIONS, EXCLUSIONS + "G1,H1,,亲属,县办〔2026〕3号,\nG2,," + zhang + ",本村人,,2099-01-01\n");
        counted(it, 2, 0, 0, 0);
        assertThat(exclusions.on(zhang.ground(), today))
                .extracting(Exclusion::household, Exclusion::reason, Exclusion::source, Exclusion::by)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(null, "本村人", "", office.id()),
                        org.assertj.core.api.Assertions.tuple(household("H1"), "KINSHIP", "县办〔2026〕3号", office.id()));
        counted(checked(Roster.EXCLUSIONS, EXCLUSIONS + "G1,H1,,亲属回避,,\n"), 0, 0, 1, 0);
        var changed = applied(Roster.EXCLUSIONS, EXCLUSIONS + "G1,H1,,曾有纠纷,,\n");
        counted(changed, 0, 1, 0, 0);
        stays(desk.undone(it.id()), State.APPLIED, "load-built-upon");
        assertThat(desk.undone(changed.id()).state()).isEqualTo(State.UNDONE);
        assertThat(exclusions.on(zhang.ground(), today))
                .extracting(Exclusion::reason)
                .contains("KINSHIP");
    }

    @Test
    void badRowsOfExclusionsComeBackWithTheirReason() throws IOException {
        var it = checked(
                Roster.EXCLUSIONS,
                EXCLUSIONS + "G9,H1,,亲属,,\nG1,H9,,亲属,,\nG1,,,亲属,,\nG1,H1," + zhang
                        + ",亲属,,\nG1,H1,,,,\nG1,,371003100201,亲属,,\n");
        assertThat(it.bad()).isEqualTo(6);
        assertThat(reasons(it))
                .satisfiesExactly(
                        l -> assertThat(l).contains("原因"),
                        l -> assertThat(l).contains("没有编号为 G9 的在岗干部"),
                        l -> assertThat(l).contains("没有编号为 H9 的在册农户"),
                        l -> assertThat(l).contains("只能填一个"),
                        l -> assertThat(l).contains("只能填一个"),
                        l -> assertThat(l).contains("理由"),
                        l -> assertThat(l).contains("没有代码为 371003100201 的村"));
    }

    @Test
    void placesLieWhereTheOfficeSaysAndAgainWhereTheyDid() throws IOException {
        var it = applied(Roster.POINTS, POINTS + zhang + ",116.6512,35.0123,县测绘队\n");
        assertThat(divisions.require(zhang))
                .extracting(Division::lon, Division::lat)
                .containsExactly(116.6512, 35.0123);
        counted(checked(Roster.POINTS, POINTS + zhang + ",116.6512,35.0123,\n"), 0, 0, 1, 0);
        var moved = applied(Roster.POINTS, POINTS + zhang + ",116.7,35.1,\n");
        assertThat(divisions.require(zhang).lon()).isEqualTo(116.7);
        stays(desk.undone(it.id()), State.APPLIED, "load-built-upon");
        assertThat(desk.undone(moved.id()).state()).isEqualTo(State.UNDONE);
        assertThat(divisions.require(zhang).lon()).isEqualTo(116.6512);
        var bad = checked(
                Roster.POINTS,
                POINTS + zhang + ",35.0,116.6,\n371003100201,116.6,35.0,\n" + li + ",东经116度,35,\n" + li + ",116.6,,\n");
        assertThat(reasons(bad))
                .satisfiesExactly(
                        l -> assertThat(l).contains("原因"),
                        l -> assertThat(l).contains("填反"),
                        l -> assertThat(l).contains("没有代码为 371003100201 的地方"),
                        l -> assertThat(l).contains("不是度数"),
                        l -> assertThat(l).contains("纬度"));
    }

    @Test
    void whoMayNotDecideMayNotImportIt() {
        for (var roster : List.of(Roster.GROUNDS, Roster.EXCLUSIONS, Roster.POINTS)) {
            ImportsTest.refused(
                    "not-yours",
                    () -> imports.receive(
                            roster, "x", new java.io.ByteArrayInputStream(new byte[0]), cast.township(100)));
        }
        assertThat(office.role()).isEqualTo(Role.OFFICE);
    }

    private lianxin.intake.Import checked(Roster roster, String file) {
        return desk.checked(roster, file.getBytes(StandardCharsets.UTF_8));
    }

    private lianxin.intake.Import applied(Roster roster, String file) {
        var it = checked(roster, file);
        assertThat(it.state()).as("%s", it.no()).isEqualTo(State.CHECKED);
        assertThat(it.bad()).as("%s", it.counts()).isZero();
        var after = desk.applied(it.id());
        assertThat(after.state()).as("%s", after.no()).isEqualTo(State.APPLIED);
        return after;
    }

    private List<String> reasons(lianxin.intake.Import it) throws IOException {
        var copy = new ByteArrayOutputStream();
        imports.reasons(it.id(), new Words(messages, Locale.CHINESE), copy, office);
        return copy.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void counted(lianxin.intake.Import it, long added, long changed, long unchanged, long bad) {
        var counts = Objects.requireNonNull(it.counts(), () -> it.state() + " " + it.no());
        assertThat(List.of(counts.added(), counts.changed(), counts.unchanged(), it.bad()))
                .containsExactly(added, changed, unchanged, bad);
    }

    private static void stays(lianxin.intake.Import it, State state, String code) {
        assertThat(it.state()).isEqualTo(state);
        assertThat(Objects.requireNonNull(it.no()).code()).isEqualTo(code);
    }

    private UUID unit() {
        return one("staff.unit", "D1");
    }

    private UUID cadre(String key) {
        return one("staff.cadre", key);
    }

    private UUID household(String key) {
        return one("registry.household", key);
    }

    private UUID one(String table, String key) {
        return sql.sql("select id from " + table + " where key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();
    }
}
