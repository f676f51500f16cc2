package lianxin.deeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.card.Cards;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.scope.Standing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A deed from its promise to half a year after, and every way in which whoever promised might confirm it himself. */
@SpringBootTest
@Transactional
class DeedsTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Cards cards;

    @Autowired
    Deeds deeds;

    @Autowired
    Voices voices;

    @Autowired
    DeedClock clock;

    @Autowired
    Standing standing;

    Cast cast;
    List<String> villagers;
    UUID home;
    String elsewhere;
    Caller village;
    Caller unit;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        cast.village(2);
        var homes = new UUID[6];
        for (var n = 0; n < homes.length; n++) {
            homes[n] = cast.household(1);
        }
        home = homes[0];
        var other = cast.household(2);
        var li = cast.cadre();
        pairings.adopt(
                new Pairings.Adoption(
                        null,
                        TODAY.minusDays(100),
                        Reason.PLAN_ADOPTED,
                        List.of(cast.plan(1, li, homes), cast.plan(2, li, other))),
                cast.office());
        villagers = new ArrayList<>();
        for (var each : homes) {
            villagers.add(cards.print(each, cast.office()).card().code());
        }
        elsewhere = cards.print(other, cast.office()).card().code();
        village = caller(Role.VILLAGE_COMMITTEE, place().ground(), null);
        unit = caller(Role.UNIT, cast.ground(), cast.bureau());
    }

    DivisionCode place() {
        return new DivisionCode(cast.code(1));
    }

    Caller caller(Role role, Ground ground, @Nullable UUID unit) {
        var login = role.name().toLowerCase().replace('_', '-')
                + Long.toString(Ids.next().getLeastSignificantBits() & 0xffff_ffffL, 36);
        return new Caller(accounts.open(login, "x", login, role, ground, unit, null), login, role, ground, unit, null);
    }

    PromiseDeed wish() {
        return new PromiseDeed(Ids.next(), place(), "修通村东头的路", "铺水泥，宽四米", TODAY.plusDays(30), 80_000L, "县交通补助");
    }

    Deed promised() {
        return deeds.promise(wish(), village);
    }

    Deed say(Deed deed, Stage stage) {
        return deeds.say(deed.id(), deed.version(), stage, stage == Stage.PROMISED ? "" : "都铺好了", village);
    }

    Deed again(Deed deed) {
        return deeds.require(deed.id(), village);
    }

    /** Answers of the first so many villagers, so many of them yes; then the asking is over. */
    Deed answered(Deed deed, int answers, int yes) {
        for (var n = 0; n < answers; n++) {
            voices.answer(villagers.get(n), deed.id(), n < yes);
        }
        standing.houseDoes(() -> clock.strike(TODAY.plusDays(31)));
        return again(deed);
    }

    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    /** The name of the rule that statement breaks; null when it breaks none. The transaction goes on. */
    @Nullable
    String broken(String statement) {
        sql.sql("savepoint tried").update();
        try {
            sql.sql(statement).update();
            return null;
        } catch (DataAccessException e) {
            sql.sql("rollback to tried").update();
            return e.getMostSpecificCause() instanceof PSQLException cause
                            && cause.getServerErrorMessage() != null
                            && cause.getServerErrorMessage().getConstraint() != null
                    ? cause.getServerErrorMessage().getConstraint()
                    : e.toString();
        }
    }

    @Test
    void theDatabaseKeepsTheSameEdges() {
        var ours = new ArrayList<String>();
        for (var from : Stage.values()) {
            Life.after(from).forEach(to -> ours.add(from + " " + to));
        }
        assertThat(sql.sql("select before || ' ' || after from deeds.edge")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    void everyEdgeHoldsInTheDatabaseAndEveryOtherIsRefused() {
        var id = promised().id();
        for (var from : Stage.values()) {
            sql.sql("savepoint promised").update();
            var at = Stage.PROMISED;
            for (var next : way(from)) {
                assertThat(move(id, at, next)).as("on the way to %s", from).isNull();
                at = next;
            }
            for (var to : Stage.values()) {
                if (from != to) {
                    sql.sql("savepoint there").update();
                    assertThat(move(id, from, to))
                            .as("%s to %s", from, to)
                            .isEqualTo(Life.after(from).contains(to) ? null : "a_deed_keeps_to_its_edges");
                    sql.sql("rollback to there").update();
                }
            }
            sql.sql("rollback to promised").update();
        }
    }

    /** The move as the house would make it, with the one answer it needs to be confirmed. */
    @Nullable
    String move(UUID id, Stage from, Stage to) {
        if (EnumSet.of(Stage.CONFIRMED, Stage.KEPT).contains(to)
                && Life.after(from).contains(to)) {
            sql.sql(
                            "insert into deeds.answer (deed, round, household, place, said, at) select id, round, :home, lo, 'YES', now() from deeds.deed where id = :id")
                    .param("home", home)
                    .param("id", id)
                    .update();
        }
        var asks = EnumSet.of(Stage.DONE, Stage.USE_ASKED, Stage.PUT_RIGHT).contains(to);
        return broken("update deeds.deed set stage = '" + to + "', moved_by = '" + Caller.THE_HOUSE + "', ask_until = "
                + (asks ? "current_date, round = round + 1, yes = 0, no = 0" : "null") + " where id = '" + id + "'");
    }

    /** The stages on the shortest way there. */
    static List<Stage> way(Stage there) {
        var ways = new ArrayDeque<List<Stage>>(List.of(List.of(Stage.PROMISED)));
        while (true) {
            var way = ways.remove();
            if (way.getLast() == there) {
                return way.subList(1, way.size());
            }
            Life.after(way.getLast()).stream()
                    .filter(next -> !way.contains(next))
                    .forEach(next -> {
                        var longer = new ArrayList<>(way);
                        longer.add(next);
                        ways.add(longer);
                    });
        }
    }

    @Test
    void theDatabaseItselfLetsNobodyConfirmForTheHouseholds() {
        var deed = say(promised(), Stage.DONE);
        var by = "where id = '" + deed.id() + "'";
        assertThat(broken("update deeds.deed set yes = 6 " + by)).isEqualTo("only_an_answer_is_counted");
        assertThat(broken("update deeds.deed set stage = 'CONFIRMED', ask_until = null, moved_by = '" + Caller.THE_HOUSE
                        + "' " + by))
                .isEqualTo("nothing_is_confirmed_by_silence");
        assertThat(broken("update deeds.deed set title = '修了一半' " + by))
                .isEqualTo("what_was_promised_is_never_rewritten");
        assertThat(broken("update deeds.deed set stage = 'UNANSWERED' " + by))
                .as("asked until when?")
                .isNotNull();
        assertThat(broken(
                        "insert into deeds.deed (id, lo, hi, promiser, title, promised_on, due_on, promised_by, stage, stage_since, moved_by, yes) "
                                + "select gen_random_uuid(), lo, hi, promiser, title, promised_on, due_on, promised_by, 'KEPT', now(), moved_by, 9 from deeds.deed "
                                + by))
                .isEqualTo("a_deed_begins_as_a_promise");
        assertThat(broken(
                        "insert into deeds.step (id, deed, stage, asked, yes, no, by_whom, at) select gen_random_uuid(), id, 'DROPPED', 0, 0, 0, moved_by, now() from deeds.deed "
                                + by))
                .isEqualTo("whoever_drops_a_promise_says_why");
        var answer =
                "insert into deeds.answer (deed, round, household, place, said, at) select d.id, %s, h.id, %s, 'YES', now() from deeds.deed d, registry.household h where d.id = '"
                        + deed.id() + "' and h.place = %s";
        assertThat(broken(answer.formatted("d.round", "h.place", cast.code(2))))
                .isEqualTo("only_households_of_the_place_answer");
        assertThat(broken(answer.formatted("d.round", "d.lo", cast.code(2))))
                .as("as if it lived there")
                .isEqualTo("only_households_of_the_place_answer");
        assertThat(broken(answer.formatted("d.round + 1", "h.place", cast.code(1))))
                .isEqualTo("an_answer_needs_a_question");
        assertThat(broken(answer.formatted("d.round", "h.place", cast.code(1)))).isNull();
        assertThat(broken(answer.formatted("d.round", "h.place", cast.code(1)))).isEqualTo("a_household_answers_once");
        assertThat(broken("update deeds.deed set stage = 'PROMISED', ask_until = null " + by))
                .isEqualTo("what_was_answered_is_not_taken_back");
        assertThat(broken("update deeds.deed set stage = 'CONFIRMED', ask_until = null, moved_by = '" + village.id()
                        + "' " + by))
                .isEqualTo("only_households_say_that_it_is_so");
        assertThat(again(deed).yes()).isEqualTo(6);
    }

    @Test
    void fromThePromiseToHalfAYearAfter() {
        var deed = promised();
        assertThat(deed.promiser()).isEqualTo(Promiser.VILLAGE);
        refused("deed-not-asked", () -> voices.answer(villagers.getFirst(), deed.id(), true));
        var done = say(deed, Stage.DONE);
        assertThat(done.asked()).isEqualTo(6);
        assertThat(done.needed()).isEqualTo(5);
        var confirmed = answered(done, 6, 4);
        assertThat(confirmed.stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(confirmed.yes()).isEqualTo(4);
        assertThat(confirmed.no()).isEqualTo(2);
        refused("deed-not-asked", () -> voices.answer(villagers.getFirst(), deed.id(), true));
        standing.houseDoes(() -> clock.strike(TODAY.plusMonths(6)));
        var asked = again(deed);
        assertThat(asked.stage()).isEqualTo(Stage.USE_ASKED);
        assertThat(asked.yes() + asked.no()).as("a new question").isZero();
        voices.answer(villagers.getFirst(), deed.id(), false);
        standing.houseDoes(() -> clock.strike(TODAY.plusMonths(6).plusDays(31)));
        assertThat(again(deed).stage()).as("one of five").isEqualTo(Stage.USE_UNANSWERED);
        for (var n = 1; n < 5; n++) {
            voices.answer(villagers.get(n), deed.id(), false);
        }
        standing.houseDoes(() -> clock.strike(TODAY.plusMonths(6).plusDays(32)));
        assertThat(again(deed).stage()).as("late answers").isEqualTo(Stage.OUT_OF_USE);
        assertThat(deeds.say(deed.id(), again(deed).version(), Stage.PUT_RIGHT, "补了坑", village)
                        .stage())
                .isEqualTo(Stage.PUT_RIGHT);
        villagers.forEach(each -> voices.answer(each, deed.id(), true));
        standing.houseDoes(() -> clock.strike(TODAY.plusDays(31)));
        assertThat(again(deed).stage()).isEqualTo(Stage.KEPT);
        assertThat(deeds.history(deed))
                .extracting(Step::stage)
                .containsExactly(
                        Stage.PROMISED,
                        Stage.DONE,
                        Stage.CONFIRMED,
                        Stage.USE_ASKED,
                        Stage.USE_UNANSWERED,
                        Stage.OUT_OF_USE,
                        Stage.PUT_RIGHT,
                        Stage.KEPT);
        var figures = deeds.figures(place(), village);
        assertThat(figures.promised()).isEqualTo(1);
        assertThat(figures.confirmed()).isEqualTo(1);
        assertThat(figures.kept()).isEqualTo(1);
        assertThat(figures.costConfirmed()).isEqualTo(80_000);
    }

    @Test
    void whatIsNotSoIsDoneAgainOrDroppedWithAReason() {
        var disputed = answered(say(promised(), Stage.DONE), 5, 1);
        assertThat(disputed.stage()).isEqualTo(Stage.DISPUTED);
        refused("deed-unclear", () -> deeds.say(disputed.id(), disputed.version(), Stage.DROPPED, " ", village));
        var redone = say(disputed, Stage.DONE);
        assertThat(redone.round()).isEqualTo(2);
        voices.answer(villagers.getFirst(), redone.id(), true); // the same household, another question
        assertThat(again(redone).yes()).isEqualTo(1);
        var dropped = deeds.say(promised().id(), 1, Stage.DROPPED, "资金没有批下来", village);
        assertThat(dropped.stage()).isEqualTo(Stage.DROPPED);
        assertThat(deeds.history(dropped).getLast().words()).isEqualTo("资金没有批下来");
    }

    @Test
    void silenceIsAStateOfItsOwn() {
        var silent = answered(say(promised(), Stage.DONE), 4, 4);
        assertThat(silent.stage()).isEqualTo(Stage.UNANSWERED);
        assertThat(deeds.figures(place(), village).confirmed()).isZero();
        assertThat(deeds.figures(place(), village).unanswered()).isEqualTo(1);
        assertThat(standing.<Integer, RuntimeException>house(() -> clock.strike(TODAY.plusDays(31))))
                .as("struck twice")
                .isZero();
        voices.answer(villagers.get(4), silent.id(), true);
        standing.houseDoes(() -> clock.strike(TODAY.plusDays(32)));
        assertThat(again(silent).stage()).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void doneIsTakenBackWhileNobodyHasAnswered() {
        var back = say(say(promised(), Stage.DONE), Stage.PROMISED);
        assertThat(back.stage()).isEqualTo(Stage.PROMISED);
        var done = say(back, Stage.DONE);
        voices.answer(villagers.getFirst(), done.id(), false);
        refused("deed-not-from-here", () -> say(again(done), Stage.PROMISED));
    }

    @Test
    void whoeverPromisedCannotConfirmAndNobodyElseSpeaksForHim() {
        var done = say(promised(), Stage.DONE);
        for (var stage : EnumSet.complementOf(EnumSet.of(Stage.PROMISED))) {
            refused("deed-not-from-here", () -> deeds.say(done.id(), done.version(), stage, "是的", village));
        }
        for (var stranger : List.of(
                caller(Role.OFFICE, cast.ground(), null),
                caller(Role.TOWNSHIP, cast.ground(), null),
                caller(Role.FIRST_SECRETARY, place().ground(), null),
                unit)) {
            refused("not-your-promise", () -> deeds.say(done.id(), done.version(), Stage.PROMISED, "", stranger));
        }
        refused(
                "not-yours",
                () -> deeds.say(
                        done.id(), done.version(), Stage.PROMISED, "", caller(Role.SUPERVISOR, cast.ground(), null)));
        refused("not-yours", () -> deeds.promise(wish(), caller(Role.HANDLER, cast.ground(), cast.bureau())));
        refused("deed-moved", () -> deeds.say(done.id(), done.version() - 1, Stage.PROMISED, "", village));
        refused(
                "no-such-deed",
                () -> deeds.require(
                        done.id(), caller(Role.OFFICE, new Ground(100_000_000_000L, 100_000_000_001L), null)));
    }

    @Test
    void aHouseholdAnswersOnceAndOnlyOfItsOwnPlace() {
        var done = say(promised(), Stage.DONE);
        voices.answer(villagers.getFirst(), done.id(), true);
        refused("deed-answered-once", () -> voices.answer(villagers.getFirst(), done.id(), false));
        refused("no-such-deed", () -> voices.answer(elsewhere, done.id(), true));
        refused("no-such-card", () -> voices.answer("0".repeat(20), done.id(), true));
        assertThat(again(done).answered()).isEqualTo(1);
        assertThat(voices.of(villagers.getFirst()).getFirst().answered()).isTrue();
        assertThat(voices.of(villagers.get(1)).getFirst().answered()).isFalse();
        assertThat(voices.of(elsewhere)).isEmpty();
    }

    @Test
    void aUnitPromisesUnderItsNameAndAnotherPromiseUnderThatIdIsNotIts() {
        var wish = wish();
        var theirs = deeds.promise(wish, unit);
        assertThat(theirs.unitName()).isEqualTo("县农业局");
        assertThat(deeds.promise(wish, unit)).as("sent twice").isEqualTo(theirs);
        refused("not-your-promise", () -> deeds.promise(wish, village));
        assertThat(deeds.say(theirs.id(), 1, Stage.DONE, "好了", unit).asked())
                .as("all households, not those of its own cadres")
                .isEqualTo(6);
    }
}
