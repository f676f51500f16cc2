package lianxin.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.mediation.Deed.Asks;
import lianxin.mediation.Lists.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The law, without a database. */
class MediationRulesTest {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final UUID ZHANG = new UUID(1, 1);
    static final UUID LI = new UUID(1, 2);
    static final UUID WANG = new UUID(2, 1);
    static final Lists.Terms TERMS = new Lists.Terms(Arrays.stream(Limit.values())
            .map(limit -> new Lists.Term(
                    limit.name(),
                    LocalDate.EPOCH,
                    switch (limit) {
                        case CLOSE, CONFIRM, FOLLOW_UP -> 30;
                        case LOOK, ANSWER, REMIND -> 7;
                        case TAKE_BACK -> 1;
                    },
                    "s"))
            .toList());

    static Matter matter(State state, String kind, Confirmation confirmation) {
        var agreed = state.agreed();
        return new Matter(
                new UUID(0, 1),
                370827101200L,
                2026,
                1,
                kind,
                Matter.Origin.ASKED,
                null,
                state,
                DAY,
                DAY,
                DAY,
                agreed ? DAY : null,
                agreed ? DAY.plusDays(10) : null,
                confirmation,
                confirmation == Confirmation.NONE ? null : DAY);
    }

    static Story story(Matter matter, Party.Consent zhang, Party.Consent li, Step... steps) {
        return new Story(
                matter,
                List.of(party(ZHANG, zhang), party(LI, li)),
                List.of(new Mediator(WANG, new UUID(9, 9), DAY, null, "王")),
                List.of(steps));
    }

    static Story agreeing(State state) {
        return story(matter(state, "LAND", Confirmation.NONE), Party.Consent.GIVEN, Party.Consent.GIVEN);
    }

    static Party party(UUID id, Party.Consent consent) {
        return new Party(id, null, consent, consent == Party.Consent.ASKED ? null : DAY, null, "x");
    }

    static Step step(Deed deed, State before, State after) {
        return new Step(
                new UUID(5, deed.ordinal()),
                deed,
                null,
                DAY,
                before,
                after,
                new UUID(7, 7),
                Instant.EPOCH,
                null,
                Map.of());
    }

    /** A step that says everything it is asked for. */
    static TakeStep whole(Deed deed) {
        return TakeStep.of(new UUID(6, 6), deed, DAY)
                .by(deed.asks(Asks.LEAVES) ? WANG : ZHANG)
                .saying("说了")
                .agreeing("各让一步", "当面", DAY.plusDays(5))
                .signed(List.of(ZHANG, LI), true);
    }

    static void must(Story story, TakeStep step) {
        MediationRules.must(story, step, true, DAY, TERMS);
    }

    static void refused(String code, Story story, TakeStep step) {
        assertThatThrownBy(() -> must(story, step)).as("%s", step).hasMessageContaining(code);
    }

    /** Every deed from every state: possible exactly where the list of edges leads, or where it stays. */
    @ParameterizedTest
    @EnumSource(State.class)
    void whatMayBeDoneIsWhatTheEdgesSay(State state) {
        var done = EnumSet.noneOf(State.class);
        for (var deed : Deed.values()) {
            if (deed.startsAt(state, Confirmation.NONE) && deed.to != null) {
                assertThat(Life.leads(state, deed.to))
                        .as("%s from %s", deed, state)
                        .isTrue();
                done.add(deed.to);
            } else if (!deed.startsAt(state, Confirmation.NONE)) {
                refused("mediation-not-now", agreeing(state), whole(deed));
            }
        }
        if (Life.leads(state, State.CONSENTED)) {
            done.add(State.CONSENTED); // by the last party's consent
        }
        assertThat(done).as("edges from %s that no deed takes", state).isEqualTo(Life.MATTER.get(state));
    }

    @Test
    void theConfirmationTakesItsOwnEdges() {
        for (var now : Confirmation.values()) {
            for (var deed : Deed.values()) {
                if (deed.confirms != null) {
                    var story = story(matter(State.PERFORMING, "LAND", now), Party.Consent.GIVEN, Party.Consent.GIVEN);
                    if (Life.leads(now, deed.confirms)) {
                        assertThatCode(() -> must(story, whole(deed)))
                                .as("%s at %s", deed, now)
                                .doesNotThrowAnyException();
                    } else {
                        refused("mediation-not-now", story, whole(deed));
                    }
                }
            }
        }
    }

