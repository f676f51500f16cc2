package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A township’s cases on one screen: what stands where, in which order, and that nothing is put together or ranked. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class BoardsTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Divisions divisions;

    @Autowired
    Cases cases;

    @Autowired
    Triage triage;

    @Autowired
    Handling handling;

    @Autowired
    Answers answers;

    @Autowired
    Filters filters;

    @Autowired
    Boards boards;

    Cast cast;
    UUID home;
    DivisionCode code;
    Caller township;
    Caller handler;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(2);
        cast.village(1);
        home = cast.household(1);
        code = new DivisionCode(cast.county() + 100_000);
        township = caller(Role.TOWNSHIP, code.ground(), null);
        handler = caller(Role.HANDLER, cast.ground(), cast.bureau());
    }

    Caller caller(Role role, Ground ground, @Nullable UUID unit) {
        var login = "t-" + role.name().toLowerCase().replace('_', '-');
        return new Caller(accounts.open(login, "x", login, role, ground, unit, null), login, role, ground, unit, null);
    }

    Case open(UUID household) {
        return cases.open(household, Kind.SERVICE, "ROAD", "门前的路下雨就积水", township);
    }

    Case again(Case one) {
        return cases.require(one.id(), township);
    }

    Case given(UUID household) {
        var one = open(household);
        return triage.assign(
                one.id(), one.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township);
    }

    Case replied(UUID household) {
        var one = handling.accept(given(household).id(), 2, handler);
        return handling.reply(one.id(), one.version(), Outcome.SOLVED, "垫高了", null, handler);
    }

    void answered(UUID household, Voice voice) {
        var one = replied(household);
        answers.say(one, voice, voice == Voice.UNANSWERED ? Way.CLOCK : Way.CARD, "", null, Caller.NOBODY);
    }

    void late(Case one, int days) {
        sql.sql("update cases.issue set due_on = :on, yellow_on = :on, red_on = :red where id = :id")
                .param("on", TODAY.minusDays(days))
                .param("red", TODAY.minusDays(days - 1))
                .param("id", one.id())
                .update();
    }

    Board board() {
        return boards.of(boards.township(code, TODAY, township), TODAY, township);
    }

    Board.Column column(Board board, String name) {
        return board.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCaseStandsWhereSomebodyHasToDoSomething() {
        open(home);
        given(home);
        handling.accept(given(home).id(), 2, handler);
        replied(home);
        answered(home, Voice.CONFIRMED);
        answered(home, Voice.DISPUTED);
        answered(home, Voice.UNANSWERED);
        var board = board();
        assertThat(board.columns())
                .extracting(Board.Column::name)
                .containsExactly("SORT", "TAKE", "WORK", "ASKED", "DISPUTED", "SILENT", "LATE");
        for (var column : board.columns()) {
            assertThat(column.cases())
                    .as("%s is the list its link makes", column.name())
                    .isEqualTo(filters.find(column.all(), township).cases().size());
        }
        assertThat(column(board, "SORT").cases()).isEqualTo(1);
        assertThat(column(board, "TAKE").cases()).isEqualTo(1);
        assertThat(column(board, "ASKED").cases()).isEqualTo(1);
        assertThat(column(board, "SILENT").cases()).isEqualTo(1);
        var said = board.handled();
        assertThat(List.of(said.handled(), said.confirmed(), said.unanswered(), said.asked()))
                .as("what is said stands apart")
                .containsExactly(4, 1, 1, 1);
        assertThat(said.disputed()).isEqualTo(1);
        assertThat(said.confirmedShare()).isEqualTo(Interval.of(1, 3));
        assertThat(board.called().called()).isZero();
    }

    @Test
    void theMostUrgentComeFirstAndTheRestIsAList() {
        var some = IntStream.range(0, 8).mapToObj(_ -> open(home)).toList();
        for (var i = 0; i < 3; i++) {
            late(some.get(i), i + 2);
        }
        var board = board();
        assertThat(board.open()).isEqualTo(8);
        assertThat(board.late()).isEqualTo(3);
        var sort = column(board, "SORT");
        assertThat(sort.first().subList(0, 3))
                .extracting(line -> line.one().id())
                .containsExactly(some.get(2).id(), some.get(1).id(), some.get(0).id());
        assertThat(sort.first()).hasSize(5);
        assertThat(sort.more()).isEqualTo(3);
        assertThat(column(board, "LATE").first())
                .extracting(line -> line.one().id())
                .containsExactly(some.get(2).id(), some.get(1).id(), some.get(0).id());
        assertThat(filters.find(sort.all(), township).cases()).hasSize(8);
        sql.sql("update cases.issue set paused_on = null, red_on = :day where id = :id")
                .param("day", TODAY.plusDays(1))
                .param("id", some.get(0).id())
                .update();
        assertThat(board().late()).as("its last day is not over").isEqualTo(2);
    }

    @Test
    void villagesStandByCodeAndDesksByName() {
        late(open(cast.household(2)), 3);
        open(cast.household(2));
        given(home);
        var board = board();
        assertThat(board.villages())
                .extracting(Board.Village::name)
                .as("the one with more does not come first")
                .containsExactly("村201", "村202");
        assertThat(board.villages().get(1).open()).isEqualTo(2);
        assertThat(board.villages().get(1).late()).isEqualTo(1);
        for (var village : board.villages()) {
            assertThat(filters.find(village.all(), township).cases()).hasSize(village.open());
            assertThat(filters.find(village.overdue(), township).cases()).hasSize(village.late());
        }
        assertThat(board.load()).extracting(Load::desk).isSorted().hasSize(2);
    }

    @Test
    void whoSeesItAndWhat() {
        open(home);
        var stranger = Cast.on(sql);
        stranger.village(1);
        refused("not-here", () -> boards.township(new DivisionCode(stranger.county() + 100_000), TODAY, township));
        refused(
                "no-case-board",
                () -> boards.township(
                        new DivisionCode(cast.county()), TODAY, caller(Role.OFFICE, cast.ground(), null)));
        refused("no-case-board", () -> boards.township(new DivisionCode(cast.code(1)), TODAY, township));
        caller(Role.SUPERVISOR, cast.ground(), null);
        caller(Role.VILLAGE_COMMITTEE, new DivisionCode(cast.code(1)).ground(), null);
        assertThat(page("t-township", "/cases/township/" + code))
                .startsWith("200")
                .contains("1 件办理中", "门前的路下雨就积水", "/cases?where=" + code + "&amp;turn=SORT");
        assertThat(page("t-township", "/cases")).contains("/cases/township/" + code);
        assertThat(page("t-office", "/cases/figures?place=" + cast.county())).contains("/cases/township/" + code);
        assertThat(page("t-office", "/cases/township/" + code)).startsWith("200");
        assertThat(page("t-supervisor", "/cases/township/" + code))
                .startsWith("200")
                .doesNotContain("门前的路下雨就积水");
        assertThat(page("t-handler", "/cases/township/" + code)).startsWith("403");
        assertThat(page("t-village-committee", "/cases/township/" + code)).startsWith("404");
        assertThat(page("t-office", "/cases/township/" + cast.county())).startsWith("404");
    }

    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    String page(String login, String path) {
        var answer = http.get()
                .uri(path)
                .header("Accept", "text/html")
                .with(user(login))
                .exchange()
                .getResponse();
        return answer.getStatus() + " " + new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
