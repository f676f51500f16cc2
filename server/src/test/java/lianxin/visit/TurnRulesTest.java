package lianxin.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When it is a household’s turn. */
class TurnRulesTest {

    static final UUID HOME = new UUID(0, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    static final List<Lists.QuietTime> QUIET =
            List.of(new Lists.QuietTime("WHEAT", "麦收", "Wheat harvest", "06-01", "06-18"));

    static Turn turn(LocalDate since, LocalDate lastMet, List<Occasion> occasions, Deferral deferral) {
        return TurnRules.turn(HOME, since, 180, 60, lastMet, occasions, deferral, QUIET, TODAY);
    }

    static Occasion occasion(String kind, int dueIn, boolean answered) {
        var happened = TODAY.minusDays(1);
        return new Occasion(
                new UUID(1, dueIn),
                HOME,
                370_827_100_201L,
                kind,
                happened,
                TODAY.plusDays(dueIn),
                TODAY.plusDays(60),
                "VILLAGE",
                null,
                answered);
    }

    @Test
    void aFamilyNobodyHasMetComesFirstOfAll() {
        var turn = turn(TODAY.minusDays(70), null, List.of(), null);
        assertThat(turn.why()).isEqualTo(Turn.Why.NEVER);
        assertThat(turn.on()).isEqualTo(TODAY.minusDays(10));
        assertThat(turn.due(TODAY)).isTrue();
    }

    @Test
    void thenItsRhythmSinceItWasLastMet() {
        var turn = turn(LocalDate.of(2012, 2, 1), TODAY.minusDays(100), List.of(), null);
        assertThat(turn.why()).isEqualTo(Turn.Why.EVERY);
        assertThat(turn.on()).isEqualTo(TODAY.plusDays(80));
        assertThat(turn.due(TODAY)).isFalse();
    }

    @Test
    void aLifeEventCallsBeforeEverythingElseUntilItIsAnswered() {
        var calls = turn(
                LocalDate.of(2012, 2, 1),
                TODAY.minusDays(2),
                List.of(
                        occasion("ILLNESS", 6, false),
                        occasion("BEREAVEMENT", 2, false),
                        occasion("DISASTER", 1, true)),
                new Deferral(HOME, TODAY.plusDays(20), "AWAY", TODAY));
        assertThat(calls.why()).isEqualTo(Turn.Why.OCCASION);
        assertThat(calls.on()).as("the most urgent that is not answered").isEqualTo(TODAY.plusDays(2));
        assertThat(turn(LocalDate.of(2012, 2, 1), TODAY, List.of(occasion("ILLNESS", 6, true)), null)
                        .why())
                .isEqualTo(Turn.Why.EVERY);
    }

    @Test
    void whatWasPutOffComesThenAndAVisitSinceEndsIt() {
        var put = new Deferral(HOME, TODAY.plusDays(14), "HARVEST", TODAY);
        var turn = turn(LocalDate.of(2012, 2, 1), TODAY.minusDays(200), List.of(), put);
        assertThat(turn.why()).isEqualTo(Turn.Why.DEFERRED);
        assertThat(turn.on()).isEqualTo(TODAY.plusDays(14));
        var met = turn(
                LocalDate.of(2012, 2, 1),
                TODAY.minusDays(3),
                List.of(),
                new Deferral(HOME, TODAY.plusDays(400), "AWAY", TODAY.minusDays(5)));
        assertThat(met.why()).as("he was met since it was put off").isEqualTo(Turn.Why.EVERY);
    }

    @Test
    void nobodyIsCalledForInTheHarvestButByALifeEvent() {
        var harvest = LocalDate.of(2026, 6, 5);
        var overdue = TurnRules.turn(
                HOME, LocalDate.of(2012, 2, 1), 180, 60, harvest.minusDays(300), List.of(), null, QUIET, harvest);
        assertThat(overdue.on()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(overdue.quiet()).isEqualTo("WHEAT");
        assertThat(overdue.due(harvest)).isFalse();
        var inIt = turn(LocalDate.of(2012, 2, 1), LocalDate.of(2026, 6, 10).minusDays(180), List.of(), null);
        assertThat(inIt.on()).as("would fall into it").isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(turn(LocalDate.of(2012, 2, 1), TODAY, List.of(occasion("ILLNESS", 25, false)), null)
                        .on())
                .as("illness does not wait for the wheat")
                .isEqualTo(LocalDate.of(2026, 6, 6));
    }
}
