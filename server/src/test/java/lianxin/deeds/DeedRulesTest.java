package lianxin.deeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be promised, whose promise it is, and what answers come to. */
class DeedRulesTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final DivisionCode VILLAGE = new DivisionCode(370_827_100_201L);
    static final Pace PACE = new Pace(30, 5, 10, 50, 6, "x");
    static final UUID UNIT = new UUID(0, 7);

    static Deed deed(Stage stage, int asked, int yes, int no, @Nullable LocalDate until, @Nullable LocalDate useOn) {
        return new Deed(
                new UUID(0, 1),
                VILLAGE.ground(),
                Promiser.VILLAGE,
                null,
                "",
                "修路",
                "",
                TODAY,
                TODAY,
                null,
                "",
                new UUID(0, 2),
                stage,
                Instant.EPOCH,
                1,
                asked,
                DeedRules.needed(asked, PACE),
                50,
                yes,
                no,
                until,
                useOn,
                1);
    }

    static Caller caller(Role role, Ground ground, @Nullable UUID unit) {
        return new Caller(new UUID(0, 3), "x", role, ground, unit, null);
    }

    static PromiseDeed wish(String title, String words, LocalDate due, @Nullable Long cost, String fund) {
        return new PromiseDeed(new UUID(0, 1), VILLAGE, title, words, due, cost, fund);
    }

    static void unclear(PromiseDeed wish) {
        assertThatThrownBy(() -> DeedRules.sound(wish, TODAY))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(DeedRefusal.UNCLEAR));
    }

    @Test
    void confirmedIsReachedOnlyThroughAQuestion() {
        for (var stage : Stage.values()) {
            for (var next : Life.after(stage)) {
                if (EnumSet.of(Stage.CONFIRMED, Stage.DISPUTED, Stage.KEPT, Stage.OUT_OF_USE)
                        .contains(next)) {
                    assertThat(stage.asking()).as("%s to %s", stage, next).isTrue();
                }
            }
            assertThat(stage == Stage.PROMISED
                            || Stream.of(Stage.values())
                                    .anyMatch(from -> Life.after(from).contains(stage)))
                    .as("%s is reached", stage)
                    .isTrue();
        }
    }

    @Test
    void whoeverPromisedSaysNothingForTheHouseholds() {
        for (var stage : Stage.values()) {
            assertThat(Life.his(deed(stage, 20, 0, 0, null, null)))
                    .as("from %s", stage)
                    .isSubsetOf(EnumSet.of(Stage.DONE, Stage.PROMISED, Stage.DROPPED, Stage.PUT_RIGHT));
        }
        assertThat(Life.his(deed(Stage.DONE, 20, 0, 0, TODAY, null))).containsExactly(Stage.PROMISED);
        assertThat(Life.his(deed(Stage.DONE, 20, 0, 1, TODAY, null))).isEmpty();
    }

    @Test
    void onlyThePostThatPromisedSpeaksOfIt() {
        var villages = deed(Stage.PROMISED, 0, 0, 0, null, null);
        assertThat(DeedRules.his(villages, caller(Role.VILLAGE_COMMITTEE, VILLAGE.ground(), null)))
                .isTrue();
        assertThat(DeedRules.his(villages, caller(Role.TOWNSHIP, new DivisionCode(370_827_100_000L).ground(), null)))
                .isFalse();
        assertThat(DeedRules.his(villages, caller(Role.OFFICE, new DivisionCode(370_827_000_000L).ground(), null)))
                .isFalse();
        assertThat(DeedRules.his(
                        villages, caller(Role.VILLAGE_COMMITTEE, new DivisionCode(370_827_100_202L).ground(), null)))
                .as("the next village")
                .isFalse();
    }

    @Test
    void whoeverMayPromiseHasANameToPromiseUnder() {
        for (var role : Role.values()) {
            assertThat(Promiser.of(caller(role, VILLAGE.ground(), UNIT)).isPresent())
                    .as("%s", role)
                    .isEqualTo(role.holds(Right.DEED_PROMISE));
        }
    }

    @Test
    void howManyMustAnswer() {
        assertThat(DeedRules.needed(0, PACE)).isEqualTo(1);
        assertThat(DeedRules.needed(3, PACE)).as("never more than there are").isEqualTo(3);
        assertThat(DeedRules.needed(40, PACE)).isEqualTo(5);
        assertThat(DeedRules.needed(201, PACE)).as("a tenth, rounded up").isEqualTo(21);
    }

    @Test
    void whatAnswersComeTo() {
        assertThat(DeedRules.verdict(deed(Stage.DONE, 40, 4, 0, TODAY, null))).isEqualTo(Stage.UNANSWERED);
        assertThat(DeedRules.verdict(deed(Stage.DONE, 40, 3, 2, TODAY, null))).isEqualTo(Stage.CONFIRMED);
        assertThat(DeedRules.verdict(deed(Stage.DONE, 40, 3, 3, TODAY, null)))
                .as("half is not more than half")
                .isEqualTo(Stage.DISPUTED);
        assertThat(DeedRules.verdict(deed(Stage.USE_ASKED, 40, 0, 0, TODAY, null)))
                .isEqualTo(Stage.USE_UNANSWERED);
        assertThat(DeedRules.verdict(deed(Stage.PUT_RIGHT, 40, 5, 1, TODAY, null)))
                .isEqualTo(Stage.KEPT);
        assertThat(DeedRules.verdict(deed(Stage.USE_ASKED, 40, 1, 5, TODAY, null)))
                .isEqualTo(Stage.OUT_OF_USE);
        assertThat(DeedRules.verdict(deed(Stage.DONE, 0, 0, 0, TODAY, null)))
                .as("where nobody lives")
                .isEqualTo(Stage.UNANSWERED);
    }

    @Test
    void whereTimeTakesIt() {
        assertThat(DeedRules.next(deed(Stage.DONE, 40, 9, 0, TODAY, TODAY), TODAY))
                .as("the last day is a day")
                .isNull();
        assertThat(DeedRules.next(deed(Stage.DONE, 40, 9, 0, TODAY.minusDays(1), TODAY), TODAY))
                .isEqualTo(Stage.CONFIRMED);
        assertThat(DeedRules.next(deed(Stage.UNANSWERED, 40, 4, 0, null, TODAY.plusDays(1)), TODAY))
                .isNull();
        assertThat(DeedRules.next(deed(Stage.UNANSWERED, 40, 0, 5, null, TODAY), TODAY))
                .as("late answers count")
                .isEqualTo(Stage.DISPUTED);
        assertThat(DeedRules.next(deed(Stage.UNANSWERED, 40, 4, 0, null, TODAY), TODAY))
                .isEqualTo(Stage.USE_ASKED);
        assertThat(DeedRules.next(deed(Stage.CONFIRMED, 40, 9, 0, null, TODAY.plusDays(1)), TODAY))
                .isNull();
        assertThat(DeedRules.next(deed(Stage.CONFIRMED, 40, 9, 0, null, TODAY), TODAY))
                .isEqualTo(Stage.USE_ASKED);
        for (var stage : List.of(Stage.PROMISED, Stage.DISPUTED, Stage.KEPT, Stage.OUT_OF_USE, Stage.DROPPED)) {
            assertThat(DeedRules.next(deed(stage, 40, 9, 0, null, TODAY), TODAY))
                    .as("%s", stage)
                    .isNull();
        }
    }

    @Test
    void whatHangsInPublicBearsNoNumberOfAPerson() {
        for (var leak : List.of("找老张13805371234", "身份证370827196001011234", "东街12号门前")) {
            assertThatThrownBy(() -> DeedRules.sound(wish(leak, "", TODAY, null, ""), TODAY))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.kind().code()).isEqualTo("not-for-a-board"));
            assertThatThrownBy(() -> DeedRules.sound(wish("修路", leak, TODAY, null, ""), TODAY))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> DeedRules.sound(wish("修路", "", TODAY, null, leak), TODAY))
                    .isInstanceOf(Refusal.class);
        }
        unclear(wish(" \u0000 ", "", TODAY, null, ""));
        unclear(wish("路".repeat(61), "", TODAY, null, ""));
        unclear(wish("修路", "", TODAY.minusDays(1), null, ""));
        unclear(wish("修路", "", TODAY.plusYears(6), null, ""));
        unclear(wish("修路", "", TODAY, 10L, ""));
        unclear(wish("修路", "", TODAY, -1L, "县财政"));
        assertThat(DeedRules.sound(wish(" 修路 ", "", TODAY, 80_000L, "县财政"), TODAY)
                        .title())
                .isEqualTo("修路");
    }
}