    @Test
    void afterARefusalThereIsOnlyToTellOfTheOtherWays() {
        for (var end : State.WITHOUT_AGREEMENT) {
            var possible = MediationRules.possible(agreeing(end), true, TERMS);
            var expected = new ArrayList<>(List.of(Deed.REMEDIES_TOLD));
            if (end == State.REFERRED) {
                expected.add(Deed.ARCHIVED);
            }
            assertThat(possible).as("%s", end).containsExactlyElementsOf(expected);
        }
        var told = story(
                matter(State.REFUSED, "LAND", Confirmation.NONE),
                Party.Consent.GIVEN,
                Party.Consent.REFUSED,
                step(Deed.REMEDIES_TOLD, State.REFUSED, State.REFUSED));
        assertThat(MediationRules.possible(told, true, TERMS)).containsExactly(Deed.REMEDIES_TOLD, Deed.ARCHIVED);
        assertThat(MediationRules.possible(told, false, TERMS))
                .as("only the desk closes a file")
                .containsExactly(Deed.REMEDIES_TOLD);
        refused("mediation-remedies-first", agreeing(State.REFUSED), whole(Deed.ARCHIVED));
    }

    @Test
    void nobodyBeginsWithoutEverybodysConsentAndAMediator() {
        var matter = matter(State.CONSENTED, "LAND", Confirmation.NONE);
        refused(
                "mediation-without-consent",
                story(matter, Party.Consent.GIVEN, Party.Consent.ASKED),
                whole(Deed.BEGUN));
        var alone = new Story(matter, List.of(party(ZHANG, Party.Consent.GIVEN)), List.of(), List.of());
        refused("mediation-without-consent", alone, whole(Deed.BEGUN));
        var unled = new Story(
                matter,
                List.of(party(ZHANG, Party.Consent.GIVEN), party(LI, Party.Consent.GIVEN)),
                List.of(),
                List.of());
        refused("mediation-without-consent", unled, whole(Deed.BEGUN));
        must(agreeing(State.CONSENTED), whole(Deed.BEGUN));
        assertThat(MediationRules.lastToAgree(story(matter, Party.Consent.GIVEN, Party.Consent.ASKED), LI))
                .isTrue();
        assertThat(MediationRules.lastToAgree(story(matter, Party.Consent.ASKED, Party.Consent.ASKED), LI))
                .isFalse();
    }

