package lianxin.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.OwnDatabase;
import lianxin.platform.Refusal;
import lianxin.region.Comparison.What;
import lianxin.region.Lineage.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** The bundled divisions of Jining, and what an office may do to them afterwards. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES, extraIncludes = "scope")
@RecordApplicationEvents
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReleasesTest {

    static final UUID OFFICE = UUID.randomUUID();
    static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    static final DivisionCode YUTAI = new DivisionCode(370827_000_000L);
    static final DivisionCode YANGLOU = new DivisionCode(370827_001_206L);
    static final DivisionCode WANGZHUANG = new DivisionCode(370827_001_207L);
    static final DivisionCode FRESH = new DivisionCode(370827_001_250L);

    final Releases releases;
    final Redraws redraws;
    final Divisions divisions;
    final JdbcClient sql;

    @Autowired
    ApplicationEvents events;

    ReleasesTest(Releases releases, Redraws redraws, Divisions divisions, JdbcClient sql) {
        this.sql = sql;
        this.releases = releases;
        this.redraws = redraws;
        this.divisions = divisions;
    }

    @DynamicPropertySource
    static void anEmptyTree(DynamicPropertyRegistry properties) {
        OwnDatabase.start("releases", properties);
    }

    @BeforeEach
    void jiningIsLoaded() {
        releases.loadBundled(OFFICE);
        events.clear();
    }

    @Test
    void theBundledReleaseIsTheWholeCity() {
        assertThat(divisions.count(new Ground(0, Long.MAX_VALUE), DAY))
                .isEqualTo(Map.of(Level.CITY, 1L, Level.COUNTY, 12L, Level.TOWNSHIP, 158L, Level.VILLAGE, 4_927L));
        var village = divisions.require(YANGLOU, DAY);
        assertThat(divisions.path(village, DAY))
                .extracting(Division::name)
                .containsExactly("济宁市", "鱼台县", "谷亭街道", "杨楼村委会");
        assertThat(divisions.search("yl", YUTAI.ground(), 10)).contains(village);
        assertThat(divisions.find(YANGLOU, Releases.BUNDLED_DAY.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> releases.loadBundled(OFFICE)).satisfies(is(RegionRefusal.ALREADY_LOADED));
    }

    @Test
    void nothingChangesBeforeEveryFateIsDecided() {
        var before = divisions.require(YANGLOU, DAY);
        var draft = releases.handIn(
                file(without(YANGLOU), line(FRESH, "杨楼社区居委会")), "县民政局〔2024〕5号", DAY, Ground.EVERYWHERE, OFFICE);
        assertThat(releases.compare(draft).counts()).isEqualTo(Map.of(What.UNDECIDED, 1, What.NEW, 1));
        assertThatThrownBy(() -> releases.apply(draft, OFFICE)).satisfies(is(RegionRefusal.UNDECIDED));
        assertThat(divisions.require(YANGLOU, DAY)).isEqualTo(before);
    }

    @Test
    void aMergedVillageIsReadableBothWaysAndOnAnyDay() {
        var old = divisions.require(YANGLOU, DAY).id();
        var into = divisions.require(WANGZHUANG, DAY).id();
        var draft = releases.handIn(file(without(YANGLOU)), "县民政局〔2024〕5号", DAY, Ground.EVERYWHERE, OFFICE);
        releases.decide(draft, old, new Fate.Merged(WANGZHUANG));
        releases.apply(draft, OFFICE);

        assertThat(divisions.find(YANGLOU, DAY)).isEmpty();
        assertThat(divisions.find(YANGLOU, DAY.minusDays(1))).isPresent();
        assertThat(divisions.became(old, DAY)).extracting(Division::id).containsExactly(into);
        assertThat(divisions.became(old, DAY.minusDays(1)))
                .extracting(Division::id)
                .containsExactly(old);
        assertThat(divisions.lineage(into)).containsExactly(new Lineage(DAY, Kind.MERGED, old, into, "县民政局〔2024〕5号"));
        assertThat(told().moves()).containsExactly(new RegionRedrawn.Move(old, YANGLOU, into, WANGZHUANG));
        assertThat(releases.drafts()).isEmpty();
        assertThatThrownBy(() -> releases.apply(draft, OFFICE)).satisfies(is(RegionRefusal.NO_SUCH_DRAFT));
    }

    @Test
    void aVillageKeepsItsIdentityThroughNameAndCode() {
        var id = divisions.require(YANGLOU, DAY).id();
        redraws.rename(id, "杨楼新村", order(DAY));
        redraws.recode(id, FRESH, order(DAY.plusDays(1)));
        assertThat(divisions.life(id))
                .extracting(d -> d.since() + " " + d.code() + " " + d.name())
                .containsExactly(
                        "2023-06-30 370827001206 杨楼村委会",
                        "2024-05-01 370827001206 杨楼新村",
                        "2024-05-02 370827001250 杨楼新村");
        assertThat(divisions.lineage(id)).extracting(Lineage::kind).containsExactly(Kind.RENAMED, Kind.RECODED);
        assertThat(told().moves()).containsExactly(new RegionRedrawn.Move(id, YANGLOU, id, FRESH));
    }

    @Test
    void aSlipIsPutRightTheSameDay() {
        var id = divisions.require(YANGLOU, DAY).id();
        redraws.rename(id, "杨搂新村", order(DAY));
        redraws.rename(id, "杨楼新村", order(DAY));
        assertThat(divisions.life(id)).extracting(Division::name).containsExactly("杨楼村委会", "杨楼新村");
        assertThatThrownBy(() -> redraws.end(id, order(DAY))).satisfies(is(RegionRefusal.ENDS_AS_IT_BEGINS));
    }

    @Test
    void aWholeTownshipMovesWithItsVillages() {
        var township = divisions.require(new DivisionCode(370827_001_000L), DAY);
        var villages =
                divisions.children(township, DAY).stream().map(Division::id).collect(Collectors.toSet());
        redraws.recode(township.id(), new DivisionCode(370826_777_000L), order(DAY));
        var moved = divisions.require(township.id(), DAY);
        assertThat(divisions.path(moved, DAY)).extracting(Division::name).containsExactly("济宁市", "微山县", "谷亭街道");
        assertThat(divisions.children(moved, DAY))
                .extracting(Division::id)
                .containsExactlyInAnyOrderElementsOf(villages);
        assertThat(divisions.lineage(township.id())).extracting(Lineage::kind).contains(Kind.MOVED, Kind.RECODED);
    }

    @Test
    void aSplitVillageLivesOnInItsParts() {
        var id = divisions.require(YANGLOU, DAY).id();
        var parts = List.of(
                new Redraws.Beginning(FRESH, "杨楼东村"), new Redraws.Beginning(new DivisionCode(370827_001_251L), "杨楼西村"));
        redraws.split(id, parts, order(DAY));
        assertThat(divisions.became(id, DAY)).extracting(Division::name).containsExactlyInAnyOrder("杨楼东村", "杨楼西村");
        assertThat(told().moves())
                .singleElement()
                .satisfies(m -> assertThat(m.codeAfter()).isEqualTo(FRESH));
        assertThatThrownBy(() -> redraws.split(id, parts.subList(0, 1), order(DAY)))
                .satisfies(is(RegionRefusal.SPLIT_INTO_ONE));
    }

    @Test
    void namesAloneAreTakenOnlyWhereTheyAreSure() {
        var old = divisions.require(YANGLOU, DAY).id();
        var draft = releases.handIn(file(without(YANGLOU), line(FRESH, "杨楼村委会")), "新版", DAY, Ground.EVERYWHERE, OFFICE);
        assertThat(releases.decideSure(draft)).isEqualTo(1);
        releases.apply(draft, OFFICE);
        assertThat(divisions.require(FRESH, DAY).id()).isEqualTo(old);
    }

    @Test
    void daysAreRefusedThatCannotBe() {
        var id = divisions.require(YANGLOU, DAY).id();
        redraws.rename(id, "杨楼新村", order(DAY));
        assertThatThrownBy(() -> redraws.rename(id, "又一个", order(DAY.minusDays(1))))
                .satisfies(is(RegionRefusal.TOO_EARLY));
        assertThatThrownBy(() -> redraws.rename(id, "又一个", order(LocalDate.of(9999, 1, 1))))
                .satisfies(is(RegionRefusal.NOT_YET));
        assertThatThrownBy(() -> redraws.rename(id, "杨楼新村", order(DAY))).satisfies(is(RegionRefusal.NOTHING_CHANGES));
        assertThatThrownBy(() -> redraws.rename(id, "x", new Redraws.Order(" ", DAY, OFFICE)))
                .satisfies(is(RegionRefusal.NO_SOURCE));
    }

    @Test
    void whatHasPlacesUnderItDoesNotGoAlone() {
        var county = divisions.require(YUTAI, DAY);
        var other = divisions.require(new DivisionCode(370826_000_000L), DAY);
        assertThatThrownBy(() -> redraws.merge(county.id(), other.id(), order(DAY)))
                .satisfies(is(RegionRefusal.PLACES_UNDER_IT));
        assertThatThrownBy(() -> redraws.begin(county.id(), new Redraws.Beginning(FRESH, "外村"), order(DAY)))
                .satisfies(is(RegionRefusal.NOT_UNDER));
        assertThatThrownBy(() -> redraws.recode(county.id(), FRESH, order(DAY)))
                .satisfies(is(RegionRefusal.OTHER_LEVEL));
    }

    @Test
    void whatIsPartOfNothingCannotEnd() {
        var alone = UUID.randomUUID();
        sql.sql("""
                with place as (insert into region.division (id, level) values (:id, 'CITY') returning id)
                insert into region.division_version (division, since, code, name, initials, kind, release)
                select place.id, date '2013-01-01', 999900000000, '孤市', 'gs', 'PREFECTURE', r.id
                  from place, (select id from region.release limit 1) r
                """).param("id", alone).update();
        assertThatThrownBy(() -> redraws.end(alone, order(DAY))).satisfies(is(RegionRefusal.NOTHING_ABOVE));
    }

    private static Redraws.Order order(LocalDate day) {
        return new Redraws.Order("县民政局〔2024〕5号", day, OFFICE);
    }

    private RegionRedrawn told() {
        return events.stream(RegionRedrawn.class).reduce((_, last) -> last).orElseThrow();
    }

    private Stream<String> without(DivisionCode code) {
        return divisions.all(new Ground(0, Long.MAX_VALUE), DAY).stream()
                .filter(d -> !d.code().equals(code))
                .map(d -> line(d.code(), d.name()));
    }

    private static byte[] file(Stream<String> lines, String... more) {
        return ("level,code12,name,parent12,kind\n"
                        + Stream.concat(lines, Stream.of(more)).collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(DivisionCode code, String name) {
        var level = code.level();
        var above = Level.values()[level.ordinal() - 1].width;
        var kind = code.value() == 370800_000_000L
                ? "PREFECTURE"
                : code.value() == 370871_000_000L ? "FUNCTIONAL_ZONE" : "COUNTY";
        return level + "," + code + "," + name + "," + code.value() / above * above + "," + kind;
    }

    private static java.util.function.Consumer<Throwable> is(Refusal.Kind kind) {
        return refusal -> assertThat(refusal).isInstanceOf(Refusal.class).hasFieldOrPropertyWithValue("kind", kind);
    }
}
