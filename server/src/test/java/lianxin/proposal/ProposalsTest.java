package lianxin.proposal;

import static lianxin.proposal.ProposalCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lianxin.matcher.Stability;
import lianxin.muster.Criterion;
import lianxin.muster.RollCall;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pins;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the roster to the adopted pairing, and everything that may come between. Searches run here, not in the queue, unless a test says so. */
@SpringBootTest(properties = "db-scheduler.enabled=true")
public class ProposalsTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Proposals proposals;

    @Autowired
    Adoptions adoptions;

    @Autowired
    Moves moves;

    @Autowired
    Reasons reasons;

    @Autowired
    Outlooks outlooks;

    @Autowired
    Solving solving;

    @Autowired
    RollCall rollCall;

    @Autowired
    RunStore runs;

    @Autowired
    PlanStore plans;

    @Autowired
    LoadStore loads;

    @Autowired
    BottleneckStore bottlenecks;

    @Autowired
    lianxin.scheme.Schemes schemes;

    @Autowired
    Pairings pairings;

    @Autowired
    Pins pins;

    @Autowired
    Clock clock;

    ProposalCast cast;
    long west;
    long east;
    UUID unit;
    UUID li;
    UUID zhao;

    /** Li's office is in the west village, Zhao's in the east one; each may have at most six households. */
    @BeforeEach
    void people() {
        cast = new ProposalCast(sql);
        west = cast.village(0, 0);
        east = cast.village(1, 5);
        unit = cast.unit(0, cast.county);
        li = cast.cadre(unit, 1, 6);
        zhao = cast.cadre(cast.unit(5, cast.county), 1, 6);
    }

    List<UUID> households(long village, int count) {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            made.add(cast.household(village));
        }
        return made;
    }

    /** A run, searched now, on this thread. */
    Run propose() {
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        solving.solve(id);
        return runs.byId(id).orElseThrow();
    }

    public static void refused(Refusal.Kind kind, Runnable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed::run)
                .satisfies(no -> assertThat(no.kind()).isEqualTo(kind));
    }

    @Test
    void everyHouseholdGetsTheNearestWhenThereIsRoom() {
        var inTheWest = households(west, 3);
        var inTheEast = households(east, 3);

        var run = propose();

        assertThat(run.state()).isEqualTo(RunState.PROPOSED);
        var totals = Objects.requireNonNull(run.totals());
        assertThat(totals.households()).isEqualTo(6);
        assertThat(totals.fresh()).isEqualTo(6);
        assertThat(totals.metres()).isZero();
        assertThat(plans.village(run.id(), west).orElseThrow().cadres()).containsOnly(li);
        assertThat(plans.village(run.id(), east).orElseThrow().cadres()).containsOnly(zhao);

        var done = adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office);

        assertThat(done.given()).isEqualTo(6);
        assertThat(pairings.contactsOf(inTheWest, TODAY).values()).containsOnly(li);
        assertThat(pairings.contactsOf(inTheEast, TODAY).values()).containsOnly(zhao);
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(RunState.ADOPTED);
    }

    @Test
    void theQueueSolvesWhatIsAskedFor() throws InterruptedException {
        households(west, 2);
        households(east, 2);
        var id = proposals.ask(cast.place(cast.county), TODAY, null, cast.office);
        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> runs.byId(id).orElseThrow().state() == RunState.PROPOSED);
        refused(ProposalRefusal.NOT_IN_THIS_STATE, () -> proposals.cancel(id, cast.office));
    }

    @Test
    void theSumOfTheCriteriaIsThePriceOfTheMatcher() {
        for (int i = 0; i < 5; i++) {
            cast.household(i % 2 == 0 ? west : east, "PETITION");
            cast.pair(cast.household(west, "DISABILITY"), zhao);
        }
        cast.cadre(unit, 0, 4, true, "PETITION");
        var roster = rollCall.call(
                cast.place(cast.county).ground(), TODAY, schemes.inForce(TODAY).rules(), _ -> {});
        for (int h = 0; h < roster.households().size(); h++) {
            for (int c = 0; c < roster.posts().size(); c++) {
                assertThat(Criterion.sum(
                                roster.policy(), roster.home(h), roster.posts().get(c)))
                        .isEqualTo(roster.problem().price(h, c));
            }
        }
        var run = propose();
        var sum = Objects.requireNonNull(run.totals()).price();
        assertThat(adoptions
                        .adopt(run.id(), cast.place(cast.county), false, cast.office)
                        .villages())
                .as("the proof is checked again against the sum %s", sum)
                .isEqualTo(2);
    }

    @Test
    void equalInputGivesEqualOutput() {
        households(west, 5);
        households(east, 5);
        var first = propose();
        var second = propose();
        assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
        assertThat(outlooks.differences(first, second, cast.place(cast.county)))
                .allMatch(d -> d.differing() == 0)
                .hasSize(1);
        cast.household(west);
        assertThat(propose().fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void kinPinsAndTheExemptAreRespected() {
        var kin = cast.household(west);
        var pinned = cast.household(west);
        var plain = cast.household(west);
        cast.household(east);
        cast.exclude(kin, li);
        cast.pin(pinned, zhao);
        var away = cast.cadre(unit, 1, 6);
        sql.sql("update staff.cadre set exempt_reason = 'x', exempt_until = ? where id = ?")
                .params(TODAY.plusDays(9), away)
                .update();

        var village = plans.village(propose().id(), west).orElseThrow();

        assertThat(village.cadres()[village.find(kin)]).isEqualTo(zhao);
        assertThat(village.cadres()[village.find(pinned)]).isEqualTo(zhao);
        assertThat(village.cadres()[village.find(plain)]).isEqualTo(li);
        assertThat(village.pinned()).containsExactly(pinned);
    }

    /** Eight families live in the west, whose cadre may have six: two go to the east’s, 4.5 km away. */
    @Test
    void theLimitsThatCostMostAndWhatUnitsBearAreSaid() {
        households(west, 8);
        households(east, 2);
        var run = propose();
        assertThat(outlooks.dearestLimits(run)).first().satisfies(limit -> {
            assertThat(limit.cadre().id()).isEqualTo(li);
            assertThat(limit.load().full()).isTrue();
            assertThat(limit.load().onePlaceMore()).isBetween(4_000L, 5_000L);
        });
        assertThat(outlooks.units(run))
                .extracting(
                        one -> one.load().cadres(),
                        one -> one.load().households(),
                        one -> one.load().full(),
                        one -> one.load().most())
                .containsExactlyInAnyOrder(tuple(1, 6, 1, 6), tuple(1, 4, 0, 4));
        assertThat(outlooks.units(run))
                .extracting(one -> one.load().more())
                .containsExactlyInAnyOrder(
                        outlooks.dearestLimits(run).getFirst().load().onePlaceMore(), 0L);
    }

    @Test
    void aChoiceMadeByHandSaysWhatReleasingItWouldSave() {
        var pinned = cast.household(west);
        households(west, 2);
        households(east, 2);
        cast.pin(pinned, zhao);
        var run = propose();
        var why = reasons.why(run.id(), pinned, cast.office);
        assertThat(why.pinned()).isTrue();
        assertThat(Objects.requireNonNull(why.other()).cadre()).isEqualTo(li);
        assertThat(Objects.requireNonNull(why.other()).more()).isBetween(-5_000L, -4_000L);
    }

    @Test
    void anExclusionSaysWhatLiftingItWouldSave() {
        var kin = cast.household(west);
        var plain = cast.household(west);
        households(east, 2);
        cast.exclude(kin, li);
        var run = propose();
        var why = reasons.why(run.id(), kin, cast.office);
        assertThat(why.cadre()).isEqualTo(zhao);
        assertThat(Objects.requireNonNull(why.barred()).cadre()).isEqualTo(li);
        assertThat(Objects.requireNonNull(why.barred()).saves()).isBetween(4_000L, 5_000L);
        assertThat(reasons.why(run.id(), plain, cast.office).barred()).isNull();
    }

    @Test
    void whatDoesNotFitIsExplainedInNumbers() {
        households(west, 10);
        households(east, 5);
        var run = propose();
        assertThat(run.state()).isEqualTo(RunState.INFEASIBLE);
        var why = bottlenecks.of(run.id());
        assertThat(why.groups()).singleElement().satisfies(group -> {
            assertThat(group.kind()).isEqualTo("TOO_FEW_PLACES");
            assertThat(group.villages()).hasSize(2);
            assertThat(group.need()).isEqualTo(15);
            assertThat(group.room()).isEqualTo(12);
        });
        assertThat(why.lifts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(3);
        assertThat(outlooks.reason(run).places()).isEqualTo(3);
    }

    @Test
    void theWhyNamesTheWayTheNextBestAndWhomHeWouldDisplace() {
        var west6 = households(west, 6);
        households(east, 6);
        var run = propose();
        var why = reasons.why(run.id(), west6.getFirst(), cast.office);
        assertThat(why.cadre()).isEqualTo(li);
        assertThat(why.metres()).isZero();
        var other = Objects.requireNonNull(why.other());
        assertThat(other.cadre()).isEqualTo(zhao);
        assertThat(other.full()).isTrue();
        assertThat(other.metres()).isBetween(4_500L, 4_600L);
        assertThat(other.displaced())
                .as("both are full, so two families change places")
                .isNotNull();
        assertThat(other.to()).isEqualTo(li);
        assertThat(outlooks.because(run, west6.getFirst(), cast.office).name(zhao))
                .startsWith("干部");
        assertThat(outlooks.holder(run, li).byVillage().values())
                .singleElement()
                .satisfies(p -> assertThat(p).hasSize(6));
        assertThat(outlooks.mostChanged(run)).hasSize(2);
        assertThat(outlooks.places(run, cast.place(cast.township))).hasSize(2);
    }

    @Test
    void aRunCalledOffKeepsNothing() {
        households(west, 2);
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        proposals.cancel(id, cast.office);
        solving.solve(id);
        assertThat(runs.byId(id).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        assertThat(loads.inOrder(id)).isEmpty();
    }

    @Test
    void aRunWhoseNodeDiedIsBegunOnceMoreAndThenGivenUp() {
        households(west, 2);
        households(east, 2);
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        runs.begin(id, clock.instant()); // and then the power went
        plans.add(id, List.of());
        solving.solve(id);
        assertThat(runs.byId(id).orElseThrow().state()).isEqualTo(RunState.PROPOSED);

        var hopeless = Ids.next();
        runs.add(
                hopeless,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        runs.begin(hopeless, clock.instant());
        runs.begin(hopeless, clock.instant());
        solving.solve(hopeless);
        assertThat(runs.byId(hopeless).orElseThrow()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.failure()).isEqualTo("proposal.failure.died");
        });
    }

    @Test
    void whatIsOutOfDateIsRefusedAndTheRestMayBeAdopted() {
        var gone = households(west, 3).getFirst();
        households(east, 3);
        var run = propose();
        sql.sql("update registry.household set until = ?, ended = 'DISSOLVED' where id = ?")
                .params(TODAY, gone)
                .update();

        refused(
                ProposalRefusal.OUT_OF_DATE,
                () -> adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office));
        assertThat(pairings.covered(cast.place(cast.county).ground(), TODAY)).isZero();

        var rest = adoptions.adopt(run.id(), cast.place(cast.county), true, cast.office);
        assertThat(rest.villages()).isEqualTo(1);
        assertThat(rest.left()).isEqualTo(1);
        assertThat(rest.given()).isEqualTo(3);
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(RunState.PROPOSED);
    }

    @Test
    void aCadreWhoLeftOrAContactChangedMeanwhileIsOutOfDate() {
        var one = households(west, 3).getFirst();
        households(east, 3);
        var run = propose();
        cast.pair(one, zhao);
        refused(
                ProposalRefusal.OUT_OF_DATE,
                () -> adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office));
        var again = propose();
        sql.sql("update staff.cadre set until = ? where id = ?")
                .params(TODAY, li)
                .update();
        refused(
                ProposalRefusal.OUT_OF_DATE,
                () -> adoptions.adopt(again.id(), cast.place(cast.county), false, cast.office));
    }

    @Test
    void aKeptPlanThatNoLongerProvesItselfIsRefused() {
        households(west, 3);
        households(east, 3);
        var run = propose();
        sql.sql("update proposal.village set cadres = array[?, ?, ?] where run = ? and place = ?")
                .params(zhao, zhao, zhao, run.id(), west)
                .update();
        refused(ProposalRefusal.UNPROVEN, () -> adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office));
        refused(ProposalRefusal.UNPROVEN, () -> adoptions.adopt(run.id(), cast.place(east), false, cast.office));
    }

    /** The prices of the proof are kept too, and are trusted as little. */
    @Test
    void aPlanWhosePricesWereChangedIsRefused() {
        households(west, 3);
        households(east, 3);
        var run = propose();
        sql.sql("update proposal.load set price = price - 5000 where run = ? and cadre = ?")
                .params(run.id(), zhao)
                .update();
        refused(ProposalRefusal.UNPROVEN, () -> adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office));
    }

    /** A household of the west is given to the east behind everybody's back, after another was moved by hand and the world has moved on. */
    @Test
    void aPlanChangedBehindAMoveByHandIsRefused() {
        var moved = households(west, 3).getFirst();
        households(east, 2);
        var run = propose();
        moves.move(run.id(), moved, zhao, cast.office);
        sql.sql("update proposal.village set cadres = array[?, ?, ?] where run = ? and place = ?")
                .params(zhao, zhao, zhao, run.id(), west)
                .update();
        refused(ProposalRefusal.UNPROVEN, () -> adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office));
        cast.household(east);
        refused(ProposalRefusal.UNPROVEN, () -> adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office));
    }

    @Test
    void whatIsClaimedIsWhatCanBeProven() {
        var moved = households(west, 3).getFirst();
        households(east, 3);
        var byHand = propose();
        moves.move(byHand.id(), moved, zhao, cast.office);
        var first = adoptions.adopt(byHand.id(), cast.place(cast.county), false, cast.office);
        assertThat(first.proven()).isEqualTo(new Proof.Proven(Proof.Claim.WITHIN, 0));

        cast.household(west);
        var next = propose();
        assertThat(adoptions
                        .adopt(next.id(), cast.place(west), false, cast.office)
                        .proven())
                .isEqualTo(new Proof.Proven(Proof.Claim.BEST, 0));
        cast.household(east);
        assertThat(adoptions
                        .adopt(next.id(), cast.place(cast.county), false, cast.office)
                        .proven())
                .isEqualTo(new Proof.Proven(Proof.Claim.EXCHANGES, 0));
    }

    @Test
    void aMoveByHandMayLeaveACadreFewerThanHeShouldHave() {
        var moved = households(west, 1).getFirst();
        households(east, 1);
        var run = propose();
        moves.move(run.id(), moved, zhao, cast.office);
        var proven = adoptions
                .adopt(run.id(), cast.place(cast.county), false, cast.office)
                .proven();
        assertThat(proven.claim()).isEqualTo(Proof.Claim.WITHIN);
        assertThat(pairings.load(zhao, TODAY)).isEqualTo(2);
    }

    /** Two families nearer to Li know Zhao: to stay with him costs each less than a kilometre, and that is said. */
    @Test
    void whatKeepingContactsCostsIsSaid() {
        households(cast.village(2, 2), 2).forEach(h -> cast.pair(h, zhao));
        households(west, 1);
        households(east, 1);
        var steadiness = Objects.requireNonNull(
                Objects.requireNonNull(propose().totals()).steadiness());
        int years = schemes.inForce(TODAY).rules().fixedYears();
        assertThat(steadiness.points()).extracting(Stability.Point::kept).containsExactly(0, 2, 2, 2);
        assertThat(steadiness.spared()).isEqualTo(2);
        assertThat(steadiness.each()).isBetween(850L, 950L);
        assertThat(steadiness.eachYear()).isEqualTo(steadiness.each() / years);
    }

    @Test
    void whereNobodyHadAContactThereIsNothingToKeep() {
        households(west, 2);
        households(east, 1);
        assertThat(Objects.requireNonNull(propose().totals()).steadiness()).isNull();
    }

    /** The lower limits ask for more than there is: said in numbers, with the fewest households to ask less for. */
    @Test
    void whoAsksForTooManyIsExplainedInNumbers() {
        var greedy = cast.cadre(cast.unit(0, west), 4, 9);
        households(west, 3);
        households(east, 1);
        var run = propose();
        assertThat(run.state()).isEqualTo(RunState.INFEASIBLE);
        assertThat(bottlenecks.of(run.id()).groups()).anySatisfy(group -> {
            assertThat(group.kind()).isEqualTo("TOO_FEW_HOUSEHOLDS");
            assertThat(group.missing()).isEqualTo(2);
        });
        var reason = outlooks.reason(run);
        assertThat(reason.lifts()).isEmpty();
        assertThat(reason.asked()).isEqualTo(2);
        assertThat(reason.eases())
                .allMatch(e -> Set.of(li, zhao, greedy).contains(e.cadre().id()));
    }

    @Test
    void oneVillageMayBeAdoptedAndThenTheRest() {
        households(west, 3);
        households(east, 3);
        var run = propose();
        var older = propose();
        adoptions.adopt(run.id(), cast.place(west), false, cast.office);
        assertThat(pairings.coveredPerVillage(cast.place(cast.county).ground(), TODAY))
                .isEqualTo(Map.of(west, 3));
        assertThat(runs.byId(older.id()).orElseThrow().state()).isEqualTo(RunState.SUPERSEDED);
        refused(
                ProposalRefusal.NOT_IN_THIS_STATE,
                () -> adoptions.adopt(older.id(), cast.place(east), false, cast.office));
        adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office);
        assertThat(pairings.covered(cast.place(cast.county).ground(), TODAY)).isEqualTo(6);
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(RunState.ADOPTED);
    }

    @Test
    void aMoveByHandIsPricedAnewAndSurvivesTheNextProposal() {
        var moved = households(west, 3).getFirst();
        var kin = cast.household(east);
        cast.exclude(kin, li);
        var run = propose();
        moves.move(run.id(), moved, zhao, cast.office);

        var now = Objects.requireNonNull(runs.byId(run.id()).orElseThrow().totals());
        var before = Objects.requireNonNull(run.totals());
        assertThat(now.metres() - before.metres()).isBetween(4_500L, 4_600L);
        assertThat(now.price() - before.price()).isEqualTo(now.metres() - before.metres());
        assertThat(loads.of(run.id(), zhao).orElseThrow().load()).isEqualTo(2);
        assertThat(loads.of(run.id(), li).orElseThrow().load()).isEqualTo(2);

        adoptions.adopt(run.id(), cast.place(cast.county), false, cast.office);
        assertThat(pins.on(cast.place(cast.county).ground())).isEqualTo(Map.of(moved, zhao));
        var next = plans.village(propose().id(), west).orElseThrow();
        assertThat(next.cadres()[next.find(moved)]).isEqualTo(zhao);
    }

    @Test
    void aMoveIsRefusedToWhoIsFullExcludedUnknownOrPinned() {
        var home = cast.household(west);
        var pinned = cast.household(west);
        cast.pin(pinned, li);
        households(east, 6);
        cast.exclude(home, zhao);
        var run = propose();
        refused(ProposalRefusal.NOT_ELIGIBLE, () -> moves.move(run.id(), home, zhao, cast.office));
        refused(ProposalRefusal.NOT_ELIGIBLE, () -> moves.move(run.id(), home, UUID.randomUUID(), cast.office));
        refused(ProposalRefusal.PINNED, () -> moves.move(run.id(), pinned, zhao, cast.office));
        sql.sql("delete from scheme.exclusion where household = ?").param(home).update();
        refused(ProposalRefusal.FULL, () -> moves.move(run.id(), home, zhao, cast.office));
    }

    @Test
    void whatLiesElsewhereDoesNotExist() {
        households(west, 1);
        households(east, 1);
        var run = propose();
        refused(ProposalRefusal.NO_SUCH_RUN, () -> proposals.require(run.id(), cast.stranger));
        refused(ProposalRefusal.NO_SUCH_RUN, () -> proposals.require(UUID.randomUUID(), cast.office));
        refused(
                ProposalRefusal.NO_SUCH_RUN,
                () -> reasons.why(run.id(), UUID.randomUUID().equals(li) ? li : cast.household(west), cast.office));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> adoptions.adopt(run.id(), cast.place(west), false, cast.stranger))
                .satisfies(no -> assertThat(no.kind().status()).isEqualTo(404));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> proposals.ask(
                        cast.place(cast.county),
                        TODAY,
                        null,
                        ProposalCast.caller(cast.county, lianxin.access.Role.TOWNSHIP)))
                .satisfies(no -> assertThat(no.kind().status()).isEqualTo(403));
    }

    @Test
    void anEmptyGroundAndASecondSearchAreRefused() {
        refused(ProposalRefusal.VILLAGES, () -> proposals.ask(cast.place(cast.county), TODAY, 4, cast.office));
        refused(
                ProposalRefusal.NOTHING_TO_PAIR,
                () -> proposals.ask(cast.place(cast.county), TODAY, null, cast.office));
        households(west, 1);
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        refused(
                ProposalRefusal.ALREADY_RUNNING,
                () -> proposals.ask(cast.place(cast.township), TODAY, null, cast.office));
        proposals.cancel(id, cast.office);
    }

    @Test
    void aCadresLimitsAreLessWhatHeHoldsElsewhere() {
        var far = new ProposalCast(sql);
        var there = far.village(0, 0);
        for (int i = 0; i < 4; i++) {
            cast.pair(far.household(there), li);
        }
        households(west, 3);
        households(east, 3);
        var run = propose();
        var load = loads.of(run.id(), li).orElseThrow();
        assertThat(load.post().elsewhere()).isEqualTo(4);
        assertThat(load.post().high()).isEqualTo(2);
        assertThat(load.load()).isEqualTo(2);
        assertThat(new Ground(cast.county, cast.county + 1).contains(cast.county))
                .isTrue();
    }
}
