package lianxin.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Pairings.Adoption;
import lianxin.pairing.Pairings.Changed;
import lianxin.pairing.Pairings.VillagePlan;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.registry.HouseholdDeeds;
import lianxin.scheme.Exclusion;
import lianxin.scheme.Exclusions;
import lianxin.scope.Standing;
import lianxin.staff.Cadres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Adopting a plan and moving by hand: done, repeated, refused, at the same time. */
@SpringBootTest
@RecordApplicationEvents
class PairingsTest {

    private static final LocalDate DAY = LocalDate.of(2013, 3, 6);
    private static final LocalDate LATER = LocalDate.of(2013, 5, 12);

    @Autowired
    Pairings pairings;

    @Autowired
    Handovers handovers;

    @Autowired
    Exclusions exclusions;

    @Autowired
    Pins pins;

    @Autowired
    Backups backups;

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    Cadres cadres;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Standing standing;

    @Autowired
    ApplicationEventPublisher house;

    @Autowired
    ApplicationEvents events;

    Cast cast;
    Caller office;
    UUID wang;
    UUID liu;
    UUID li;
    UUID zhao;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        cast.village(2);
        office = cast.office();
        wang = cast.household(1);
        liu = cast.household(1);
        li = cast.cadre();
        zhao = cast.cadre();
    }

    @Test
    void everyHouseholdOfThePlanHasItsContact() {
        assertThat(adopt(DAY, cast.plan(1, li, wang, liu))).isEqualTo(new Changed(2, 0, 0));
        assertThat(pairings.contactOf(wang, DAY.minusDays(1))).isEmpty();
        assertThat(pairings.contactOf(wang, DAY)).get().satisfies(p -> {
            assertThat(p.cadre()).isEqualTo(li);
            assertThat(p.until()).isNull();
            assertThat(p.reason()).isEqualTo(Reason.PLAN_ADOPTED);
        });
        assertThat(pairings.load(li, DAY)).isEqualTo(2);
        assertThat(pairings.loads(cast.ground(), DAY)).containsOnly(java.util.Map.entry(li, 2));
        assertThat(pairings.coveredPerVillage(cast.ground(), DAY)).containsOnly(java.util.Map.entry(cast.code(1), 2));
        assertThat(pairings.covered(cast.ground(), DAY.minusDays(1))).isZero();
        assertThat(pairings.heldBy(li, DAY, Pairings.FIRST, 1)).hasSize(1);
        assertThat(pairings.heldBy(li, DAY, wang, 9))
                .extracting(Pairing::household)
                .containsExactly(liu);
        assertThat(events.stream(PairingsAdopted.class)).singleElement().satisfies(news -> {
            assertThat(news.villages()).containsExactly(cast.code(1));
            assertThat(news.given()).isEqualTo(2);
        });
    }

    @Test
    void adoptingTwiceChangesNothing() {
        adopt(DAY, cast.plan(1, li, wang, liu));
        assertThat(adopt(DAY, cast.plan(1, li, wang, liu))).isEqualTo(new Changed(0, 0, 2));
        assertThat(adopt(LATER, cast.plan(1, li, wang, liu))).isEqualTo(new Changed(0, 0, 2));
        assertThat(pairings.history(wang)).hasSize(1);
    }

    @Test
    void aChangeEndsOneStretchAndBeginsTheNextOnTheSameDay() {
        adopt(DAY, cast.plan(1, li, wang, liu));
        assertThat(adopt(LATER, cast.plan(1, zhao, wang))).isEqualTo(new Changed(0, 1, 0));
        assertThat(pairings.history(wang))
                .extracting(Pairing::cadre, Pairing::since, Pairing::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(li, DAY, LATER),
                        org.assertj.core.groups.Tuple.tuple(zhao, LATER, null));
        assertThat(pairings.contactsOf(List.of(wang, liu), LATER.minusDays(1)))
                .containsEntry(wang, li)
                .containsEntry(liu, li);
        assertThat(pairings.contactsOf(List.of(wang, liu), LATER))
                .containsEntry(wang, zhao)
                .containsEntry(liu, li);
    }

    @Test
    void twoFamiliesSwapTheirContacts() {
        adopt(DAY, cast.plan(1, li, wang), cast.plan(1, zhao, liu));
        assertThat(adopt(LATER, cast.plan(1, zhao, wang), cast.plan(1, li, liu)))
                .isEqualTo(new Changed(0, 2, 0));
    }

    @Test
    void aSecondChangeOnOneDayReplacesTheFirstWhichStaysReadable() {
        adopt(DAY, cast.plan(1, li, wang));
        assertThat(adopt(DAY, cast.plan(1, zhao, wang))).isEqualTo(new Changed(0, 1, 0));
        assertThat(pairings.history(wang)).extracting(Pairing::cadre).containsExactly(zhao);
        assertThat(pairings.replaced(wang)).extracting(Pairing::cadre).containsExactly(li);
    }

    @Test
    void aPlanOlderThanTheLastChangeIsRefusedWhole() {
        adopt(LATER, cast.plan(1, li, wang));
        refused("pairing-out-of-date", () -> adopt(DAY, cast.plan(1, zhao, wang, liu)));
        assertThat(pairings.contactOf(liu, LATER)).isEmpty();
    }

    @Test
    void whoeverIsNotInScopeIsRefused() {
        var late = cast.household(1, LATER);
        refused("household-not-in-scope", () -> adopt(DAY, cast.plan(1, li, wang, late)));
        refused("household-not-in-scope", () -> adopt(DAY, cast.plan(1, li, UUID.randomUUID())));
        refused("household-not-in-scope", () -> adopt(DAY, cast.plan(2, li, wang)));
        deeds.dissolve(liu, 1, LATER, office);
        refused("household-not-in-scope", () -> adopt(DAY, cast.plan(1, li, liu)));
    }

    @Test
    void aCadreWhoDoesNotServeIsRefusedAndNamed() {
        var late = cast.cadre(cast.bureau(), "STAFF", LATER);
        assertThatThrownBy(() -> adopt(DAY, cast.plan(1, late, wang))).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.kind().code()).isEqualTo("cadre-not-serving");
            assertThat(r.getDetailMessageArguments()).containsExactly("1: C" + late);
        });
        cadres.leave(zhao, LATER, office);
        refused("cadre-not-serving", () -> adopt(DAY, cast.plan(1, zhao, wang)));
    }

    @Test
    void anEmptyPlanAndAStrangersGroundAreRefused() {
        refused("nothing-to-adopt", () -> adopt(DAY));
        var stranger = Cast.on(sql).office();
        refused(
                "not-here",
                () -> pairings.adopt(
                        new Adoption(null, DAY, Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, wang))), stranger));
        var township = cast.as(Role.TOWNSHIP, null, null);
        refused(
                "not-yours",
                () -> pairings.adopt(
                        new Adoption(null, DAY, Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, wang))), township));
        pairings.adopt(new Adoption(null, DAY, Reason.HOUSEHOLD_NEW, List.of(cast.plan(1, li, wang))), township);
        refused(
                "reason-not-by-hand",
                () -> pairings.adopt(
                        new Adoption(null, DAY, Reason.DISSOLVED, List.of(cast.plan(1, li, wang))), office));
        refused("pairing-day-too-far", () -> adopt(LocalDate.of(2113, 1, 1), cast.plan(1, li, wang)));
    }

    @Test
    void anExcludedPairIsRefused() {
        exclusions.exclude(wang, li, "KINSHIP", "", null, office);
        refused("excluded-already", () -> exclusions.exclude(wang, li, "KINSHIP", "", null, office));
        var today = LocalDate.now(lianxin.platform.CountyTime.ZONE);
        assertThat(exclusions.on(cast.ground(), today))
                .extracting(Exclusion::household, Exclusion::reason, Exclusion::by)
                .containsExactly(tuple(wang, "KINSHIP", office.id()));
        var id = exclusions.on(cast.ground(), today).getFirst().id();
        refused("excluded-pair", () -> adopt(today, cast.plan(1, li, wang)));
        var elsewhere = new Caller(office.id(), "外县", Role.OFFICE, new lianxin.region.Ground(1, 2), null, null);
        refused("not-here", () -> exclusions.admit(id, "记错了", elsewhere));
        refused("exclusion-unsound", () -> exclusions.admit(id, " ", office));
        exclusions.admit(id, "记错了", office);
        refused("not-excluded", () -> exclusions.admit(id, "记错了", office));
        assertThat(exclusions.on(cast.ground(), today)).isEmpty();
        assertThat(exclusions.ended(cast.ground(), today, 10))
                .as("withdrawn on the day it began, and still to be seen")
                .extracting(x -> Objects.requireNonNull(x.ended()).reason())
                .containsExactly("记错了");
        refused("exclusion-unsound", () -> exclusions.exclude(wang, li, " ", "", null, office));
        refused("exclusion-unsound", () -> exclusions.exclude(wang, li, "亲属", "", today, office));
        refused("not-here", () -> exclusions.exclude(wang, li, "亲属", "", null, elsewhere));
        refused(
                "not-yours",
                () -> exclusions.exclude(wang, li, "亲属", "", null, cast.as(Role.UNIT, cast.bureau(), null)));
        exclusions.excludeVillage(new DivisionCode(cast.code(1)), li, "本村人", "县办〔2026〕3号", null, office);
        refused("excluded-pair", () -> adopt(today, cast.plan(1, li, wang)));
        exclusions.admit(exclusions.on(cast.ground(), today).getFirst().id(), "撤销", office);
        assertThat(adopt(today, cast.plan(1, li, wang))).isEqualTo(new Changed(1, 0, 0));
    }

    @Test
    void aChoiceByHandSurvivesTheNextPlanAndYieldsToARepair() {
        handovers.reassign(wang, li, Reason.MOVED_BY_HAND, DAY, true, office);
        assertThat(pins.on(cast.ground())).containsEntry(wang, li);
        assertThat(events.stream(ContactChanged.class)).singleElement().satisfies(news -> {
            assertThat(news.before()).isNull();
            assertThat(news.after()).isEqualTo(li);
        });
        refused("contact-already", () -> handovers.reassign(wang, li, Reason.MOVED_BY_HAND, DAY, true, office));
        refused("reason-not-by-hand", () -> handovers.reassign(wang, zhao, Reason.PLAN_ADOPTED, DAY, true, office));
        refused("pinned-by-hand", () -> adopt(LATER, cast.plan(1, zhao, wang)));
        pairings.adopt(new Adoption(null, LATER, Reason.CADRE_LEFT, List.of(cast.plan(1, zhao, wang))), office);
        assertThat(pins.on(cast.ground())).isEmpty();
        assertThat(pairings.contactOf(wang, LATER))
                .get()
                .extracting(Pairing::reason)
                .isEqualTo(Reason.CADRE_LEFT);
    }

    @Test
    void kinshipPartsThePairForGood() {
        adopt(DAY, cast.plan(1, li, wang));
        handovers.reassign(wang, zhao, Reason.KINSHIP, LATER, false, office);
        refused("excluded-pair", () -> adopt(LATER.plusDays(1), cast.plan(1, li, wang)));
    }

    @Test
    void strangersSeeNothing() {
        adopt(DAY, cast.plan(1, li, wang));
        var stranger = Cast.on(sql).office();
        refused("not-in-sight", () -> handovers.reassign(wang, zhao, Reason.MOVED_BY_HAND, LATER, false, stranger));
        refused(
                "not-in-sight",
                () -> handovers.reassign(UUID.randomUUID(), zhao, Reason.MOVED_BY_HAND, LATER, false, office));
        refused(
                "not-in-sight",
                () -> handovers.reassign(wang, UUID.randomUUID(), Reason.MOVED_BY_HAND, LATER, false, office));
        var cadre = cast.as(Role.CADRE, null, li);
        refused("not-yours", () -> handovers.reassign(wang, zhao, Reason.MOVED_BY_HAND, LATER, false, cadre));
    }

    @Test
    void aHouseholdThatEndsEndsItsChainWithTheReason() {
        adopt(DAY, cast.plan(1, li, wang, liu));
        deeds.dissolve(wang, 1, LATER, office);
        assertThat(pairings.contactOf(wang, LATER)).isEmpty();
        assertThat(pairings.history(wang))
                .extracting(Pairing::reason)
                .containsExactly(Reason.PLAN_ADOPTED, Reason.DISSOLVED);
        assertThat(pairings.coveredPerVillage(cast.ground(), LATER)).containsOnly(java.util.Map.entry(cast.code(1), 1));
        // Ended on the very day it was given away: what it was that day is replaced, and stays readable.
        adopt(LATER, cast.plan(1, zhao, liu));
        deeds.moveAway(liu, 1, LATER, office);
        assertThat(pairings.history(liu)).extracting(Pairing::cadre).containsExactly(li, null);
        assertThat(pairings.replaced(liu)).extracting(Pairing::cadre).containsExactly(zhao);
    }

    @Test
    void aHouseholdCannotEndBeforeItsLastChange() {
        adopt(LATER, cast.plan(1, li, wang));
        refused("ends-before-change", () -> deeds.dissolve(wang, 1, DAY, office));
        assertThat(pairings.contactOf(wang, LATER)).isPresent();
    }

    @Test
    void aHouseholdThatMovesTakesItsContactAlong() {
        adopt(DAY, cast.plan(1, li, wang, liu));
        deeds.move(wang, 1, new lianxin.region.DivisionCode(cast.code(2)), 1, LATER, office);
        assertThat(pairings.contactOf(wang, LATER))
                .get()
                .extracting(Pairing::place)
                .isEqualTo(cast.code(2));
        assertThat(pairings.coveredPerVillage(cast.ground(), LATER))
                .containsEntry(cast.code(2), 1)
                .containsEntry(cast.code(1), 1);
        assertThat(pairings.uncovered(cast.ground(), LATER, 9)).isEmpty();
    }

    @Test
    void whoSplitsOffIsAGapUntilGivenAContact() {
        adopt(DAY, cast.plan(1, li, wang, liu));
        var parts = new java.util.LinkedHashMap<String, lianxin.registry.HouseholdFacts>();
        parts.put("P" + wang, new lianxin.registry.HouseholdFacts("张小", 1, 1, List.of()));
        var part = deeds.split(wang, 1, parts, LATER, office).getFirst();
        assertThat(pairings.uncovered(cast.ground(), LATER, 9))
                .extracting(lianxin.registry.Household::id)
                .containsExactly(part);
        handovers.reassign(part, li, Reason.HOUSEHOLD_SPLIT, LATER, false, office);
        assertThat(pairings.uncovered(cast.ground(), LATER, 9)).isEmpty();
    }

    @Test
    void aCadreWhoHoldsHouseholdsCannotLeave() {
        adopt(DAY, cast.plan(1, li, wang));
        refused("cadre-holds-households", () -> cadres.leave(li, LATER, office));
        pairings.adopt(new Adoption(null, LATER, Reason.CADRE_LEFT, List.of(cast.plan(1, zhao, wang))), office);
        cadres.leave(li, LATER, office);
        refused("cadre-not-serving", () -> adopt(LATER.plusDays(1), cast.plan(1, li, wang)));
    }

    @Test
    void whoeverIsAwayHasSomebodyWhoAnswers() {
        backups.name(li, zhao, Backup.Why.LEAVE, DAY, LATER, office);
        assertThat(backups.of(li, DAY)).get().extracting(Backup::backup).isEqualTo(zhao);
        assertThat(backups.of(li, LATER)).isEmpty();
        assertThat(backups.by(zhao, DAY)).hasSize(1);
        refused("absence-overlaps", () -> backups.name(li, zhao, Backup.Why.ILLNESS, DAY.plusDays(3), LATER, office));
        refused("absence-overlaps", () -> backups.name(zhao, li, Backup.Why.LEAVE, DAY, LATER, office));
        refused("backup-unfit", () -> backups.name(li, li, Backup.Why.LEAVE, LATER, LATER.plusDays(1), office));
        refused("backup-unfit", () -> backups.name(li, zhao, Backup.Why.LEAVE, LATER, LATER, office));
        backups.end(li, DAY, office);
        cadres.leave(zhao, DAY.plusDays(3), office);
        assertThat(backups.of(li, DAY.plusDays(2))).isPresent();
        assertThat(backups.of(li, DAY.plusDays(3))).isEmpty();
    }

    @Test
    void oneAdoptsAtATime() throws Exception {
        var inside = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var holding = threads.submit(() -> standing.houseDoes(() -> transaction.executeWithoutResult(_ -> {
                adopt(DAY, cast.plan(1, li, wang));
                inside.countDown();
                await(done);
            })));
            inside.await();
            refused("somebody-adopts", () -> adopt(DAY, cast.plan(1, zhao, liu)));
            done.countDown();
            holding.get();
        }
        assertThat(adopt(DAY, cast.plan(1, zhao, liu))).isEqualTo(new Changed(1, 0, 0));
    }

    @Test
    void adoptionsFromManySidesLeaveOneContactEach() throws Exception {
        var families = IntStream.range(0, 60).mapToObj(_ -> cast.household(2)).toArray(UUID[]::new);
        var people = IntStream.range(0, 4).mapToObj(_ -> cast.cadre()).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<java.util.concurrent.Future<Changed>>();
            for (var cadre : people) {
                work.add(threads.submit(() -> standing.house(() -> adopt(DAY, cast.plan(2, cadre, families)))));
            }
            for (var each : work) {
                each.get();
            }
        }
        assertThat(pairings.covered(cast.ground(), DAY)).isEqualTo(60);
        assertThat(pairings.loads(cast.ground(), DAY).values()).containsExactly(60);
    }

    private Changed adopt(LocalDate day, VillagePlan... villages) {
        return pairings.adopt(new Adoption(null, day, Reason.PLAN_ADOPTED, List.of(villages)), office);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }
}
