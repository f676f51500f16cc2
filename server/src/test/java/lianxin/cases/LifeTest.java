package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.Stream;
import lianxin.region.Level;
import org.junit.jupiter.api.Test;

/** What a case may become, whom it lies with, and how sure one can be of few answers. */
class LifeTest {

    @Test
    void whatIsOverIsOverAndNothingIsConfirmedWithoutAReply() {
        assertThat(Life.after(Stage.HANDED_OVER)).isEmpty();
        assertThat(Life.after(Stage.WITHDRAWN)).isEmpty();
        for (var stage : Stage.values()) {
            if (Life.leads(stage, Stage.CONFIRMED)) {
                assertThat(stage.asking()).as("%s leads to confirmed", stage).isTrue();
            }
        }
    }

    @Test
    void handledIsNeverConfirmed() {
        assertThat(Life.leads(Stage.HANDLING, Stage.CONFIRMED)).isFalse();
        assertThat(Life.leads(Stage.HANDLING, Stage.CLOSED)).isFalse();
        assertThat(Life.leads(Stage.REPLIED, Stage.CLOSED)).isFalse();
    }

    @Test
    void everyStageButTheFirstIsReached() {
        for (var stage : Stage.values()) {
            assertThat(stage == Stage.NEW || Stream.of(Stage.values()).anyMatch(from -> Life.leads(from, stage)))
                    .as("%s", stage)
                    .isTrue();
        }
    }

    @Test
    void theDeskAboveAUnitIsItsOwnLevels() {
        assertThat(new Desk(Level.COUNTY, new java.util.UUID(0, 7)).above()).isEqualTo(Desk.COUNTY);
        assertThat(Desk.TOWNSHIP.above()).isEqualTo(Desk.COUNTY);
        assertThat(new Desk(Level.VILLAGE, null).above()).isEqualTo(Desk.TOWNSHIP);
        assertThat(Desk.COUNTY.above()).isEqualTo(new Desk(Level.CITY, null));
    }

    @Test
    void aCardIsYellowTheWorkingDayBeforeAndRedTheFirstAfter() {
        // due on Friday 9 October 2026, after the holidays: the working day before is the Thursday, the first after the
        // make-up Saturday
        var due = new Due(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 10));
        assertThat(Due.card(due, false, LocalDate.of(2026, 10, 7))).isNull();
        assertThat(Due.card(due, false, LocalDate.of(2026, 10, 8))).isEqualTo(Due.Card.YELLOW);
        assertThat(Due.card(due, false, LocalDate.of(2026, 10, 9))).isEqualTo(Due.Card.YELLOW);
        assertThat(Due.card(due, false, LocalDate.of(2026, 10, 10))).isEqualTo(Due.Card.RED);
        assertThat(Due.card(due, true, LocalDate.of(2026, 10, 10))).isNull();
    }

    @Test
    void fewAnswersSayLittle() {
        // Wilson’s interval, values of Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29
        assertThat(Interval.of(81, 263).low()).isCloseTo(0.2553, within(0.0001));
        assertThat(Interval.of(81, 263).high()).isCloseTo(0.3662, within(0.0001));
        assertThat(Interval.of(15, 148).low()).isCloseTo(0.0624, within(0.0001));
        assertThat(Interval.of(15, 148).high()).isCloseTo(0.1605, within(0.0001));
        assertThat(Interval.of(0, 20).high()).isCloseTo(0.1611, within(0.0001));
        assertThat(Interval.of(1, 29).low()).isCloseTo(0.0061, within(0.0001));
        assertThat(Interval.of(1, 29).high()).isCloseTo(0.1718, within(0.0001));
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 0, 0, 1));
    }

    @Test
    void numbersTellNothingOfTheNext() {
        var numbers = Stream.generate(() -> CaseNumbers.next(LocalDate.of(2026, 11, 26)))
                .limit(2_000)
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n.matches("2611-[0-9A-HJKMNP-TV-Z]{6}"));
    }
}
