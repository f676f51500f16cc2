package lianxin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.card.Cards;
import lianxin.cases.Cases;
import lianxin.cases.Kind;
import lianxin.complaint.Hearing.Said;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.staff.Cadres;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A complaint from the household’s page to the answer it accepts, and every way in which somebody might read the one about himself. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ComplaintsTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final String WORDS = "上门只拍照没坐下说过话";

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Cadres cadres;

    @Autowired
    Cards cards;

    @Autowired
    Cases cases;

    @Autowired
    Hearing hearing;

    @Autowired
    Complaints complaints;

    @Autowired
    Following following;

    @Autowired
    People people;

    @Autowired
    MockMvcTester http;

    Cast cast;
    UUID home;
    UUID li;
    Caller office;
    Caller township;
    Caller supervisor;
    String card;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        li = cast.cadre();
        pairings.adopt(
                new Pairings.Adoption(null, TODAY.minusDays(100), Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, home))),
                cast.office());
        office = cast.office();
        township = caller(Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null, null, null);
        supervisor = caller(Role.SUPERVISOR, cast.ground(), null, null, null);
        card = cards.print(home, office).card().code();
    }

    Caller caller(Role role, Ground ground, UUID unit, UUID cadre, UUID person) {
        var login = role.name().toLowerCase().replace('_', '-')
                + Long.toString(Ids.next().getLeastSignificantBits() & 0xffff_ffffL, 36);
        var id = accounts.open(login, "x", login, role, ground, unit, cadre);
        if (person != null) {
            sql.sql("update access.account set person = :person where id = :id")
                    .param("person", person)
                    .param("id", id)
                    .update();
        }
        return new Caller(id, login, role, ground, unit, cadre);
    }

    UUID aboutLi() {
        var id = Ids.next();
        hearing.byCard(card, true, new Said(id, "", WORDS, ""));
        return id;
    }

    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .satisfies(thrown -> assertThat(
                                thrown instanceof Refusal refusal
                                        ? refusal.kind().code()
                                        : thrown.toString())
                        .isEqualTo(code));
    }

    @Test
    void itIsReceivedLookedIntoAnsweredAndAccepted() {
        var said = new Said(Ids.next(), "", WORDS, "傍晚在家");
        var slip = hearing.byCard(card, true, said);
        assertThat(hearing.byCard(card, true, said)).as("sent twice").isEqualTo(slip);
        var read = complaints.read(said.id(), supervisor);
        assertThat(read.words()).isEqualTo(WORDS);
        assertThat(read.complaint().cadre()).isEqualTo(li);
        assertThat(read.complaint().dueOn()).isEqualTo(TODAY.plusDays(15));
        complaints.take(said.id(), 1, supervisor);
        assertThat(complaints.read(said.id(), supervisor).complaint().dueOn()).isEqualTo(TODAY.plusDays(60));
        refused("complaint-moved", () -> complaints.answer(said.id(), 1, Finding.SO, "x", supervisor));
        complaints.answer(said.id(), 2, Finding.PARTLY, "谈了话，改了", supervisor);
        var seen = following.look(
                " " + slip.number().toLowerCase(),
                slip.secret().substring(0, 4).toLowerCase() + " "
                        + slip.secret().substring(4));
        assertThat(seen.complaint().finding()).isEqualTo(Finding.PARTLY);
        assertThat(seen.steps()).extracting(Step::words).contains("谈了话，改了");
        following.agree(slip.number(), slip.secret());
        assertThat(following.look(slip.number(), slip.secret()).complaint().state())
                .isEqualTo(State.AGREED);
        refused("complaint-not-now", () -> complaints.decline(said.id(), 4, "x", supervisor));
    }

    @Test
    void somebodyElseLooksAgainAndTwiceAtMost() {
        var id = Ids.next();
        var slip = hearing.told(new DivisionCode(cast.county() + 100_000), new Said(id, "镇里一个人", WORDS, ""), township);
        complaints.take(id, 1, supervisor);
        complaints.answer(id, 2, Finding.NOT_SO, "没有查到", supervisor);
        following.again(slip.number(), slip.secret(), "没有问过邻居");
        refused("complaint-other-hands", () -> complaints.take(id, 4, supervisor));
        assertThatThrownBy(() -> {
                    sql.sql("select set_config('complaint.reader', 'house', true)")
                            .query(String.class)
                            .single();
                    sql.sql("update complaint.complaint set state = 'TAKEN', taken_by = :by where id = :id")
                            .param("by", supervisor.id())
                            .param("id", id)
                            .update();
                })
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("the same hands");
    }

    @Test
    void whoHadNoHandInItLooksAgain() {
        var id = aboutLi();
        complaints.decline(id, 1, "属民事，请走诉讼", supervisor);
        var number = complaints.read(id, supervisor).complaint().number();
        var secret = hearing.byCard(card, true, new Said(id, "", WORDS, "")).secret();
        following.again(number, secret, "不是民事");
        var other = caller(Role.SUPERVISOR, cast.ground(), null, null, null);
        complaints.take(id, 3, other);
        complaints.answer(id, 4, Finding.NOT_TO_BE_FOUND_OUT, "证人不在", other);
        following.again(number, secret, "证人回来了");
        var third = caller(Role.SUPERVISOR, cast.ground(), null, null, null);
        complaints.take(id, 6, third);
        complaints.answer(id, 7, Finding.SO, "属实", third);
        refused("complaint-not-now", () -> following.again(number, secret, "第三次"));
    }

    @Test
    void whoeverItIsAboutReadsNothingWhateverPostHeHolds() {
        var id = aboutLi();
        var unit = cadres.require(li).unit();
        var himself = caller(Role.SUPERVISOR, cast.ground(), null, null, li);
        var colleague = caller(Role.SUPERVISOR, cast.ground(), unit, null, null);
        var second = caller(Role.SUPERVISOR, cast.ground(), null, null, null);
        sql.sql(
                        "insert into access.mandate (id, account, role, lo, hi, cadre, kind, since, reason, given_by) values (:id, :account, 'CADRE', :lo, :hi, :cadre, 'REGULAR', now(), 'x', :by)")
                .param("id", Ids.next())
                .param("account", second.id())
                .param("lo", cast.ground().lo())
                .param("hi", cast.ground().hi())
                .param("cadre", li)
                .param("by", office.id())
                .update();
        for (var who : List.of(himself, colleague, second)) {
            assertThat(complaints.list(true, who)).as(who.name()).isEmpty();
            refused("no-such-complaint", () -> complaints.read(id, who));
            refused("no-such-complaint", () -> complaints.take(id, 1, who));
            refused("no-such-complaint", () -> complaints.decline(id, 1, "x", who));
        }
        assertThat(complaints.list(true, supervisor)).hasSize(1);
        var cadre = caller(Role.CADRE, cast.ground(), null, li, null);
        for (var who : List.of(office, township, cadre)) {
            refused("not-yours", () -> complaints.list(true, who));
            refused("not-yours", () -> complaints.read(id, who));
        }
    }

    @Test
    void whoseNameWasSaidIsKeptFromItBeforeItIsMadeOut() {
        var id = Ids.next();
        hearing.told(
                new DivisionCode(cast.county() + 100_000),
                new Said(id, "督查组的" + supervisor.name(), WORDS, ""),
                township);
        assertThat(complaints.list(true, supervisor)).isEmpty();
        refused("no-such-complaint", () -> complaints.read(id, supervisor));
        var other = caller(Role.SUPERVISOR, cast.ground(), null, null, null);
        complaints.name(id, 1, () -> cadres.require(li), other);
        assertThat(complaints.read(id, other).complaint().cadre()).isEqualTo(li);
    }

    @Test
    void whoeverMakesOutThatItIsAboutHimselfReadsItNoMore() {
        var himself = caller(Role.SUPERVISOR, cast.ground(), null, null, li);
        var id = Ids.next();
        hearing.told(new DivisionCode(cast.county() + 100_000), new Said(id, "高个子那个", WORDS, ""), township);
        complaints.name(id, 1, () -> cadres.require(li), himself);
        refused("no-such-complaint", () -> complaints.read(id, himself));
        assertThat(complaints.read(id, supervisor).steps())
                .extracting(Step::deed)
                .contains(Deed.NAMED);
    }

    @Test
    void aNumberNobodyHasIsRefused() {
        var id = aboutLi();
        refused("complaint-no-such-cadre", () -> complaints.name(id, 1, () -> people.require("NOBODY-0"), supervisor));
    }

    @Test
    void nothingOfItIsAnywhereElse() {
        aboutLi();
        assertThat(cases.search(WORDS.substring(0, 6), office)).isEmpty();
        assertThat(http.get().uri("/h/" + card + "/cases")).bodyText().doesNotContain(WORDS);
        assertThat(http.get().uri("/h/" + card)).bodyText().doesNotContain(WORDS);
        var schemas = sql.sql("""
                select table_schema || '.' || table_name
                  from information_schema.columns
                 where table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'jsonb', 'ARRAY')
                   and table_name not like '%\\_p%'
                 group by 1
                """).query(String.class).list();
        for (var table : schemas) {
            assertThat(sql.sql("select count(*) from " + table + " t where t::text like :words")
                            .param("words", "%" + WORDS + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aCaseThatIsOneLeavesTheCasesForGood() {
        var one = cases.open(home, Kind.SERVICE, "OTHER", WORDS, township);
        var slip = hearing.ofCase(one.id(), one.version(), township);
        assertThat(cases.require(one.id(), office).words()).isEqualTo("—");
        assertThat(cases.search(WORDS.substring(0, 6), office)).isEmpty();
        assertThat(following.look(slip.number(), slip.secret()).words()).isEqualTo(WORDS);
        assertThat(complaints.read(one.id(), supervisor).complaint().origin()).isEqualTo(Complaint.Origin.CASE);
        refused("not-yours", () -> complaints.read(one.id(), township));
    }

    @Test
    void aWrongSecretSaysNothingOfTheNumber() {
        var slip = hearing.byCard(card, true, new Said(Ids.next(), "", WORDS, ""));
        refused("complaint-not-found-by", () -> following.look(slip.number(), "00000000"));
        refused("complaint-not-found-by", () -> following.look("C2601-000000", slip.secret()));
        refused("complaint-not-found-by", () -> following.look(slip.number(), ""));
    }

    @Test
    void guessingEnds() {
        var answers = new HashSet<Integer>();
        for (var i = 0; i < 40; i++) {
            answers.add(http.post()
                    .uri("/follow")
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr("203.0.113.77");
                        return request;
                    })
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .content("number=C2601-00000" + i % 10 + "&secret=00000000")
                    .exchange()
                    .getResponse()
                    .getStatus());
        }
        assertThat(answers).isEqualTo(Set.of(404, 429));
    }

    @Test
    void whoeverIsSignedInDoesNotComplainForAHousehold() {
        assertThat(http.post()
                        .uri("/h/" + card + "/complaint")
                        .with(csrf())
                        .with(user(township.name()))
                        .param("id", Ids.next().toString())
                        .param("words", WORDS))
                .bodyText()
                .contains("complaint-not-signed-in");
    }

    @Test
    void theDatabaseKnowsTheSameEdges() {
        var edges = new HashSet<String>();
        for (var state : State.values()) {
            state.next().forEach(next -> edges.add(state + " " + next));
        }
        assertThat(sql.sql("select before || ' ' || after from complaint.edge")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(edges);
    }

    @Test
    void everyOtherMoveIsRefusedByTheDatabase() {
        sql.sql("select set_config('complaint.reader', 'house', true)")
                .query(String.class)
                .single();
        for (var from : State.values()) {
            for (var to : State.values()) {
                var may = from == to || from.next().contains(to);
                assertThat(moved(from, to)).as(from + " to " + to).isEqualTo(may);
            }
        }
    }

    private boolean moved(State from, State to) {
        var id = Ids.next();
        sql.sql("savepoint s").update();
        try {
            sql.sql(
                            "insert into complaint.complaint (id, number, place, origin, state, since, by_whom, at) values (:id, :number, :place, 'TOLD', 'RECEIVED', now(), :id, now())")
                    .param("id", id)
                    .param("number", ComplaintRules.number(TODAY))
                    .param("place", cast.county() + 100_000)
                    .update();
            path(from).forEach(state -> put(id, state));
            put(id, to);
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        } finally {
            sql.sql("rollback to savepoint s").update();
        }
    }

    private void put(UUID id, State state) {
        var finding = state == State.ANSWERED || state == State.AGREED ? "SO" : null;
        sql.sql("update complaint.complaint set state = :state, finding = :finding where id = :id")
                .param("state", state.name())
                .param("finding", finding)
                .param("id", id)
                .update();
    }

    private static List<State> path(State to) {
        return switch (to) {
            case RECEIVED -> List.of();
            case TAKEN -> List.of(State.TAKEN);
            case ANSWERED -> List.of(State.TAKEN, State.ANSWERED);
            case PASSED_ON -> List.of(State.PASSED_ON);
            case DECLINED -> List.of(State.DECLINED);
            case ASKED_AGAIN -> List.of(State.DECLINED, State.ASKED_AGAIN);
            case AGREED -> List.of(State.TAKEN, State.ANSWERED, State.AGREED);
        };
    }

    @Test
    void hostileWordsAreShownAsWords() {
        var id = Ids.next();
        hearing.told(
                new DivisionCode(cast.county() + 100_000),
                new Said(id, "<script>alert(1)</script>", "=1+1<img src=x onerror=alert(2)>", "'\"><b>"),
                township);
        assertThat(complaints.read(id, supervisor).words()).isEqualTo("=1+1<img src=x onerror=alert(2)>");
        refused(
                "complaint-unclear",
                () -> hearing.told(
                        new DivisionCode(cast.county() + 100_000),
                        new Said(Ids.next(), "", " \u0000\n ", ""),
                        township));
        refused(
                "complaint-unclear",
                () -> hearing.told(
                        new DivisionCode(cast.county()),
                        new Said(Ids.next(), "", WORDS, ""),
                        caller(Role.OFFICE, cast.ground(), null, null, null)));
    }
}