    @Test
    void anyPartyMayStopAtAnyTimeBeforeAnAgreement() {
        for (var state : List.of(State.OFFERED, State.APPLIED, State.CONSENTED, State.MEDIATING)) {
            must(agreeing(state), TakeStep.of(new UUID(6, 6), Deed.STOPPED, DAY).by(LI));
        }
        refused("mediation-not-now", agreeing(State.AGREED_WRITTEN), whole(Deed.STOPPED));
        refused(
                "mediation-person",
                agreeing(State.MEDIATING),
                whole(Deed.STOPPED).by(new UUID(8, 8)));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "30, true", "31, false", "400, false"})
    void bothGoToCourtWithinThirtyDays(int days, boolean inTime) {
        var story = agreeing(State.PERFORMING);
        var on = DAY.plusDays(days);
        var step = new TakeStep(
                new UUID(6, 6), Deed.CONFIRMATION_APPLIED, on, null, "", "", "", null, List.of(ZHANG, LI), false, "");
        if (inTime) {
            MediationRules.must(story, step, true, on, TERMS);
        } else {
            assertThatThrownBy(() -> MediationRules.must(story, step, true, on, TERMS))
                    .hasMessageContaining("mediation-confirmation-late");
        }
        assertThat(MediationRules.courtUntil(story.matter(), on, TERMS)).isEqualTo(inTime ? DAY.plusDays(30) : null);
    }

    @Test
    void whoAppliedInTimeMayBeEnteredLater() {
        var step = whole(Deed.CONFIRMATION_APPLIED);
        MediationRules.must(agreeing(State.PERFORMED), step, true, DAY.plusDays(90), TERMS);
        assertThat(MediationRules.possible(agreeing(State.PERFORMED), true, TERMS))
                .contains(Deed.CONFIRMATION_APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY", "ADOPTION", "MARRIAGE"})
    void someThingsAreNeverConfirmed(String kind) {
        var story =
                story(matter(State.AGREED_WRITTEN, kind, Confirmation.NONE), Party.Consent.GIVEN, Party.Consent.GIVEN);
        refused("mediation-never-confirmed", story, whole(Deed.CONFIRMATION_APPLIED));
        assertThat(MediationRules.courtUntil(story.matter(), DAY, TERMS)).isNull();
        assertThat(MediationRules.possible(story, true, TERMS)).doesNotContain(Deed.CONFIRMATION_APPLIED);
    }

    @Test
    void anAgreementIsWholeAndSignedByAll() {
        var story = agreeing(State.MEDIATING);
        var step = whole(Deed.AGREED_IN_WRITING);
        must(story, step);
        refused("mediation-not-all", story, step.signed(List.of(ZHANG), true));
        refused("mediation-not-all", story, step.signed(List.of(ZHANG, ZHANG), true));
        refused("mediation-not-all", story, step.signed(List.of(ZHANG, LI), false));
        refused("mediation-unclear", story, step.saying(" "));
        refused("mediation-unclear", story, step.agreeing("", "当面", DAY));
        refused("mediation-unclear", story, step.agreeing("x", "", DAY));
        refused("mediation-unclear", story, step.saying("长".repeat(2_001)));
        refused("mediation-day", story, step.agreeing("x", "y", DAY.minusDays(1)));
        refused(
                "mediation-not-all",
                agreeing(State.PERFORMING),
                whole(Deed.CONFIRMATION_APPLIED).signed(List.of(LI), false));
    }

    @Test
    void aStepIsOfADayThatFits() {
        var early = new TakeStep(
                new UUID(6, 6), Deed.BEGUN, DAY.minusDays(1), null, "", "", "", null, List.of(), false, "");
        refused("mediation-day", agreeing(State.CONSENTED), early);
        var tomorrow =
                new TakeStep(new UUID(6, 6), Deed.BEGUN, DAY.plusDays(1), null, "", "", "", null, List.of(), false, "");
        refused("mediation-day", agreeing(State.CONSENTED), tomorrow);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void somethingIsDueUntilTheFileIsClosed(State state) {
        var due = MediationRules.due(matter(state, "LAND", Confirmation.NONE), TERMS);
        if (state == State.ARCHIVED) {
            assertThat(due).isNull();
        } else {
            assertThat(due).isNotNull();
            assertThat(due.late(due.on())).isFalse();
            assertThat(due.late(due.on().plusDays(1))).isTrue();
            assertThat(due.near(due.on().minusDays(7), 7)).isTrue();
            assertThat(due.near(due.on().minusDays(8), 7)).isFalse();
        }
        if (state == State.MEDIATING) {
            assertThat(due.on()).as("a month from everybody's consent").isEqualTo(DAY.plusDays(30));
        }
    }

    @Test
    void theLastStepIsTakenBackByItsAuthorForADay() {
        var mine = step(Deed.OFFERED, State.CLUE, State.OFFERED);
        var story =
                story(matter(State.OFFERED, "LAND", Confirmation.NONE), Party.Consent.ASKED, Party.Consent.ASKED, mine);
        assertThat(MediationRules.takesBack(story, mine, mine.by(), Instant.EPOCH.plusSeconds(86_399), TERMS))
                .isTrue();
        assertThat(MediationRules.takesBack(story, mine, mine.by(), Instant.EPOCH.plusSeconds(86_400), TERMS))
                .isFalse();
        assertThat(MediationRules.takesBack(story, mine, new UUID(7, 8), Instant.EPOCH, TERMS))
                .isFalse();
        var later = step(Deed.CONSENTED, State.OFFERED, State.OFFERED);
        var followed = story(story.matter(), Party.Consent.GIVEN, Party.Consent.ASKED, mine, later);
        assertThat(MediationRules.takesBack(followed, mine, mine.by(), Instant.EPOCH, TERMS))
                .isFalse();
        for (var deed : Deed.values()) {
            if (deed.confirms != null || deed.to != null && (deed.to.withoutAgreement() || deed.asks(Asks.AGREEMENT))) {
                assertThat(deed.revocable())
                        .as("%s set law's time running or told somebody", deed)
                        .isFalse();
            }
        }
    }

    @Test
    void aTermHoldsFromItsDayOn() {
        var terms = new Lists.Terms(List.of(
                new Lists.Term("CONFIRM", DAY.plusDays(1), 20, "new"),
                new Lists.Term("CONFIRM", LocalDate.EPOCH, 30, "old")));
        assertThat(terms.days(Limit.CONFIRM, DAY)).isEqualTo(30);
        assertThat(terms.days(Limit.CONFIRM, DAY.plusDays(1))).isEqualTo(20);
    }
}
