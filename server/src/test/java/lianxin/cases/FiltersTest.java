package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Cases by what one asks for, for each post that asks; and filters somebody keeps. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class FiltersTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Triage triage;

    @Autowired
    Handling handling;

    @Autowired
    Routing routing;

    @Autowired
    Filters filters;

    Cast cast;
    UUID home;
    UUID other;
    Caller township;
    Caller office;
    Caller handler;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        cast.village(2);
        home = cast.household(1);
        other = cast.household(2);
        township = caller(Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null);
        office = caller(Role.OFFICE, cast.ground(), null);
        handler = caller(Role.HANDLER, cast.ground(), cast.bureau());
    }

    Caller caller(Role role, Ground ground, @Nullable UUID unit) {
        var login = "f-" + role.name().toLowerCase().replace('_', '-');
        return new Caller(accounts.open(login, "x", login, role, ground, unit, null), login, role, ground, unit, null);
    }

    Case open(UUID household, Kind kind, String category) {
        return cases.open(household, kind, category, "说的是" + category + Ids.next(), township);
    }

    List<UUID> found(Filter filter, Caller caller) {
        return filters.find(filter, caller).cases().stream().map(Case::id).toList();
    }

    Filter with(
            @Nullable Kind kind,
            @Nullable String category,
            @Nullable DivisionCode place,
            @Nullable Desk desk,
            @Nullable Turn turn) {
        return new Filter(kind, category, place, desk, turn, false, null, null);
    }

    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    @Test
    void everyStageIsExactlyOneTurns() {
        var turns = EnumSet.complementOf(EnumSet.of(Turn.OPEN));
        for (var stage : Stage.values()) {
            assertThat(turns.stream().filter(turn -> turn.stages().contains(stage)))
                    .as(stage.name())
                    .hasSize(1);
        }
        assertThat(Turn.OPEN.stages()).isEqualTo(Stage.WORK);
    }

    @Test
    void eachPartNarrowsAndAllOfThemTogether() {
        var road = open(home, Kind.SERVICE, "ROAD");
        var water = open(home, Kind.SERVICE, "WATER_POWER");
        var idea = open(other, Kind.SUGGESTION, "ROAD");
        var given = open(other, Kind.SERVICE, "ROAD");
        triage.assign(
                given.id(), given.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township);
        var one = new DivisionCode(cast.code(1));
        var bureau = new Desk(Level.COUNTY, cast.bureau());
        assertThat(found(with(Kind.SUGGESTION, null, null, null, null), township))
                .containsExactly(idea.id());
        assertThat(found(with(null, "WATER_POWER", null, null, null), township)).containsExactly(water.id());
        assertThat(found(with(null, null, one, null, null), township)).containsExactlyInAnyOrder(road.id(), water.id());
        assertThat(found(with(null, null, new DivisionCode(cast.county() + 100_000), null, null), office))
                .hasSize(4);
        assertThat(found(with(null, null, null, bureau, null), township)).containsExactly(given.id());
        assertThat(found(with(null, null, null, Desk.TOWNSHIP, null), township)).hasSize(3);
        assertThat(found(with(null, null, null, null, Turn.TAKE), township)).containsExactly(given.id());
        assertThat(found(with(null, null, null, null, Turn.SORT), township)).hasSize(3);
        assertThat(found(with(null, null, null, null, Turn.OPEN), township)).hasSize(4);
        assertThat(found(with(null, null, null, null, Turn.ENDED), township)).isEmpty();
        assertThat(found(with(Kind.SERVICE, "ROAD", one, Desk.TOWNSHIP, Turn.SORT), township))
                .containsExactly(road.id());
        assertThat(found(with(Kind.SUGGESTION, "ROAD", one, null, null), township))
                .isEmpty();
    }

    @Test
    void lateIsWhatIsOverItsTimeAndTheMostUrgentComesFirst() {
        var first = open(home, Kind.SERVICE, "ROAD");
        var second = open(home, Kind.SERVICE, "ROAD");
        var paused = open(home, Kind.SERVICE, "ROAD");
        var asked = open(home, Kind.SERVICE, "ROAD");
        handling.reply(asked.id(), asked.version(), Outcome.SOLVED, "好了", null, township);
        due(first, TODAY.minusDays(2));
        due(second, TODAY.minusDays(5));
        due(paused, TODAY.minusDays(9));
        due(asked, TODAY.minusDays(9));
        sql.sql("update cases.issue set stage = 'ASSIGNED', version = version + 1 where id = :id")
                .param("id", paused.id())
                .update();
        sql.sql("update cases.issue set stage = 'HANDLING', paused_on = :day, version = version + 1 where id = :id")
                .param("day", TODAY)
                .param("id", paused.id())
                .update();
        var late = new Filter(null, null, null, null, null, true, null, null);
        assertThat(found(late, township)).containsExactly(second.id(), first.id());
        assertThat(found(new Filter(null, null, null, null, Turn.WORK, true, null, null), township))
                .isEmpty();
        assertThat(found(new Filter(null, null, null, null, Turn.ASKED, true, null, null), township))
                .as("whoever is waited for is not late")
                .isEmpty();
        assertThat(found(with(null, null, null, null, Turn.ASKED), township)).containsExactly(asked.id());
    }

    void due(Case one, LocalDate on) {
        sql.sql("update cases.issue set due_on = :on, yellow_on = :on, red_on = cast(:on as date) + 1 where id = :id")
                .param("on", on)
                .param("id", one.id())
                .update();
    }

    @Test
    void daysAreTheCountysAndBothBoundsCount() {
        var one = open(home, Kind.SERVICE, "ROAD");
        assertThat(found(new Filter(null, null, null, null, null, false, TODAY, TODAY), township))
                .containsExactly(one.id());
        assertThat(found(new Filter(null, null, null, null, null, false, TODAY.plusDays(1), null), township))
                .isEmpty();
        assertThat(found(new Filter(null, null, null, null, null, false, null, TODAY.minusDays(1)), township))
                .isEmpty();
    }

    @Test
    void nobodySeesMoreByAFilterThanWithout() {
        var one = open(home, Kind.SERVICE, "ROAD");
        var stranger = Cast.on(sql);
        stranger.village(1);
        var elsewhere = with(null, null, new DivisionCode(stranger.code(1)), null, null);
        refused("not-here", () -> filters.find(elsewhere, township));
        refused(
                "not-here",
                () -> filters.find(with(null, null, new DivisionCode(cast.county()), null, null), township));
        var all = with(Kind.SERVICE, null, null, null, null);
        assertThat(found(all, handler)).isEmpty();
        assertThat(found(with(Kind.SERVICE, null, null, Desk.TOWNSHIP, null), handler))
                .as("another desk than his own")
                .isEmpty();
        triage.assign(one.id(), one.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township);
        assertThat(found(all, handler)).containsExactly(one.id());
        assertThat(found(all, caller(Role.SUPERVISOR, stranger.ground(), null))).isEmpty();
        refused("not-yours", () -> filters.find(all, cast.as(Role.UNIT, cast.bureau(), null)));
    }

    @Test
    void moreThanOneLooksAtIsSaid() {
        for (var i = 0; i < Cases.SHOWN + 1; i++) {
            open(home, Kind.SUGGESTION, "ROAD");
        }
        var all = filters.find(with(Kind.SUGGESTION, null, null, null, null), township);
        assertThat(all.more()).isTrue();
        assertThat(all.cases()).hasSize(Cases.SHOWN);
        assertThat(page("f-township", "/cases?kind=SUGGESTION"))
                .startsWith("200")
                .contains("至少 " + Cases.SHOWN + " 件");
    }

    @Test
    void theAddressIsTheFilterAndBack() {
        var all = new Filter(
                Kind.DISPUTE,
                "ROAD",
                new DivisionCode(cast.code(1)),
                new Desk(Level.COUNTY, cast.bureau()),
                Turn.TAKE,
                true,
                TODAY,
                TODAY);
        assertThat(all.href()).doesNotContain(" ");
        var fields = all.fields();
        assertThat(new FilterForm(
                                fields.get("kind"),
                                fields.get("category"),
                                fields.get("where"),
                                fields.get("desk"),
                                fields.get("turn"),
                                fields.get("late"),
                                fields.get("from"),
                                fields.get("to"))
                        .filter())
                .isEqualTo(all);
        assertThat(new FilterForm("", " ", null, "", "", "", "", "").filter()).isEqualTo(Filter.NONE);
        assertThat(Filter.NONE.href()).isEqualTo("/cases");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=X",
                "category=<script>",
                "where=12",
                "desk=MARS",
                "desk=COUNTY:x",
                "turn=x'; drop",
                "from=gestern",
                "to=2026-13-01"
            })
    void whatIsNoFilterIsRefusedAndNotLeftOut(String asked) {
        var parts = asked.split("=", 2);
        var answer = http.get()
                .uri("/cases")
                .param(parts[0], parts[1])
                .header("Accept", "application/json")
                .with(user("f-township"))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("no-case-filter");
    }

    @Test
    void twentyAreKeptEachUnderANameOfItsOwnAndByWhomeverKeepsThem() {
        var road = with(null, "ROAD", null, null, null);
        filters.keep("  路的事\n", road, township);
        assertThat(filters.kept(township)).extracting(Filters.Kept::label).containsExactly("路的事");
        assertThat(filters.kept(office)).isEmpty();
        refused("case-filter-named-so", () -> filters.keep("路的事", road, township));
        refused("case-filter-unnamed", () -> filters.keep("全部", Filter.NONE, township));
        refused("case-filter-unnamed", () -> filters.keep(" \u0000", road, township));
        refused("case-filter-unnamed", () -> filters.keep("长".repeat(31), road, township));
        for (var i = 2; i <= Filters.KEPT; i++) {
            filters.keep("第" + i, road, township);
        }
        refused("too-many-case-filters", () -> filters.keep("再来", road, township));
        var first = filters.kept(township).getFirst();
        refused("no-such-case-filter", () -> filters.drop(first.id(), office));
        assertThat(filters.drop(first.id(), township).href()).isEqualTo(road.href());
        filters.keep("再来", road, township);
        assertThat(filters.kept(township))
                .extracting(Filters.Kept::label)
                .as("in the place that was free")
                .hasSize(Filters.KEPT)
                .startsWith("再来");
        sql.sql("savepoint tried").update();
        assertThatThrownBy(() -> sql.sql(
                                "insert into cases.filter (id, account, position, label, asks, since) values (gen_random_uuid(), :account, 21, 'x', 'x', now())")
                        .param("account", township.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("an_account_keeps_at_most_twenty_filters");
        sql.sql("rollback to tried").update();
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

    /** Where it leads, or the status. */
    String post(String login, String path, String... fields) {
        var request = http.post().uri(path).with(csrf()).with(user(login));
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        var answer = request.exchange().getResponse();
        var to = answer.getRedirectedUrl();
        return to == null ? Integer.toString(answer.getStatus()) : to;
    }

    @Test
    void itIsKeptOpenedDroppedAndPutBackThroughItsPage() {
        open(home, Kind.SUGGESTION, "ROAD");
        assertThat(page("f-township", "/cases?kind=SUGGESTION"))
                .startsWith("200")
                .contains("筛选到 1 件", "把这个筛选存为")
                .doesNotContain("我的筛选");
        var name = "<script>alert(1)</script>";
        assertThat(post("f-township", "/cases/filters", "label", name, "kind", "SUGGESTION"))
                .isEqualTo("/cases?kind=SUGGESTION");
        assertThat(page("f-township", "/cases?kind=SUGGESTION"))
                .contains("我的筛选", "&lt;script", "去掉“")
                .doesNotContain("<script>alert", "把这个筛选存为");
        assertThat(page("f-office", "/cases")).doesNotContain("&lt;script");
        var kept = filters.kept(township).getFirst();
        assertThat(post("f-office", "/cases/filters/" + kept.id() + "/drop")).isEqualTo("404");
        assertThat(post("f-township", "/cases/filters/" + kept.id() + "/drop")).isEqualTo("/cases?kind=SUGGESTION");
        assertThat(filters.kept(township)).isEmpty();
    }

    /** The place of a page goes along with the links to other rooms; it must not become a filter of whoever comes by. */
    @Test
    void whoComesFromAPlaceFindsHisOwnQueue() {
        open(home, Kind.SERVICE, "ROAD");
        assertThat(page("f-township", "/cases?place=" + cast.code(2)))
                .startsWith("200")
                .contains("1 件等您办")
                .doesNotContain("筛选到");
    }

    /** Many at once work inside a filter as they do in the queue, and lead back to it. */
    @Test
    void manyAreGivenFromAFilteredListAndTakenBack() {
        routing.add(
                new Routing.Wish(
                        "ROAD", new DivisionCode(cast.county()), new Desk(Level.COUNTY, cast.bureau()), TODAY, "分工表"),
                office);
        var mine = open(home, Kind.SERVICE, "ROAD");
        var done = open(other, Kind.SERVICE, "ROAD");
        handling.reply(done.id(), done.version(), Outcome.SOLVED, "好了", null, township);
        var list = page("f-township", "/cases?category=ROAD");
        assertThat(list)
                .contains("value=\"" + mine.id() + ":1\"")
                .as("nothing to give of what is replied to")
                .doesNotContain("value=\"" + done.id() + ":");
        assertThat(page("f-handler", "/cases?category=ROAD")).startsWith("200").doesNotContain("name=\"chosen\"");
        assertThat(post("f-township", "/cases/assign", "chosen", mine.id() + ":1", "category", "ROAD"))
                .isEqualTo("/cases?category=ROAD");
        assertThat(found(with(null, "ROAD", null, null, Turn.TAKE), township)).containsExactly(mine.id());
        assertThat(post("f-township", "/cases/recall", "chosen", mine.id() + ":2", "category", "ROAD"))
                .isEqualTo("/cases?category=ROAD");
        assertThat(found(with(null, "ROAD", null, null, Turn.SORT), township)).containsExactly(mine.id());
        assertThat(post("f-township", "/cases/assign", "chosen", mine.id() + ":3"))
                .isEqualTo("/cases");
    }

    @Test
    void everyPostThatReadsCasesFindsItsOwnGroundToChooseFrom() {
        open(home, Kind.SERVICE, "ROAD");
        caller(Role.VILLAGE_COMMITTEE, new DivisionCode(cast.code(1)).ground(), null);
        caller(Role.SUPERVISOR, cast.ground(), null);
        var village = Long.toString(cast.code(1));
        assertThat(page("f-township", "/cases")).contains("value=\"" + village, "name=\"desk\"");
        assertThat(page("f-office", "/cases")).contains("value=\"" + village, "name=\"desk\"");
        assertThat(page("f-supervisor", "/cases?turn=SORT")).startsWith("200").doesNotContain("说的是ROAD");
        assertThat(page("f-handler", "/cases")).startsWith("200").doesNotContain("name=\"desk\"");
        assertThat(page("f-village-committee", "/cases?turn=SORT"))
                .startsWith("200")
                .contains("说的是ROAD");
        assertThat(Stream.of(Turn.values()).map(Turn::name).toList())
                .as("every turn has words")
                .allSatisfy(turn ->
                        assertThat(page("f-township", "/cases?turn=" + turn)).startsWith("200"));
        assertThat(Arrays.stream(Kind.values()).map(Kind::name).toList())
                .allSatisfy(kind ->
                        assertThat(page("f-township", "/cases?kind=" + kind)).startsWith("200"));
    }
}
