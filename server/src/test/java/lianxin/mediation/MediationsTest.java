package lianxin.mediation;

import static lianxin.mediation.MediationCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.platform.Ids;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Every deed, in the real database: done, done twice, refused. */
@SpringBootTest
@Transactional
@RecordApplicationEvents
class MediationsTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Mediations mediations;

    @Autowired
    ApplicationEvents events;

    MediationCast cast;

    @BeforeEach
    void people() {
        cast = MediationCast.on(sql, accounts, mediations);
    }

    static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed).hasMessageContaining(code);
    }

    @Test
    void fromAClueToAConfirmedAgreementAndAClosedFile() {
        var matter = cast.agreed("LAND");
        var story = cast.story(matter);
        assertThat(story.matter().state()).isEqualTo(State.AGREED_WRITTEN);
        assertThat(story.matter().effectOn()).isEqualTo(TODAY);
        assertThat(story.matter().acceptedOn()).isEqualTo(TODAY);
        assertThat(story.parties()).allMatch(party -> TODAY.equals(party.signedOn()));
        assertThat(story.parties().get(1).name()).isEqualTo("外来的赵某");
        assertThat(story.last(Deed.AGREED_IN_WRITING).orElseThrow().writing("TERMS"))
                .isEqualTo(MediationCast.TERMS);
        cast.take(matter, cast.step(Deed.PERFORMING));
        cast.take(matter, cast.step(Deed.CONFIRMATION_APPLIED).signed(cast.parties(matter), false));
        cast.take(matter, cast.step(Deed.CONFIRMATION_ACCEPTED));
        cast.take(matter, cast.step(Deed.PERFORMED).saying("界石已立"));
        refused("mediation-remedies-first", () -> cast.take(matter, cast.step(Deed.ARCHIVED)));
        cast.take(matter, cast.step(Deed.CONFIRMATION_GIVEN));
        cast.take(matter, cast.step(Deed.FOLLOWED_UP).saying("两家已和好"));
        cast.take(matter, cast.step(Deed.ARCHIVED));
        var closed = cast.story(matter);
        assertThat(closed.matter().state()).isEqualTo(State.ARCHIVED);
        assertThat(closed.matter().confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(mediations.read(matter, cast.village()).possible()).isEmpty();
        assertThat(mediations.list(false, cast.village())).isEmpty();
        assertThat(mediations.list(true, cast.village())).hasSize(1);
        assertThat(ends()).containsExactly(MediationEnded.End.AGREED);
        assertThat(leaves(matter))
                .contains(
                        "MEDIATION_NOTED",
                        "MEDIATION_CONSENTED",
                        "MEDIATION_AGREED_IN_WRITING",
                        "MediationEnded",
                        "MEDIATION_ARCHIVED",
                        "MEDIATION_FILE");
    }

    List<MediationEnded.End> ends() {
        return events.stream(MediationEnded.class).map(MediationEnded::end).toList();
    }

    List<String> leaves(UUID about) {
        return sql.sql("""
                select distinct l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0 where s.subject = :s
                """).param("s", about).query(String.class).list();
    }

    @Test
    void aRefusalEndsItAndOnlyTheOtherWaysAreTold() {
        var matter = cast.offered("NEIGHBOUR");
        cast.take(matter, cast.step(Deed.CONSENTED).by(cast.party(matter, 0)));
        cast.take(matter, cast.step(Deed.REFUSED).by(cast.party(matter, 1)).saying("要去法院"));
        assertThat(cast.state(matter)).isEqualTo(State.REFUSED);
        assertThat(ends()).containsExactly(MediationEnded.End.REFUSED);
        for (var deed : Deed.values()) {
            if (deed != Deed.REMEDIES_TOLD && deed != Deed.ARCHIVED) {
                refused(
                        "mediation-not-now",
                        () -> cast.take(
                                matter,
                                cast.step(deed).by(cast.party(matter, 0)).saying("x")));
            }
        }
        refused("mediation-remedies-first", () -> cast.take(matter, cast.step(Deed.ARCHIVED)));
        cast.take(matter, cast.step(Deed.REMEDIES_TOLD));
        cast.take(matter, cast.step(Deed.ARCHIVED));
        assertThat(cast.state(matter)).isEqualTo(State.ARCHIVED);
    }

    @Test
    void sentTwiceIsTakenOnce() {
        var id = Ids.next();
        var clue = new NoteClue(id, cast.county().code(1), "LAND", Matter.Origin.ASKED, TODAY, "x");
        assertThat(mediations.clue(clue, cast.village())).isEqualTo(mediations.clue(clue, cast.village()));
        assertThat(mediations.list(false, cast.village())).hasSize(1);
        var step = cast.step(Deed.PARTY_NAMED).saying("张某");
        cast.take(id, step);
        cast.take(id, step);
        assertThat(cast.story(id).parties()).hasSize(1);
        refused("mediation-rewritten", () -> cast.take(id, TakeStep.of(step.id(), Deed.OFFERED, TODAY)));
        var agreed = cast.mediating("LAND");
        var agreement = cast.agreement(agreed);
        cast.take(agreed, agreement);
        cast.take(agreed, agreement);
        assertThat(cast.story(agreed).all(Deed.AGREED_IN_WRITING)).hasSize(1);
        assertThat(ends()).containsExactly(MediationEnded.End.AGREED);
    }

    @Test
    void aStepIsTakenBackAndLeavesItsLine() {
        var matter = cast.offered("LAND");
        var parties = cast.parties(matter);
        cast.take(matter, cast.step(Deed.CONSENTED).by(parties.get(0)));
        cast.take(matter, cast.step(Deed.CONSENTED).by(parties.get(1)));
        assertThat(cast.state(matter)).isEqualTo(State.CONSENTED);
        back(matter);
        assertThat(cast.state(matter)).isEqualTo(State.OFFERED);
        assertThat(cast.story(matter).matter().acceptedOn()).isNull();
        assertThat(cast.story(matter).parties().get(1).consent()).isEqualTo(Party.Consent.ASKED);
        assertThat(cast.story(matter).steps()).anyMatch(step -> !step.holds());
        back(matter);
        back(matter);
        assertThat(cast.state(matter)).isEqualTo(State.CLUE);
        back(matter);
        assertThat(cast.story(matter).parties()).hasSize(1);
        assertThat(names(matter)).as("whoever was never a party leaves no name").isEqualTo(1);
        assertThat(leaves(matter)).contains("MEDIATION_TAKEN_BACK");
        var gone = cast.story(matter).steps().stream()
                .filter(s -> !s.holds())
                .findFirst()
                .orElseThrow();
        mediations.takeBack(matter, gone.id(), cast.village());
        var mediating = cast.mediating("LAND");
        cast.take(mediating, cast.step(Deed.FAILED));
        refused("mediation-not-taken-back", () -> back(mediating));
    }

    void back(UUID matter) {
        mediations.takeBack(matter, cast.story(matter).last().id(), cast.village());
    }

    long names(UUID matter) {
        sql.sql("select set_config('mediation.reader', 'house', true)")
                .query(String.class)
                .single();
        return sql.sql("select count(*) from mediation.writing where matter = :matter and part = 'NAME'")
                .param("matter", matter)
                .query(Long.class)
                .single();
    }

    @Test
    void whoAppliesAgreesAndAnybodyMayStop() {
        var matter = cast.clue("DEBT");
        refused(
                "mediation-person",
                () -> cast.take(matter, cast.step(Deed.APPLIED).by(new UUID(1, 1))));
        cast.take(matter, cast.step(Deed.PARTY_NAMED).saying("甲"));
        cast.take(matter, cast.step(Deed.PARTY_NAMED).saying("乙"));
        cast.take(matter, cast.step(Deed.APPLIED).by(cast.party(matter, 0)));
        assertThat(cast.story(matter).parties().getFirst().consent()).isEqualTo(Party.Consent.GIVEN);
        refused(
                "mediation-not-now",
                () -> cast.take(matter, cast.step(Deed.CONSENTED).by(cast.party(matter, 0))));
        cast.take(matter, cast.step(Deed.CONSENTED).by(cast.party(matter, 1)));
        refused("mediation-without-consent", () -> cast.take(matter, cast.step(Deed.BEGUN)));
        cast.take(matter, cast.step(Deed.MEDIATOR_CHOSEN).called(cast.login("secretary")));
        cast.take(matter, cast.step(Deed.BEGUN));
        cast.take(matter, cast.step(Deed.SESSION).saying("谈了两个钟头"));
        cast.take(matter, cast.step(Deed.PREVENTED).saying("请村医看着"));
        cast.take(matter, cast.step(Deed.POLICE_TOLD).saying("报派出所"));
        cast.take(matter, cast.step(Deed.STOPPED).by(cast.party(matter, 1)));
        assertThat(cast.state(matter)).isEqualTo(State.WITHDRAWN);
        assertThat(ends()).containsExactly(MediationEnded.End.WITHDRAWN);
    }

    @Test
    void anOralAgreementMayBeBrokenAndMended() {
        var matter = cast.mediating("FAMILY");
        cast.take(matter, cast.step(Deed.AGREED_ORALLY).saying("赡养").agreeing("每月送粮", "送到家", TODAY));
        assertThat(cast.state(matter)).isEqualTo(State.AGREED_ORAL);
        cast.take(matter, cast.step(Deed.PERFORMING));
        cast.take(matter, cast.step(Deed.BREACHED).saying("没有送"));
        cast.take(matter, cast.step(Deed.PERFORMING));
        cast.take(matter, cast.step(Deed.PERFORMED).saying("补上了"));
        assertThat(cast.state(matter)).isEqualTo(State.PERFORMED);
    }

    @Test
    void whatIsNotWholeIsRefused() {
        var code = cast.county().code(1);
        refused("mediation-desk", () -> clue(cast.county().county(), "LAND", "x", 0, "office-desk"));
        refused("mediation-kind", () -> clue(code, "DRAGONS", "x", 0, "village"));
        refused("mediation-unclear", () -> clue(code, "LAND", " ", 0, "village"));
        refused("mediation-day", () -> clue(code, "LAND", "x", 1, "village"));
        refused("not-here", () -> clue(cast.county().code(2), "LAND", "x", 0, "village"));
        refused("not-yours", () -> clue(code, "LAND", "x", 0, "office"));
        var matter = cast.clue("LAND");
        refused(
                "mediation-person",
                () -> cast.take(matter, cast.step(Deed.PARTY_NAMED).called("H-none")));
        var elsewhere = cast.county().household(2);
        refused(
                "mediation-person",
                () -> cast.take(matter, cast.step(Deed.PARTY_NAMED).called("H" + elsewhere)));
        cast.take(matter, cast.step(Deed.PARTY_NAMED).saying("甲"));
        cast.take(matter, cast.step(Deed.OFFERED));
        refused(
                "mediation-person",
                () -> cast.take(matter, cast.step(Deed.MEDIATOR_CHOSEN).called(cast.login("neighbour"))));
        refused(
                "mediation-person",
                () -> cast.take(matter, cast.step(Deed.MEDIATOR_CHOSEN).called(cast.login("office"))));
    }

    UUID clue(long place, String kind, String words, int days, String who) {
        var caller = who.equals("office-desk")
                ? cast.open(who, lianxin.access.Role.TOWNSHIP, cast.county().county())
                : cast.as(who);
        return mediations.clue(
                new NoteClue(Ids.next(), place, kind, Matter.Origin.ASKED, TODAY.plusDays(days), words), caller);
    }

    @Test
    void anotherRoomHandsOverWhatTheHouseholdAgreedTo() {
        var home = cast.county().household(1);
        var caseId = UUID.randomUUID();
        var referral =
                new Referral(caseId, cast.county().code(1), "NEIGHBOUR", List.of(home), TODAY.minusDays(2), "排水沟");
        var handler =
                cast.open("handler", lianxin.access.Role.HANDLER, cast.county().county());
        refused(
                "mediation-without-consent",
                () -> mediations.referred(
                        new Referral(
                                UUID.randomUUID(),
                                cast.county().code(1),
                                "NEIGHBOUR",
                                List.of(home),
                                TODAY.plusDays(1),
                                "x"),
                        handler));
        var matter = mediations.referred(referral, handler);
        assertThat(mediations.referred(referral, handler)).isEqualTo(matter);
        refused("not-yours", () -> mediations.read(matter, handler));
        var story = cast.story(matter);
        assertThat(story.parties()).singleElement().satisfies(party -> {
            assertThat(party.household()).isEqualTo(home);
            assertThat(party.consent()).as("handed over is not yet agreed").isEqualTo(Party.Consent.ASKED);
        });
        cast.take(matter, cast.step(Deed.REFERRED).saying("请找水利站"));
        assertThat(events.stream(MediationEnded.class)).singleElement().satisfies(ended -> {
            assertThat(ended.referral()).isEqualTo(caseId);
            assertThat(ended.place()).isEqualTo(cast.county().code(1));
            assertThat(ended.end()).isEqualTo(MediationEnded.End.REFERRED);
        });
    }

    @Test
    void deskNumbersRunWithinAYear() {
        var numbers = new ArrayList<Integer>();
        for (var n = 0; n < 3; n++) {
            numbers.add(cast.story(cast.clue("OTHER")).matter().number());
        }
        assertThat(numbers).containsExactly(1, 2, 3);
    }
}
