package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.calendar.WorkCalendar;
import lianxin.card.Cards;
import lianxin.mediation.MediationEnded;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.scope.Standing;
import lianxin.visit.Finding;
import lianxin.visit.LogVisit;
import lianxin.visit.Met;
import lianxin.visit.Seen;
import lianxin.visit.Visits;
import lianxin.visit.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Cases from being heard to being confirmed, and every way in which somebody might say it for the household. */
@SpringBootTest
@Transactional
class CasesTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Visits visits;

    @Autowired
    Cards cards;

    @Autowired
    Cases cases;

    @Autowired
    Triage triage;

    @Autowired
    TakingOut takingOut;

    @Autowired
    Handling handling;

    @Autowired
    Answers answers;

    @Autowired
    Calls calls;

    @Autowired
    CaseClock clock;

    @Autowired
    Routes routes;

    @Autowired
    Routing routing;

    @Autowired
    Suggestions suggestions;

    @Autowired
    ToMediation mediation;

    @Autowired
    StepStore steps;

    @Autowired
    ApplicationEventPublisher house;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Standing standing;

    Cast cast;
    UUID home;
    UUID other;
    UUID li;
    Caller office;
    Caller township;
    Caller cadre;
    Caller handler;
    String card;

    @BeforeEach
    void people() {
        calendar.loadBundled();
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        other = cast.household(1);
        li = cast.cadre();
        pairings.adopt(
                new Pairings.Adoption(
                        null, TODAY.minusDays(100), Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, home, other))),
                cast.office());
        office = cast.office();
        township = caller(Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null, null);
        cadre = caller(Role.CADRE, cast.ground(), null, li);
        handler = caller(Role.HANDLER, cast.ground(), cast.bureau(), null);
        card = cards.print(home, office).card().code();
    }

    Caller caller(Role role, Ground ground, UUID unit, UUID cadre) {
        var login = role.name().toLowerCase().replace('_', '-')
                + Long.toString(Ids.next().getLeastSignificantBits() & 0xffff_ffffL, 36);
        return new Caller(
                accounts.open(login, "x", login, role, ground, unit, cadre), login, role, ground, unit, cadre);
    }

    Case opened() {
        return cases.open(home, Kind.SERVICE, "ROAD", "门前的路下雨就积水", township);
    }

    Case handled() {
        var one = opened();
        one = again(triage.assign(
                one.id(), one.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township));
        one = again(handling.accept(one.id(), one.version(), handler));
        return again(handling.reply(one.id(), one.version(), Outcome.SOLVED, "垫高了二十米", null, handler));
    }

    Case again(Case one) {
        return cases.require(one.id(), office);
    }

    static String code(Throwable thrown) {
        return thrown instanceof Refusal refusal ? refusal.kind().code() : thrown.toString();
    }

    void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(code(thrown)).isEqualTo(code));
    }

    @Test
    void whatAHouseholdWroteIsReadFirstByTheDeskThatSortsIt() {
        var one = answers.open(card, "OTHER", "村里分地不公道");
        var village = caller(Role.VILLAGE_COMMITTEE, new DivisionCode(cast.code(1)).ground(), null, null);
        var first = caller(Role.FIRST_SECRETARY, new DivisionCode(cast.code(1)).ground(), null, null);
        for (var visitor : List.of(cadre, village, first)) {
            standing.as(visitor.scope(), () -> {
                refused("no-such-case", () -> cases.require(one.id(), visitor));
                assertThat(cases.in(Cases.View.OPEN, visitor)).isEmpty();
                assertThat(cases.search("分地", visitor)).isEmpty();
                return null;
            });
        }
        standing.as(township.scope(), () -> triage.sort(one.id(), 1, Kind.SERVICE, "OTHER", township));
        for (var visitor : List.of(cadre, village, first)) {
            assertThat(standing.as(visitor.scope(), () -> cases.search("分地", visitor)))
                    .hasSize(1);
        }
        takingOut.takeOut(one.id(), 2, township);
        for (var visitor : List.of(cadre, village, first)) {
            assertThat(standing.as(visitor.scope(), () -> cases.in(Cases.View.ENDED, visitor)))
                    .isEmpty();
        }
    }

    @Test
    void aPetitionIsGivenToNobodyAndHandedOver() {
        var one = cases.open(home, Kind.PETITION, "LAND", "征地补偿一直没说清", township);
        refused(
                "petition-is-handed-over",
                () -> triage.assign(
                        one.id(),
                        one.version(),
                        Kind.PETITION,
                        "LAND",
                        new Desk(Level.COUNTY, cast.bureau()),
                        township));
        routes.add(
                new Routes.Route(
                        Ids.next(),
                        "LAND",
                        cast.county(),
                        cast.county() + 1_000_000,
                        Level.COUNTY,
                        cast.bureau(),
                        TODAY,
                        "县里分工"),
                office.id());
        assertThat(triage.assignAll(List.of(one.id() + ":" + one.version()), township))
                .isEmpty();
        assertThat(Triage.gives(one, township)).isFalse();
        var sorted = triage.sort(one.id(), one.version(), Kind.PETITION, "LAND", township);
        var gone = triage.handOver(sorted.id(), sorted.version(), "县信访局", township);
        assertThat(gone.stage()).isEqualTo(Stage.HANDED_OVER);
        assertThat(gone.due()).isNull();
    }

    @Test
    void theDatabaseKeepsTheSameEdges() {
        var edges = sql.sql("select before || ' ' || after from cases.edge")
                .query(String.class)
                .list();
        var ours = new ArrayList<String>();
        for (var from : Stage.values()) {
            Life.after(from).forEach(to -> ours.add(from + " " + to));
        }
        assertThat(edges).containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    void everyEdgeHoldsInTheDatabaseAndEveryOtherIsRefused() {
        var one = opened();
        var into = cases.open(other, Kind.SERVICE, "ROAD", "别的一件", township);
        sql.sql("update cases.issue set outcome = 'SOLVED', reply = 'x', replied_at = now() where id = :id")
                .param("id", one.id())
                .update();
        for (var from : Stage.values()) {
            sql.sql("savepoint new").update();
            way(from)
                    .forEach(stage -> assertThat(move(one.id(), stage, into.id()))
                            .as("on the way to %s", from)
                            .isNull());
            for (var to : Stage.values()) {
                if (from != to) {
                    sql.sql("savepoint there").update();
                    var refused = move(one.id(), to, into.id());
                    if (Life.leads(from, to)) {
                        assertThat(refused).as("%s to %s", from, to).isNull();
                    } else {
                        assertThat(refused).as("%s to %s", from, to).isEqualTo("a_case_keeps_to_its_edges");
                    }
                    sql.sql("rollback to there").update();
                }
            }
            sql.sql("rollback to new").update();
        }
        assertThatThrownBy(() -> sql.sql("update cases.issue set words = '别的话' where id = :id")
                        .param("id", one.id())
                        .update())
                .hasStackTraceContaining("rewritten");
    }

    /** The stages on the shortest way there. */
    static List<Stage> way(Stage there) {
        var ways = new java.util.ArrayDeque<List<Stage>>(List.of(List.of(Stage.NEW)));
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

    /** Null when the database let it; what it said otherwise. */
    String move(UUID id, Stage to, UUID into) {
        sql.sql("savepoint before").update();
        try {
            sql.sql("update cases.issue set stage = :stage, merged_into = :into where id = :id")
                    .param("id", id)
                    .param("stage", to.name())
                    .param("into", to == Stage.MERGED ? into : null)
                    .update();
            return null;
        } catch (DataIntegrityViolationException refused) {
            sql.sql("rollback to before").update();
            return refused.getMostSpecificCause() instanceof PSQLException cause
                            && cause.getServerErrorMessage() != null
                    ? cause.getServerErrorMessage().getConstraint()
                    : refused.getMessage();
        }
    }

    @Test
    void aNeedHeardAtADoorIsACaseOnceHoweverOftenItIsTold() {
        var now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var said = new LogVisit(
                home,
                Way.HOME,
                Met.HEAD,
                Finding.NEED,
                List.of("ROAD"),
                "",
                new LogVisit.Heard("ROAD", "修一段路"),
                null,
                null);
        var seen = new Seen(Ids.next(), said, now.minusSeconds(60), now);
        visits.keep(List.of(seen), cadre);
        visits.keep(List.of(seen), cadre);
        var found = cases.of(List.of(home));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().words()).isEqualTo("修一段路");
        assertThat(found.getFirst().channel()).isEqualTo(Channel.VISIT);
        assertThat(found.getFirst().desk()).isEqualTo(Desk.TOWNSHIP);
        assertThat(cases.mine(township))
                .extracting(Case::id)
                .contains(found.getFirst().id());
        assertThat(cases.in(Cases.View.OPEN, cadre))
                .extracting(Case::id)
                .contains(found.getFirst().id());
    }

    @Test
    void fromBeingHeardToBeingConfirmed() {
        var one = handled();
        assertThat(one.stage()).isEqualTo(Stage.REPLIED);
        assertThat(one.voice()).isNull();
        one = again(handling.told(one.id(), one.version(), cadre));
        assertThat(one.toldAt()).isNotNull();
        answers.byCard(card, one.id(), Voice.CONFIRMED, "");
        one = again(one);
        assertThat(one.stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(one.voice()).isEqualTo(Voice.CONFIRMED);
    }

    @Test
    void whatIsDisputedIsDoneAgainAndThenUrgedFromAbove() {
        var one = handled();
        answers.byCard(card, one.id(), Voice.DISPUTED, "还是积水");
        one = again(one);
        assertThat(one.stage()).isEqualTo(Stage.REDO);
        assertThat(one.desk().unit()).isEqualTo(cast.bureau());
        one = again(handling.accept(one.id(), one.version(), handler));
        one = again(handling.reply(one.id(), one.version(), Outcome.PARTLY, "又垫了一段", null, handler));
        answers.byCard(card, one.id(), Voice.DISPUTED, "");
        one = again(one);
        assertThat(one.stage()).isEqualTo(Stage.URGED);
        assertThat(one.desk()).isEqualTo(Desk.COUNTY);
        var urged = one;
        refused("not-your-desk", () -> handling.accept(urged.id(), urged.version(), handler));
        one = again(handling.reply(one.id(), one.version(), Outcome.NOT_NOW, "明年修", TODAY.plusDays(100), office));
        answers.byCard(card, one.id(), Voice.CONFIRMED, "");
        assertThat(again(one).stage()).isEqualTo(Stage.CONFIRMED);
        clock.strike(TODAY.plusDays(99));
        assertThat(again(one).stage()).isEqualTo(Stage.CONFIRMED);
        clock.strike(TODAY.plusDays(100));
        assertThat(again(one).stage()).as("looked at again on its day").isEqualTo(Stage.REDO);
    }

    @Test
    void nobodySaysItForTheHousehold() {
        var one = handled();
        var strangers = cards.print(other, office).card().code();
        refused("no-such-case", () -> answers.byCard(strangers, one.id(), Voice.CONFIRMED, ""));
        refused("no-such-card", () -> answers.byCard("0".repeat(20), one.id(), Voice.CONFIRMED, ""));
        refused("case-not-from-here", () -> answers.byCard(card, one.id(), Voice.UNANSWERED, ""));
        answers.byCard(card, one.id(), Voice.CONFIRMED, "");
        refused("case-not-from-here", () -> answers.byCard(card, one.id(), Voice.DISPUTED, ""));
        assertThatThrownBy(() -> sql.sql("update cases.answer set said = 'DISPUTED' where issue = :id")
                        .param("id", one.id())
                        .update())
                .as("what was said is written once")
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void onlyWhoeverHasItHandlesItAndOnlyAsItIsNow() {
        var one = opened();
        refused("not-your-desk", () -> handling.reply(one.id(), one.version(), Outcome.SOLVED, "x", null, handler));
        refused("not-yours", () -> triage.sort(one.id(), one.version(), Kind.SERVICE, "ROAD", handler));
        refused("not-yours", () -> handling.accept(one.id(), one.version(), cadre));
        var given = again(triage.assign(
                one.id(), one.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township));
        refused("case-moved", () -> triage.assign(one.id(), one.version(), Kind.SERVICE, "ROAD", Desk.COUNTY, office));
        refused("not-your-desk", () -> handling.accept(given.id(), given.version(), office));
        refused(
                "case-not-from-here",
                () -> handling.reply(given.id(), given.version(), Outcome.SOLVED, "x", null, handler));
        refused("no-such-desk", () -> Lines.Choice.desk("COUNTRY"));
        refused(
                "no-such-desk",
                () -> triage.assign(
                        given.id(),
                        given.version(),
                        Kind.SERVICE,
                        "ROAD",
                        new Desk(Level.COUNTY, UUID.randomUUID()),
                        office));
        var elsewhere = caller(Role.HANDLER, cast.ground(), UUID.randomUUID(), null);
        refused("no-such-case", () -> cases.require(given.id(), elsewhere));
        assertThat(cases.mine(elsewhere)).isEmpty();
        assertThat(cases.mine(handler)).extracting(Case::id).containsExactly(given.id());
    }

    @Test
    void twiceGivenBackTheCountyDecides() {
        var one = opened();
        for (var i = 0; i < 2; i++) {
            one = again(triage.assign(
                    one.id(),
                    one.version(),
                    Kind.SERVICE,
                    "ROAD",
                    new Desk(Level.COUNTY, cast.bureau()),
                    i == 0 ? township : township));
            one = again(handling.giveBack(one.id(), one.version(), "属地道路归镇里", handler));
        }
        assertThat(one.desk()).isEqualTo(Desk.COUNTY);
        var stuck = one;
        refused(
                "not-your-desk",
                () -> triage.assign(stuck.id(), stuck.version(), Kind.SERVICE, "ROAD", Desk.TOWNSHIP, township));
        assertThat(again(triage.assign(one.id(), one.version(), Kind.SERVICE, "ROAD", Desk.TOWNSHIP, office))
                        .stage())
                .isEqualTo(Stage.ASSIGNED);
        refused(
                "case-unclear",
                () -> handling.giveBack(again(stuck).id(), again(stuck).version(), "  ", township));
    }

    @Test
    void timeIsExtendedOnceAndStandsStillForAReason() {
        var one = opened();
        one = again(triage.assign(
                one.id(), one.version(), Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, cast.bureau()), township));
        one = again(handling.accept(one.id(), one.version(), handler));
        assertThat(one.due().on()).isEqualTo(workdays(TODAY, 15));
        one = again(handling.extend(one.id(), one.version(), "等雨停", handler));
        assertThat(one.due().on()).isEqualTo(workdays(workdays(TODAY, 15), 7));
        var extended = one;
        refused("extended-once", () -> handling.extend(extended.id(), extended.version(), "再等", handler));
        one = again(handling.pause(one.id(), one.version(), "麦收", handler));
        assertThat(one.card(TODAY.plusYears(1)))
                .as("no card while time stands still")
                .isNull();
        sql.sql("update cases.issue set paused_on = :day where id = :id")
                .param("day", calendar.plusWorkdays(TODAY, -4))
                .param("id", one.id())
                .update();
        one = again(one);
        one = again(handling.resume(one.id(), one.version(), handler));
        assertThat(one.due().on())
                .isEqualTo(workdays(
                        workdays(workdays(TODAY, 15), 7),
                        calendar.workdaysBetween(calendar.plusWorkdays(TODAY, -4), TODAY)));
    }

    /** A year nobody has loaded counts every day. */
    LocalDate workdays(LocalDate day, int n) {
        try {
            return calendar.plusWorkdays(day, n);
        } catch (Refusal notLoaded) {
            return day.plusDays(n);
        }
    }

    @Test
    void whatIsTheSameIsHandledTogetherAndEverybodyHearsOfIt() {
        var one = opened();
        var same = cases.open(other, Kind.SERVICE, "ROAD", "门口路不好走，下雨积水", township);
        assertThat(cases.alike(one, township)).extracting(Case::id).contains(same.id());
        triage.merge(same.id(), same.version(), one.id(), township);
        assertThat(cases.mergedInto(one)).extracting(Case::id).containsExactly(same.id());
        assertThat(sql.sql("select household from cases.reporter where issue = :id")
                        .param("id", one.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(other);
        refused("case-not-from-here", () -> triage.merge(one.id(), one.version(), same.id(), township));
        var merged = again(same);
        assertThat(again(triage.part(merged.id(), merged.version(), township)).stage())
                .isEqualTo(Stage.TRIAGED);
        assertThat(cases.mergedInto(one)).isEmpty();
    }

    @Test
    void manyAreGivenAtOnceAsTheRulesSayAndTakenBack() {
        routes.add(
                new Routes.Route(
                        Ids.next(),
                        "ROAD",
                        cast.county(),
                        cast.county() + 1_000_000,
                        Level.COUNTY,
                        cast.bureau(),
                        TODAY,
                        "县里分工"),
                office.id());
        var one = opened();
        var two = cases.open(other, Kind.SERVICE, "HEALTH", "看病报销", township);
        var given = triage.assignAll(
                List.of(one.id() + ":" + one.version(), two.id() + ":" + two.version(), "nonsense"), township);
        assertThat(given).hasSize(1);
        assertThat(again(one).desk().unit()).isEqualTo(cast.bureau());
        assertThat(again(two).stage()).as("no rule says who handles it").isEqualTo(Stage.NEW);
        assertThat(triage.recallAll(given, township)).isEqualTo(1);
        assertThat(again(one).desk()).isEqualTo(Desk.TOWNSHIP);
    }

    @Test
    void whatClerksSortHereIsLearntAndTriedOnAFifth() {
        assertThat(suggestions.of("酷狗叨扰铺")).as("nobody has said that yet").isEmpty();
        for (var i = 0; i < 60; i++) {
            var one = cases.open(home, Kind.SERVICE, "ROAD", "酷狗叨扰铺 " + i, township);
            triage.sort(one.id(), one.version(), Kind.SERVICE, i == 0 ? "HEALTH" : "SCHOOL", township);
        }
        suggestions.learn();
        assertThat(suggestions.of("酷狗叨扰铺")).contains("SCHOOL");
        assertThat(suggestions.right().whole()).isBetween(1, 59);
        assertThat(suggestions.right().part())
                .isGreaterThanOrEqualTo(suggestions.right().whole() - 1);
        var unsure = cases.open(home, Kind.SERVICE, "", "酷狗叨扰铺又来了", township);
        assertThat(again(unsure).category()).as("where nobody said").isEqualTo("SCHOOL");
        var chosen = cases.open(home, Kind.SERVICE, "ROAD", "酷狗叨扰铺又来了", township);
        assertThat(again(chosen).category())
                .as("whoever said so is not overruled")
                .isEqualTo("ROAD");
        assertThat(triage.likely(again(chosen)).category()).isEqualTo("SCHOOL");
    }

    @Test
    void aRuleIsTriedOnTheLastMonthBeforeItHolds() {
        handled();
        opened();
        var wish = new Routing.Wish(
                "ROAD", new DivisionCode(cast.county()), new Desk(Level.COUNTY, cast.bureau()), TODAY, "县里分工");
        var trial = routing.tried(wish, office);
        assertThat(trial).isEqualTo(new Routing.Trial(2, 1, 1, List.of()));
        assertThat(routing.list(office)).isEmpty();
        routing.add(wish, office);
        assertThat(triage.suggested(opened())).isEqualTo(wish.to());
        var narrower = new Routing.Wish(
                "ROAD", new DivisionCode(cast.county() + 100_000), new Desk(Level.TOWNSHIP, null), TODAY, "镇里自办");
        assertThat(routing.tried(narrower, office).elsewhere())
                .extracting(Routing.Elsewhere::cases)
                .containsExactly(1);
        routing.add(narrower, office);
        assertThat(triage.suggested(opened())).isEqualTo(Desk.TOWNSHIP);
        assertThat(routing.tried(wish, office).cases())
                .as("a narrower rule decides")
                .isZero();
        routing.list(office).forEach(rule -> routing.end(rule.rule().id(), office));
        assertThat(triage.suggested(opened())).isNull();
        refused("no-such-route", () -> routing.end(Ids.next(), office));
        refused(
                "route-in-the-past",
                () -> routing.add(new Routing.Wish("ROAD", wish.place(), wish.to(), TODAY.minusDays(1), "x"), office));
        refused(
                "no-such-desk",
                () -> routing.tried(
                        new Routing.Wish("ROAD", wish.place(), new Desk(Level.COUNTY, Ids.next()), TODAY, "x"),
                        office));
        refused("not-yours", () -> routing.add(wish, township));
    }

    @Test
    void aDisputeGoesToMediatorsOnlyWhenTheHouseholdAgreed() {
        var one = opened();
        refused("case-no-dispute", () -> mediation.refer(one.id(), 1, "LAND", TODAY, township));
        var dispute = triage.sort(one.id(), 1, Kind.DISPUTE, "NEIGHBOURS", township);
        refused(
                "mediation-without-consent",
                () -> mediation.refer(dispute.id(), dispute.version(), "LAND", TODAY.plusDays(1), township));
        var two = triage.sort(opened().id(), 1, Kind.DISPUTE, "NEIGHBOURS", township);
        assertThat(mediation
                        .refer(two.id(), two.version(), "LAND", TODAY, township)
                        .stage())
                .isEqualTo(Stage.HANDED_OVER);
        house.publishEvent(new MediationEnded(
                Ids.next(), office.id(), Instant.now(), two.id(), two.place(), TODAY, MediationEnded.End.AGREED));
        assertThat(steps.of(two.id()))
                .extracting(Step::deed, Step::words)
                .contains(org.assertj.core.groups.Tuple.tuple(Step.Deed.MEDIATED, "AGREED"));
    }

    @Test
    void overItsTimeItGoesUpStepByStepAcrossHolidays() {
        var one = opened();
        sql.sql(
                        "update cases.issue set due_on = '2026-09-30', yellow_on = '2026-09-29', red_on = '2026-10-08', escalate_on = '2026-10-08' where id = :id")
                .param("id", one.id())
                .update();
        clock.strike(LocalDate.of(2026, 10, 7));
        assertThat(again(one).watch())
                .as("nobody is called during the holidays")
                .isNull();
        clock.strike(LocalDate.of(2026, 10, 8));
        assertThat(again(one).watch()).isEqualTo(Level.COUNTY);
        clock.strike(LocalDate.of(2026, 10, 8));
        assertThat(again(one).watch()).as("once a step").isEqualTo(Level.COUNTY);
        var next = calendar.plusWorkdays(LocalDate.of(2026, 10, 8), 3);
        clock.strike(next.minusDays(1));
        assertThat(again(one).watch()).isEqualTo(Level.COUNTY);
        clock.strike(next);
        assertThat(again(one).watch()).isEqualTo(Level.CITY);
        var late = again(one);
        assertThat(cases.in(Cases.View.LATE, office)).extracting(Case::id).contains(one.id());
        assertThat(again(triage.takeOver(late.id(), late.version(), office)).desk())
                .isEqualTo(Desk.COUNTY);
    }

    @Test
    void onlyWhoStandsAboveTakesOver() {
        var one = opened();
        one = again(triage.assign(one.id(), one.version(), Kind.SERVICE, "ROAD", Desk.COUNTY, township));
        sql.sql("update cases.issue set watch = 'CITY' where id = :id")
                .param("id", one.id())
                .update();
        var late = again(one);
        refused("not-your-desk", () -> triage.takeOver(late.id(), late.version(), township));
        refused("not-your-desk", () -> triage.takeOver(late.id(), late.version(), office));
        var city = caller(
                Role.OFFICE,
                new Ground(cast.county() / 100_000_000 * 100_000_000, (cast.county() / 100_000_000 + 1) * 100_000_000),
                null,
                null);
        assertThat(triage.takeOver(late.id(), late.version(), city).desk()).isEqualTo(Desk.CITY);
    }

    @Test
    void aNumberThatIsTakenDoesNotLoseTheNextCase() {
        var first = opened();
        var numbers = List.of(first.number(), first.number(), "2611-ZZZZZ9").iterator();
        var heard = new Heard(
                Ids.next(), Kind.SERVICE, "ROAD", home(), home, null, Channel.CLERK, "桥栏杆断了", li, Instant.now(), "");
        assertThat(cases.keep(heard, Desk.TOWNSHIP, numbers::next))
                .extracting(Case::number)
                .isEqualTo("2611-ZZZZZ9");
        assertThat(cases.keep(heard, Desk.TOWNSHIP)).as("the same fact again").isNull();
    }

    long home() {
        return again(opened()).place();
    }

    @Test
    void silenceIsKeptAsSilence() {
        var one = handled();
        clock.strike(one.due().on());
        assertThat(again(one).stage()).isEqualTo(Stage.REPLIED);
        clock.strike(one.due().on().plusDays(1));
        var silent = again(one);
        assertThat(silent.voice()).isEqualTo(Voice.UNANSWERED);
        answers.byCard(card, one.id(), Voice.CONFIRMED, "");
        assertThat(again(one).voice()).as("late, and heard").isEqualTo(Voice.CONFIRMED);
    }

    @Test
    void whatHasComeBackIsOpenedAgainForNinetyDays() {
        var one = handled();
        answers.byCard(card, one.id(), Voice.CONFIRMED, "");
        answers.reopen(card, one.id(), "又积水了");
        assertThat(again(one).stage()).isEqualTo(Stage.REDO);
        var two = handled();
        answers.byCard(card, two.id(), Voice.CONFIRMED, "");
        sql.sql("update cases.issue set stage_since = now() - interval '91 days' where id = :id")
                .param("id", two.id())
                .update();
        refused("case-too-old", () -> answers.reopen(card, two.id(), "又积水了"));
        clock.strike(TODAY);
        assertThat(again(two).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aHouseholdSaysWhatTroublesItAndNotTooMuchAtOnce() {
        for (var i = 0; i < Answers.WAITING; i++) {
            answers.open(card, "ROAD", "第" + i + "件");
        }
        refused("too-many-cases", () -> answers.open(card, "ROAD", "再一件"));
        assertThat(answers.of(card)).hasSize(Answers.WAITING);
        assertThat(answers.of(cards.print(other, office).card().code())).isEmpty();
    }

    @Test
    void whoIsCalledIsDrawnByLotAndBySomebodyFromElsewhere() {
        var drawn = new ArrayList<UUID>();
        for (var i = 0; i < 6; i++) {
            drawn.add(handled().id());
        }
        var code = new DivisionCode(cast.county());
        refused("no-interviewer", () -> calls.draw(code, 3, office));
        var own = caller(Role.SUPERVISOR, cast.ground(), null, null);
        calls.name(own.name(), code, office);
        refused("no-interviewer", () -> calls.draw(code, 3, office));
        var stranger = caller(Role.SUPERVISOR, Ground.EVERYWHERE, null, null);
        calls.name(stranger.name(), new DivisionCode(cast.county() + 1_000_000), office);
        var draw = calls.draw(code, 3, office);
        assertThat(draw.population()).isEqualTo(6);
        assertThat(draw.drawn()).isEqualTo(3);
        assertThat(calls.mine(stranger).stream().map(Case::id).sorted().toList())
                .as("anybody can draw again with the seed")
                .isEqualTo(byHand(drawn, draw.seed()).stream().sorted().toList());
        assertThat(calls.mine(own)).isEmpty();
        var called = calls.mine(stranger).getFirst();
        refused("not-your-call", () -> calls.said(called.id(), Voice.CONFIRMED, "", own));
        calls.said(called.id(), Voice.DISPUTED, "没人来过", stranger);
        assertThat(again(called).stage()).isEqualTo(Stage.REDO);
        refused("not-your-call", () -> calls.said(called.id(), Voice.CONFIRMED, "", stranger));
        var silent = calls.mine(stranger).getFirst();
        for (var i = 0; i < Calls.TRIES; i++) {
            assertThat(again(silent).voice()).isNull();
            calls.said(silent.id(), Voice.UNANSWERED, "", stranger);
        }
        assertThat(again(silent).voice()).isEqualTo(Voice.UNANSWERED);
        refused("not-yours", () -> calls.said(silent.id(), Voice.CONFIRMED, "", handler));
    }

    /** The draw, computed apart from the database. */
    static List<UUID> byHand(List<UUID> all, String seed) {
        return all.stream()
                .sorted(java.util.Comparator.comparing(id -> sha256(seed + id)))
                .limit(3)
                .toList();
    }

    static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void handledAndConfirmedStandSideBySide() {
        answers.byCard(card, handled().id(), Voice.CONFIRMED, "");
        answers.byCard(card, handled().id(), Voice.DISPUTED, "");
        handled();
        var tally = new FigureAsk(sql).of(cast.ground());
        assertThat(tally.handled()).isEqualTo(3);
        assertThat(tally.confirmed()).isEqualTo(1);
        assertThat(tally.disputed()).isEqualTo(1);
        assertThat(tally.asked()).isEqualTo(1);
    }

    /** The figures of one ground. */
    record FigureAsk(JdbcClient sql) {
        Tally of(Ground ground) {
            return new AnswerStore(sql)
                    .tally(ground, TODAY.minusDays(1), TODAY.plusDays(1))
                    .getFirst();
        }
    }

    @Test
    void wordsAreFoundByTwoCharacters() {
        var one = opened();
        assertThat(cases.search("积水", township)).extracting(Case::id).containsExactly(one.id());
        assertThat(cases.search("下雨就积", township)).hasSize(1);
        assertThat(cases.search("积雨", township)).isEmpty();
        assertThat(cases.search(one.number(), township)).hasSize(1);
        assertThat(cases.search("积", township)).isEmpty();
        assertThat(cases.search("积水", handler))
                .as("a department finds only what it has")
                .isEmpty();
        var alone = cast.household(1);
        cases.open(alone, Kind.SERVICE, "ROAD", "我家也积水", township);
        assertThat(standing.as(
                        cadre.scope(),
                        () -> sql.sql("select cases.with_words('积水', 1)")
                                .query(UUID.class)
                                .list()))
                .as("his own is found, however many newer ones of others there are")
                .containsExactly(one.id());
        assertThat(cases.search("积水", caller(Role.TOWNSHIP, new Ground(1, 2), null, null)))
                .isEmpty();
    }
}
