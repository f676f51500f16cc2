package lianxin.matching;

import static lianxin.matching.MatchingCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.proposal.RunState;
import lianxin.region.DivisionCode;
import lianxin.scheme.Grounds;
import lianxin.scheme.Schemes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the rosters to the villages each unit serves, and everything that may come between. Searches run here, not in the queue. */
@SpringBootTest
class MatchingsTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Matchings matchings;

    @Autowired
    MatchAdoptions adoptions;

    @Autowired
    AdoptionStore kept;

    @Autowired
    Pins pins;

    @Autowired
    Searching searching;

    @Autowired
    RunStore runs;

    @Autowired
    PlanStore plans;

    @Autowired
    Grounds grounds;

    @Autowired
    Schemes schemes;

    @Autowired
    Clock clock;

    MatchingCast cast;
    long left;
    long right;
    UUID near;
    UUID far;

    /** A bureau beside each of two villages of ten families; each bureau could take both. */
    @BeforeEach
    void county() {
        cast = new MatchingCast(sql);
        left = cast.village(cast.west, 0, 10);
        right = cast.village(cast.east, 20, 10);
        near = cast.unit("COUNTY", cast.county, 1, 2, 1, 12);
        far = cast.unit("COUNTY", cast.county, 19, 2, 1, 12);
    }

    Run searched() {
        return searched(TODAY);
    }

    Run searched(LocalDate day) {
        var id = Ids.next();
        var ground = new DivisionCode(cast.county).ground();
        runs.add(id, ground, day, schemes.inForce(day).id(), cast.office.id(), clock.instant());
        searching.search(id);
        return runs.byId(id).orElseThrow();
    }

    List<UUID> serving(Run run, long village) {
        return plans.villages(run.id(), new DivisionCode(village).ground()).getFirst().units().stream()
                .map(MatchedVillage.Share::unit)
                .toList();
    }

    List<UUID> serves(long village, LocalDate day) {
        return grounds.on(new DivisionCode(village).ground(), day).stream()
                .map(Grounds.UnitGround::unit)
                .collect(Collectors.toList());
    }

    void serve(UUID unit, long place, LocalDate since) {
        grounds.put(unit, new DivisionCode(place), since, "", cast.office);
    }

    static void refused(String code, ThrowingCallable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed)
                .satisfies(r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    @Test
    void everyVillageGetsTheUnitBesideItAndTheMatchHoldsOnceAdopted() {
        var run = searched();
        assertThat(run.state()).isEqualTo(RunState.PROPOSED);
        assertThat(serving(run, left)).containsExactly(near);
        assertThat(serving(run, right)).containsExactly(far);
        var totals = Objects.requireNonNull(run.totals());
        assertThat(totals.gap()).as("nothing better").isZero();
        assertThat(totals.changed()).isEqualTo(2);
        assertThat(serves(left, TODAY)).as("nothing holds yet").isEmpty();

        var done = adoptions.adopt(run.id(), "县委组织部 2026 年帮包村安排", cast.office);
        assertThat(done).isEqualTo(new MatchAdoptions.Adopted(TODAY, 2, 2));
        assertThat(serves(left, TODAY)).containsExactly(near);
        assertThat(serves(right, TODAY)).containsExactly(far);
        assertThat(serves(left, TODAY.minusDays(1))).isEmpty();
        assertThat(runs.byId(run.id()).orElseThrow().source()).contains("2026");
        assertThat(sql.sql("select distinct source from scheme.unit_ground where unit = ?")
                        .param(near)
                        .query(String.class)
                        .list())
                .containsExactly("县委组织部 2026 年帮包村安排");
        assertThat(sql.sql(
                                "select count(*) from record.leaf l join record.subject s on s.token = l.tokens where l.what = 'MatchingAdopted' and s.subject = ?")
                        .param(run.id())
                        .query(Long.class)
                        .single())
                .isOne();
        refused("matching-not-in-this-state", () -> adoptions.adopt(run.id(), "又来", cast.office));
        assertThat(Objects.requireNonNull(searched().totals()).changed())
                .as("a second search finds it as it is")
                .isZero();
    }

    @Test
    void whatWasBeforeStaysReadableAndWhatStaysKeepsItsDay() {
        var lastYear = TODAY.minusYears(1);
        serve(near, left, lastYear);
        serve(near, right, lastYear);
        var run = searched();
        assertThat(Objects.requireNonNull(run.totals()).changed()).isOne();
        adoptions.adopt(run.id(), "文件", cast.office);
        assertThat(serves(right, TODAY.minusDays(1))).containsExactly(near);
        assertThat(serves(right, TODAY)).containsExactly(far);
        assertThat(sql.sql("select since from scheme.unit_ground where unit = ? and lo = ? and until = 'infinity'")
                        .params(near, left)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(lastYear);
    }

    @Test
    void aWholeTownshipOnceGivenBecomesTheVillagesOfTheMatch() {
        serve(near, cast.county, TODAY.minusYears(1));
        adoptions.adopt(searched().id(), "文件", cast.office);
        assertThat(serves(left, TODAY)).containsExactly(near);
        assertThat(serves(right, TODAY)).containsExactly(far);
        assertThat(serves(right, TODAY.minusDays(1))).containsExactly(near);
    }

    @Test
    void aMatchForALaterDayLeavesTodayAndIsOverruledByALaterDecision() {
        var next = TODAY.plusMonths(2);
        serve(near, left, TODAY.minusYears(1));
        serve(near, right, TODAY.minusYears(1));
        adoptions.adopt(searched(next).id(), "明年", cast.office);
        assertThat(serves(right, TODAY)).containsExactly(near);
        assertThat(serves(right, next)).containsExactly(far);
        pins.put(new DivisionCode(right), near, "还是他们", cast.office);
        adoptions.adopt(searched().id(), "今年", cast.office);
        assertThat(serves(right, TODAY)).containsExactly(near);
        assertThat(serves(right, next)).containsExactly(near);
        assertThat(serves(left, next))
                .as("the other bureau must have families too")
                .containsExactlyInAnyOrder(near, far);
    }

    @Test
    void theFirstMatchMayBeWrittenDownLate() {
        var begin = TODAY.minusYears(2);
        assertThat(adoptions.adopt(searched(begin).id(), "旧文件", cast.office).day())
                .isEqualTo(begin);
        assertThat(serves(left, begin)).containsExactly(near);
        pins.put(new DivisionCode(left), far, "调整", cast.office);
        assertThat(adoptions.adopt(searched(begin).id(), "新文件", cast.office).day())
                .isEqualTo(TODAY);
    }

    @Test
    void aVillageGivenByHandStaysGivenUntilItIsTakenBack() {
        pins.put(new DivisionCode(left), far, "书记是本村人", cast.office);
        pins.put(new DivisionCode(left), far, "书记是本村人", cast.office);
        assertThat(serving(searched(), left)).containsExactly(far);
        var again = searched();
        assertThat(serving(again, left)).containsExactly(far);
        adoptions.adopt(again.id(), "文件", cast.office);
        assertThat(serves(left, TODAY)).containsExactly(far);
        pins.remove(new DivisionCode(left), far, cast.office);
        pins.remove(new DivisionCode(left), far, cast.office);
        sql.sql("update scheme.unit_ground set until = since where unit = ?")
                .param(far)
                .update();
        assertThat(serving(searched(), left)).containsExactly(near);
    }

    @Test
    void oneTownshipIsAdoptedAloneAndTheRestLater() {
        serve(far, cast.west, TODAY.minusYears(1));
        serve(near, cast.east, TODAY.minusYears(1));
        var run = searched();
        var west = new DivisionCode(cast.west);
        refused("matching-without-source", () -> adoptions.adopt(run.id(), west, " ", cast.office));
        assertThat(adoptions.adopt(run.id(), west, "西镇先行", cast.office))
                .isEqualTo(new MatchAdoptions.Adopted(TODAY, 1, 1));
        assertThat(serves(left, TODAY)).containsExactly(near);
        assertThat(serves(right, TODAY)).as("not adopted yet").containsExactly(near);
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(RunState.PROPOSED);
        refused("matching-not-in-this-state", () -> adoptions.adopt(run.id(), west, "又来", cast.office));
        refused("matching-not-in-this-state", () -> adoptions.adopt(run.id(), "全部", cast.office));
        adoptions.adopt(run.id(), new DivisionCode(cast.east), "东镇", cast.office);
        assertThat(serves(right, TODAY)).containsExactly(far);
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(RunState.ADOPTED);
    }

    @Test
    void whoServesTheWholeCountyIsNotChangedInOneTownship() {
        serve(far, cast.county, TODAY.minusYears(1));
        var run = searched();
        refused(
                "matching-not-in-parts",
                () -> adoptions.adopt(run.id(), new DivisionCode(cast.west), "文件", cast.office));
    }

    @Test
    void anAdoptionIsTakenBackWhileNobodyHasAContactByIt() {
        var ago = TODAY.minusYears(1);
        serve(far, left, ago);
        serve(near, right, ago);
        var run = searched();
        adoptions.adopt(run.id(), "文件", cast.office);
        assertThat(serves(left, TODAY)).containsExactly(near);
        var adoption = kept.of(run.id()).getFirst();
        refused("matching-without-reason", () -> adoptions.undo(adoption.id(), " ", cast.office));
        refused(
                "no-such-matching",
                () -> adoptions.undo(adoption.id(), "越权", MatchingCast.caller(cast.west, Role.OFFICE)));
        adoptions.undo(adoption.id(), "文件有误", cast.office);
        assertThat(serves(left, TODAY)).containsExactly(far);
        assertThat(serves(right, TODAY)).containsExactly(near);
        assertThat(sql.sql("select since from scheme.unit_ground where unit = ? and until = 'infinity'")
                        .param(far)
                        .query(LocalDate.class)
                        .single())
                .as("as if it had never ended")
                .isEqualTo(ago);
        assertThat(kept.of(run.id()).getFirst().undoneWhy()).isEqualTo("文件有误");
        refused("matching-not-in-this-state", () -> adoptions.undo(adoption.id(), "又来", cast.office));

        adoptions.adopt(run.id(), "更正后的文件", cast.office);
        cast.pair(left, near);
        refused(
                "matching-relied-upon",
                () -> adoptions.undo(kept.of(run.id()).getFirst().id(), "太晚", cast.office));
        grounds.remove(near, new DivisionCode(left), TODAY, "调整", cast.office);
        refused(
                "matching-out-of-date",
                () -> adoptions.undo(kept.of(run.id()).getFirst().id(), "太晚", cast.office));
    }

    @Test
    void aUnitOfATownshipStaysInItAndOneFromAboveKeepsWhatItHas() {
        var township = cast.unit("TOWNSHIP", cast.west, 20, 1, 1, 9);
        var city = cast.unit("CITY", 530_000_000_000L, 0, 9, 1, 40);
        serve(city, right, TODAY.minusYears(1));
        refused("unit-out-of-reach", () -> pins.put(new DivisionCode(right), township, "想去", cast.office));
        var run = searched();
        assertThat(serving(run, left))
                .as("far from its office, yet nowhere else to go")
                .contains(township);
        assertThat(serving(run, right)).contains(city).doesNotContain(township);
        adoptions.adopt(run.id(), "文件", cast.office);
        assertThat(serves(right, TODAY)).contains(city);
        assertThat(sql.sql("select since from scheme.unit_ground where unit = ? and until = 'infinity'")
                        .param(city)
                        .query(LocalDate.class)
                        .single())
                .as("untouched")
                .isEqualTo(TODAY.minusYears(1));
    }

    @Test
    void aVillageHalfwayKeepsTheUnitItsFamiliesKnow() {
        var halfway = cast.village(cast.east, 10, 10);
        cast.pair(halfway, far);
        assertThat(serving(searched(), halfway)).containsExactly(far);
        sql.sql("delete from pairing.pairing where place = ?").param(halfway).update();
        cast.pair(halfway, near);
        assertThat(serving(searched(), halfway)).containsExactly(near);
    }

    @Test
    void aPageCanSayWhomAVillageWouldLoseAndWhoComesNext() {
        cast.pair(left, far);
        serve(far, left, TODAY.minusYears(1));
        var run = searched();
        var village = plans.villages(run.id(), new DivisionCode(left).ground()).getFirst();
        assertThat(village.units())
                .singleElement()
                .satisfies(s -> assertThat(s.unit()).isEqualTo(near));
        assertThat(village.parted())
                .as("whose contact is of a unit that would no longer serve them")
                .isEqualTo(5);
        assertThat(village.shares()).last().satisfies(s -> {
            assertThat(s.other()).isTrue();
            assertThat(s.unit()).isEqualTo(far);
            assertThat(s.stays()).isZero();
            assertThat(s.near()).as("ten families, seventeen kilometres").isBetween(160_000L, 180_000L);
        });
    }

    @Test
    void whatDoesNotFitIsSaidInNumbers() {
        cast.village(cast.west, 3, 40);
        var run = searched();
        assertThat(run.state()).isEqualTo(RunState.INFEASIBLE);
        assertThat(plans.shortages(run.id())).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo("TOO_FEW_PLACES");
            assertThat(s.need()).isEqualTo(60);
            assertThat(s.room()).as("2 × 24 places, a twentieth kept free").isEqualTo(44);
            assertThat(s.villages()).hasSize(3);
        });
        assertThat(plans.lifts(run.id()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(16);
    }

    @Test
    void whoeverAdoptsSeesTheWorldOfTheDay() {
        var run = searched();
        serve(far, left, TODAY);
        refused("matching-out-of-date", () -> adoptions.adopt(run.id(), "文件", cast.office));
        assertThat(serves(left, TODAY)).containsExactly(far);
        assertThat(serves(right, TODAY)).isEmpty();

        var second = searched();
        cast.families(right, 30);
        refused("matching-too-narrow", () -> adoptions.adopt(second.id(), "文件", cast.office));
        assertThat(serves(right, TODAY)).isEmpty();
        assertThat(runs.byId(second.id()).orElseThrow().state()).isEqualTo(RunState.PROPOSED);
    }

    @Test
    void onlyTheOfficeOfTheGroundAdoptsAndItSaysByWhatDocument() {
        var run = searched();
        refused("not-yours", () -> adoptions.adopt(run.id(), "文件", MatchingCast.caller(cast.county, Role.TOWNSHIP)));
        refused(
                "no-such-matching",
                () -> adoptions.adopt(run.id(), "文件", MatchingCast.caller(999_999_000_000L, Role.OFFICE)));
        refused("no-such-matching", () -> adoptions.adopt(run.id(), "文件", MatchingCast.caller(cast.west, Role.OFFICE)));
        refused("matching-without-source", () -> adoptions.adopt(run.id(), " ", cast.office));
        refused("matching-without-reason", () -> pins.put(new DivisionCode(left), near, " ", cast.office));
        refused("matching-not-a-village", () -> pins.put(new DivisionCode(cast.west), near, "整镇", cast.office));
        refused(
                "not-here",
                () -> pins.put(new DivisionCode(left), near, "x", MatchingCast.caller(cast.east, Role.OFFICE)));
        assertThat(serves(left, TODAY)).isEmpty();
    }

    @Test
    void oneSearchAtATimeAndNoneWhereNobodyLives() {
        var place = new DivisionCode(cast.county);
        var id = matchings.ask(place, TODAY, cast.office);
        refused("matching-under-way", () -> matchings.ask(place, TODAY, cast.office));
        matchings.cancel(id, cast.office);
        refused("matching-not-in-this-state", () -> matchings.cancel(id, cast.office));
        searching.search(id);
        assertThat(runs.byId(id).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        sql.sql("delete from registry.household where place in (?, ?)")
                .params(left, right)
                .update();
        refused("nothing-to-match", () -> matchings.ask(place, TODAY, cast.office));
    }
}
