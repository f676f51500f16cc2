package lianxin.repair;

import static lianxin.proposal.ProposalCast.TODAY;
import static lianxin.proposal.ProposalsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Role;
import lianxin.coverage.NightlyCheck;
import lianxin.coverage.OffGround;
import lianxin.pairing.Backup;
import lianxin.pairing.Backups;
import lianxin.pairing.Pairings;
import lianxin.platform.Refusal;
import lianxin.proposal.ProposalCast;
import lianxin.scheme.Grounds;
import lianxin.scope.Scope;
import lianxin.scope.Standing;
import lianxin.staff.Cadres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Life changes a pairing, and as few families as possible notice. */
@SpringBootTest
@Transactional
class RepairsTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Repairs repairs;

    @Autowired
    Names names;

    @Autowired
    Pairings pairings;

    @Autowired
    Cadres cadres;

    @Autowired
    Backups backups;

    @Autowired
    Grounds grounds;

    @Autowired
    Standing standing;

    @Autowired
    NightlyCheck check;

    ProposalCast cast;
    long village;
    UUID unit;

    @BeforeEach
    void township() {
        cast = new ProposalCast(sql);
        village = cast.village(0, 0);
        unit = cast.unit(0, cast.county);
    }

    List<UUID> held(UUID cadre, int count) {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            made.add(cast.household(village));
            cast.pair(made.getLast(), cadre);
        }
        return made;
    }

    @Test
    void whoeverLeavesIsFollowedAndIsOffTheRosterInTheSameDeed() {
        var li = cast.cadre(unit, 1, 9);
        var zhao = cast.cadre(unit, 1, 9);
        var lis = held(li, 3);
        var zhaos = held(zhao, 3);

        var shown = repairs.forCadre(li, TODAY, Aim.FEWEST, cast.office);
        assertThat(shown.steps()).extracting(Repair.Step::household).containsExactlyInAnyOrderElementsOf(lis);
        assertThat(shown.steps()).allMatch(s -> s.to().equals(zhao) && s.cause() == Repair.Cause.CONTACT_AWAY);
        assertThat(shown.others()).isZero();
        assertThat(names.of(shown).steps()).hasSize(3).allMatch(s -> s.village().equals("村0"));

        repairs.adoptForCadre(li, TODAY, Aim.FEWEST, true, shown.fingerprint(), cast.office);
        assertThat(pairings.contactsOf(lis, TODAY).values()).containsOnly(zhao);
        assertThat(pairings.contactsOf(zhaos, TODAY).values()).containsOnly(zhao);
        assertThat(cadres.require(li).serves(TODAY)).isFalse();
        assertThat(pairings.contactOf(lis.getFirst(), TODAY)
                        .orElseThrow()
                        .reason()
                        .name())
                .isEqualTo("CADRE_LEFT");
    }

    @Test
    void whoeverIsIllKeepsHisPlaceOnTheRoster() {
        var li = cast.cadre(unit, 1, 9);
        cast.cadre(unit, 1, 9);
        var lis = held(li, 2);
        var shown = repairs.forCadre(li, TODAY, Aim.FEWEST, cast.office);
        repairs.adoptForCadre(li, TODAY, Aim.FEWEST, false, shown.fingerprint(), cast.office);
        assertThat(cadres.require(li).serves(TODAY)).isTrue();
        assertThat(pairings.contactOf(lis.getFirst(), TODAY)
                        .orElseThrow()
                        .reason()
                        .name())
                .isEqualTo("CADRE_ILL");
    }

    /** Over random small rosters: with room enough only the leaver's households move, and they all do. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onlyTheLeaversHouseholdsMoveWhenThereIsRoom(long seed) {
        var random = new Random(seed);
        var second = cast.village(1, 1 + random.nextDouble());
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            all.add(cast.cadre(unit, 1, 30));
        }
        var before = new HashMap<UUID, UUID>();
        for (int i = 0; i < 20; i++) {
            var household = cast.household(
                    random.nextBoolean() ? village : second,
                    random.nextBoolean() ? new String[] {"PETITION"} : new String[0]);
            var cadre = all.get(random.nextInt(all.size()));
            cast.pair(household, cadre);
            before.put(household, cadre);
        }
        cast.household(village); // has nobody, and is no business of this repair
        var leaver = before.values().iterator().next();
        var shown = repairs.forCadre(leaver, TODAY, Aim.FEWEST, cast.office);
        assertThat(shown.steps().stream().map(Repair.Step::household).collect(Collectors.toSet()))
                .isEqualTo(before.entrySet().stream()
                        .filter(e -> e.getValue().equals(leaver))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        assertThat(shown.steps()).noneMatch(s -> s.to().equals(leaver));
        assertThat(repairs.forCadre(leaver, TODAY, Aim.FEWEST, cast.office)).isEqualTo(shown);
    }

    @Test
    void othersGiveWayOnlyWhenTheyMust() {
        var near = cast.unit(0, village);
        var far = cast.village(1, 3);
        var both = cast.cadre(unit, 1, 2);
        var li = cast.cadre(near, 0, 2);
        var wide = cast.cadre(cast.unit(3, far), 0, 9);
        var lis = held(li, 1);
        var there = cast.household(far);
        cast.pair(there, both);
        var own = held(both, 1).getFirst();
        var shown = repairs.forCadre(li, TODAY, Aim.FEWEST, cast.office);
        assertThat(shown.steps()).hasSize(2);
        assertThat(shown.others()).isEqualTo(1);
        assertThat(shown.steps().stream().collect(Collectors.toMap(Repair.Step::household, Repair.Step::to)))
                .isEqualTo(Map.of(lis.getFirst(), both, there, wide));
        assertThat(shown.steps()).noneMatch(s -> s.household().equals(own));
    }

    @Test
    void aPlaceIsRepairedAtOnce() {
        var li = cast.cadre(unit, 1, 9);
        var kin = held(li, 2).getFirst();
        var zhao = cast.cadre(unit, 1, 9);
        cast.exclude(kin, li);
        var fresh = cast.household(village);

        var waiting = repairs.waiting(cast.place(cast.county), TODAY, cast.office);
        assertThat(waiting.uncovered()).isEqualTo(Map.of(cast.township, 1));
        assertThat(waiting.kin()).containsExactly(kin);

        var shown = repairs.forPlace(cast.place(cast.township), TODAY, Aim.FEWEST, cast.office);
        assertThat(shown.steps().stream().collect(Collectors.toMap(Repair.Step::household, Repair.Step::cause)))
                .isEqualTo(Map.of(kin, Repair.Cause.NOT_ALLOWED, fresh, Repair.Cause.NOBODY));
        repairs.adoptForPlace(cast.place(cast.township), TODAY, Aim.FEWEST, shown.fingerprint(), cast.office);
        assertThat(pairings.contactOf(kin, TODAY).orElseThrow().cadre()).isEqualTo(zhao);
        assertThat(repairs.waiting(cast.place(cast.county), TODAY, cast.office).nothing())
                .isTrue();
        refused(
                RepairRefusal.NOTHING_TO_REPAIR,
                () -> repairs.forPlace(cast.place(cast.township), TODAY, Aim.FEWEST, cast.office));
    }

    @Test
    void theExcusedWhoStillHoldHouseholdsWait() {
        var li = cast.cadre(unit, 1, 9);
        held(li, 2);
        sql.sql("update staff.cadre set exempt_reason = 'x', exempt_until = ? where id = ?")
                .params(TODAY.plusDays(9), li)
                .update();
        assertThat(repairs.waiting(cast.place(cast.county), TODAY, cast.office).excused())
                .isEqualTo(Map.of(li, 2));
    }

    @Test
    void whenNobodyCanTakeOverTheReasonIsGivenInNumbers() {
        var li = cast.cadre(unit, 1, 9);
        var zhao = cast.cadre(unit, 1, 2);
        held(li, 3);
        held(zhao, 2);
        var none = repairs.forCadre(li, TODAY, Aim.FEWEST, cast.office);
        var why = Objects.requireNonNull(none.why());
        assertThat(why.groups())
                .singleElement()
                .satisfies(g -> assertThat(g.missing()).isEqualTo(3));
        assertThat(why.lifts()).isEqualTo(Map.of(zhao, 3));
        refused(RepairRefusal.NO_REPAIR, () -> repairs.adoptForCadre(li, TODAY, Aim.FEWEST, true, "", cast.office));
    }

    @Test
    void whatWasNotShownIsNotAdopted() {
        var li = cast.cadre(unit, 1, 9);
        cast.cadre(unit, 1, 9);
        held(li, 2);
        var shown = repairs.forCadre(li, TODAY, Aim.FEWEST, cast.office);
        held(li, 1);
        refused(
                RepairRefusal.REPAIR_CHANGED,
                () -> repairs.adoptForCadre(li, TODAY, Aim.FEWEST, true, shown.fingerprint(), cast.office));
        refused(
                RepairRefusal.NOTHING_TO_REPAIR,
                () -> repairs.forCadre(cast.cadre(unit, 1, 9), TODAY, Aim.FEWEST, cast.office));
    }

    @Test
    void whatLiesElsewhereDoesNotExist() {
        var li = cast.cadre(unit, 1, 9);
        held(li, 1);
        for (var caller : Set.of(cast.stranger, ProposalCast.caller(cast.county, Role.UNIT))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> repairs.forCadre(li, TODAY, Aim.FEWEST, caller))
                    .satisfies(no -> assertThat(no.kind().status()).isIn(403, 404));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> repairs.waiting(cast.place(cast.county), TODAY, cast.stranger))
                .satisfies(no -> assertThat(no.kind().status()).isEqualTo(404));
    }

    @Test
    void whoeverHoldsHouseholdsElsewhereTooIsNotRepairedFromHere() {
        var li = cast.cadre(unit, 1, 9);
        cast.cadre(unit, 1, 9);
        held(li, 1);
        cast.pair(cast.household(cast.village(1, 1)), li);
        var here = ProposalCast.caller(village, Role.TOWNSHIP);
        refused(
                RepairRefusal.BEYOND_YOUR_GROUND,
                () -> standing.as(
                        new Scope(here.ground(), null, null), () -> repairs.forCadre(li, TODAY, Aim.FEWEST, here)));
    }

    @Test
    void whoIsAwayWithoutAnybodyToAnswerForHimWaits() {
        var li = cast.cadre(unit, 1, 9);
        var zhao = cast.cadre(unit, 1, 9);
        var idle = cast.cadre(unit, 1, 9);
        held(li, 2);
        backups.away(li, Backup.Why.LEAVE, TODAY, TODAY.plusDays(9), cast.office);
        backups.away(idle, Backup.Why.LEAVE, TODAY, TODAY.plusDays(9), cast.office);
        assertThat(waiting().away()).singleElement().satisfies(away -> {
            assertThat(away.absence().cadre()).isEqualTo(li);
            assertThat(away.households()).isEqualTo(2);
        });
        assertThatExceptionOfType(Refusal.class)
                .as("twice")
                .isThrownBy(() -> backups.away(li, Backup.Why.LEAVE, TODAY, TODAY.plusDays(3), cast.office))
                .satisfies(no -> assertThat(no.kind().code()).isEqualTo("absence-overlaps"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> backups.away(zhao, Backup.Why.LEAVE, TODAY, TODAY.plusDays(3), cast.stranger));

        backups.name(li, zhao, Backup.Why.LEAVE, TODAY, TODAY.plusDays(9), cast.office);
        assertThat(waiting().away()).isEmpty();
        assertThat(backups.of(li, TODAY)).get().extracting(Backup::backup).isEqualTo(zhao);

        cadres.leave(zhao, TODAY, cast.office);
        assertThat(backups.of(li, TODAY)).isEmpty();
        assertThat(waiting().away()).as("who answered has left").hasSize(1);
    }

    @Test
    void aVillageWhoseContactsComeFromAUnitWithoutGroundThereWaits() {
        var li = cast.cadre(unit, 1, 9);
        var there = held(li, 3);
        assertThat(waiting().unserved()).isEmpty();
        var other = cast.unit(1, village);
        cast.cadre(other, 0, 9);
        grounds.remove(unit, cast.place(cast.county), TODAY, "调整", cast.office);

        assertThat(waiting().unserved()).containsExactly(new OffGround(village, unit, 3));
        var shown = repairs.forPlace(cast.place(village), TODAY, Aim.FEWEST, cast.office);
        assertThat(shown.steps()).hasSize(3).allMatch(s -> s.cause() == Repair.Cause.NOT_SERVED);
        repairs.adoptForPlace(cast.place(village), TODAY, Aim.FEWEST, shown.fingerprint(), cast.office);
        assertThat(waiting().nothing()).isTrue();
        assertThat(there).hasSize(3);
    }

    @Test
    void onALargeGroundOnlyTheVillagesConcernedAreLookedAt() {
        var crowded = cast.village(1, 5);
        var everywhere = cast.cadre(unit, 1, 30_000);
        many(crowded);
        sql.sql("""
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                select id, '2020-01-01', ?, place, 'PLAN_ADOPTED', ? from registry.household where place = ?
                """).params(everywhere, cast.office.id(), crowded).update();
        refused(
                RepairRefusal.NOTHING_TO_REPAIR,
                () -> repairs.forPlace(cast.place(cast.county), TODAY, Aim.FEWEST, cast.office));
        var li = cast.cadre(unit, 1, 9);
        held(li, 3);
        var lonely = List.of(cast.household(village), cast.household(village));

        var shown = repairs.forPlace(cast.place(cast.county), TODAY, Aim.FEWEST, cast.office);
        assertThat(shown.steps()).extracting(Repair.Step::household).containsExactlyInAnyOrderElementsOf(lonely);
        assertThat(shown.held()).as("of the village alone").isEqualTo(3);
        repairs.adoptForPlace(cast.place(cast.county), TODAY, Aim.FEWEST, shown.fingerprint(), cast.office);
        assertThat(waiting().nothing()).isTrue();
    }

    private void many(long village) {
        sql.sql("""
                insert into registry.household (id, key, village, place, head, initials, size, since)
                select gen_random_uuid(), 'many' || n, division, code, '户' || n, '', 3, '2012-01-01'
                  from region.division_version, generate_series(1, 20001) n where code = ?
                """).params(village).update();
    }

    @Test
    void onALargeGroundTheLastCheckSaysWhereContactsComeFromUnitsWithoutGround() {
        held(cast.cadre(unit, 1, 9), 3);
        cast.unit(1, village);
        grounds.remove(unit, cast.place(cast.county), TODAY, "调整", cast.office);
        many(village);
        var before = Objects.requireNonNull(waiting().checked());
        assertThat(before.townships()).as("never looked at").isEmpty();
        assertThat(before.oldest()).isNull();

        var found = check.check(cast.place(cast.county), cast.office);
        assertThat(found.offGround()).isEqualTo(3);
        var after = Objects.requireNonNull(waiting().checked());
        assertThat(after.townships()).containsExactly(Map.entry(village / 1_000 * 1_000, 3L));
        assertThat(after.oldest()).isNotNull();
        assertThat(waiting().unservedHouseholds()).isEqualTo(3);
        assertThat(waiting().unserved()).as("not read pair by pair").isEmpty();
    }

    private Waiting waiting() {
        return repairs.waiting(cast.place(cast.county), TODAY, cast.office);
    }
}
