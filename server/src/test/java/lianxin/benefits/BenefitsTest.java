package lianxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.card.Cards;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** From an office’s sheet to a household’s own word, and every way somebody might say it for the household. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class BenefitsTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final String HEADERS = "户编号,户主,类别,政策或项目,金额,发放日期\n";

    @Autowired
    MockMvcTester http;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Cards cards;

    @Autowired
    Benefits benefits;

    @Autowired
    Arrivals arrivals;

    Cast cast;
    UUID home;
    String key;
    String head;
    String other;
    String card;
    String neighbour;
    Caller office;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        var next = cast.household(1);
        key = "H" + home;
        other = "H" + next;
        head = sql.sql("select head from registry.household where id = :id")
                .param("id", home)
                .query(String.class)
                .single();
        pairings.adopt(
                new Pairings.Adoption(
                        null,
                        TODAY.minusDays(100),
                        Reason.PLAN_ADOPTED,
                        List.of(cast.plan(1, cast.cadre(), home, next))),
                cast.office());
        card = cards.print(home, cast.office()).card().code();
        neighbour = cards.print(next, cast.office()).card().code();
        accounts.open("b-office", "x", "b-office", Role.OFFICE, cast.ground(), null, null);
        accounts.open("b-supervisor", "x", "b-supervisor", Role.SUPERVISOR, cast.ground(), null, null);
        office = cast.office();
    }

    UUID read(String lines) {
        try {
            return benefits.read(
                    "发放.csv",
                    "县农财〔2026〕3号",
                    new ByteArrayInputStream((HEADERS + lines).getBytes(StandardCharsets.UTF_8)),
                    new Words(messages, Locale.CHINESE),
                    office);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String line(String key, String policy) {
        return key + ",,补贴," + policy + ",312.50," + TODAY.minusDays(3) + "\n";
    }

    Benefit kept() {
        benefits.keep(read(line(key, "耕地地力保护补贴")), office);
        return arrivals.of(card).getFirst();
    }

    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

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

    String page(@Nullable String login, String path) {
        var request = http.get().uri(path).header("Accept", "text/html");
        var answer = (login == null ? request : request.with(user(login))).exchange();
        return answer.getResponse().getStatus() + " "
                + new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    int post(@Nullable String login, String path, String... fields) {
        var request = http.post().uri(path).with(csrf());
        if (login != null) {
            request = request.with(user(login));
        }
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }

    @Test
    void aSheetIsLookedAtBeforeItIsKeptAndUndoneWhileNobodyHasSpoken() {
        var id = read(line(key, "耕地地力保护补贴") + line(other, "耕地地力保护补贴"));
        assertThat(benefits.require(id, office).lines()).isEqualTo(2);
        assertThat(arrivals.of(card)).as("not kept yet").isEmpty();
        benefits.keep(id, office);
        assertThat(arrivals.of(card)).hasSize(1);
        refused("benefits-not-now", () -> benefits.keep(id, office));
        benefits.undo(id, office);
        assertThat(arrivals.of(card)).isEmpty();
        refused("benefits-not-now", () -> benefits.undo(id, office));
        var again = read(line(key, "耕地地力保护补贴"));
        benefits.keep(again, office);
        arrivals.say(card, arrivals.of(card).getFirst().id(), Said.ARRIVED);
        refused("benefits-not-now", () -> benefits.undo(again, office));
    }

    @Test
    void whatIsWrongInALineIsSaidAndTheOthersAreRead() {
        var stranger = Cast.on(sql);
        stranger.village(1);
        var elsewhere = stranger.household(1);
        var good = line(key, "耕地地力保护补贴");
        var batch = benefits.require(
                read(good
                        + good
                        + line("H-NO-SUCH", "补贴")
                        + line("H" + elsewhere, "补贴")
                        + key + ",别人,补贴,取暖补贴,10," + TODAY + "\n"
                        + key + ",,补贴,取暖补贴,十元," + TODAY + "\n"
                        + key + ",,补贴,取暖补贴,10," + TODAY.plusDays(1) + "\n"),
                office);
        assertThat(batch.lines()).isEqualTo(1);
        assertThat(batch.leftOut()).isEqualTo(6);
        assertThat(String.join("\n", batch.faults()))
                .contains("出现过了", "没有这个编号的在册户", "户主不是这一户的", "最多两位小数", "不能在今天以后")
                .doesNotContain(head);
    }

    @Test
    void theSameThingIsEnteredOnce() {
        kept();
        var again = benefits.keep(read(line(key, "耕地地力保护补贴") + line(key, "取暖补贴")), office);
        assertThat(again.lines()).isEqualTo(1);
        assertThat(again.leftOut()).isEqualTo(1);
        assertThat(arrivals.of(card)).hasSize(2);
    }

    @Test
    void theHouseholdSaysWhetherItArrivedAndWhatDidNotBecomesACase() {
        var benefit = kept();
        refused("benefit-said", () -> arrivals.ask(card, benefit.id(), "没有收到"));
        refused("no-such-benefit", () -> arrivals.say(neighbour, benefit.id(), Said.ARRIVED));
        refused("no-such-card", () -> arrivals.say("0".repeat(20), benefit.id(), Said.ARRIVED));
        arrivals.say(card, benefit.id(), Said.NOT_ARRIVED);
        refused("benefit-said", () -> arrivals.say(card, benefit.id(), Said.NOT_ARRIVED));
        var opened = arrivals.ask(card, benefit.id(), "没有收到");
        assertThat(opened.household()).isEqualTo(home);
        assertThat(opened.category()).isEqualTo("SUBSIDY");
        refused("benefit-said", () -> arrivals.ask(card, benefit.id(), "没有收到"));
        arrivals.say(card, benefit.id(), Said.ARRIVED); // it came after all
        refused("benefit-said", () -> arrivals.say(card, benefit.id(), Said.NOT_ARRIVED));
        var figures = benefits.figures(new DivisionCode(cast.county()), office);
        assertThat(figures.confirmed()).isEqualTo(1);
        assertThat(figures.benefits()).isEqualTo(1);
        assertThat(figures.amountArrived()).isEqualByComparingTo("312.50");
    }

    @Test
    void theDatabaseKeepsWhatWasSaid() {
        var benefit = kept();
        var that = " where id = '" + benefit.id() + "'";
        assertThat(broken("update benefits.benefit set amount = 1" + that)).isEqualTo("a_benefit_is_never_rewritten");
        assertThat(broken("update benefits.benefit set said = 'ARRIVED'" + that))
                .isEqualTo("whoever_says_it_says_when");
        assertThat(broken("update benefits.benefit set issue = id" + that))
                .isEqualTo("only_what_did_not_arrive_is_a_case");
        arrivals.say(card, benefit.id(), Said.ARRIVED);
        assertThat(broken("update benefits.benefit set said = 'NOT_ARRIVED'" + that))
                .isEqualTo("what_a_household_said_stands");
        assertThat(broken("update benefits.benefit set said = null, said_at = null" + that))
                .isEqualTo("what_a_household_said_stands");
        assertThat(broken("update benefits.benefit set kept = false" + that))
                .isEqualTo("what_is_not_kept_is_not_asked");
        assertThat(broken(
                        "insert into benefits.benefit (id, batch, household, place, kind, policy, arrived_on, kept) select gen_random_uuid(), batch, household, place, kind, policy, arrived_on, true from benefits.benefit"
                                + that))
                .isEqualTo("a_benefit_is_entered_once");
        assertThat(broken("update benefits.batch set undone_at = now(), kept_at = null where id = '" + benefit.batch()
                        + "'"))
                .isEqualTo("only_what_was_kept_is_undone");
    }

    @Test
    void nobodyElseEntersOrReads() {
        var id = read(line(key, "耕地地力保护补贴"));
        var elsewhere = Cast.on(sql).office();
        refused("no-such-benefit", () -> benefits.keep(id, elsewhere));
        refused("no-such-benefit", () -> benefits.require(id, elsewhere));
        refused("not-yours", () -> benefits.require(id, cast.as(Role.VILLAGE_COMMITTEE, null, null)));
        refused(
                "benefits-no-sheet",
                () -> benefits.read(
                        "x.csv",
                        " ",
                        new ByteArrayInputStream(new byte[0]),
                        new Words(messages, Locale.CHINESE),
                        office));
    }

    @Test
    void theirPagesShowItAndWhateverIsWrittenIsWords() {
        var hostile = "<script>alert(1)</script>";
        benefits.keep(read(line(key, hostile) + line(other, "=HYPERLINK(1)")), office);
        assertThat(page("b-office", "/benefits")).startsWith("200").contains("0 户说收到过，共 2 户", "县农财〔2026〕3号");
        assertThat(page("b-supervisor", "/benefits")).startsWith("200").doesNotContain("县农财", "name=\"file\"");
        var batch = arrivals.of(card).getFirst().batch();
        assertThat(page("b-office", "/benefits/" + batch))
                .startsWith("200")
                .contains("&lt;script", key, head)
                .doesNotContain("<script>alert");
        assertThat(page("b-supervisor", "/benefits/" + batch)).startsWith("403");
        assertThat(page(null, "/h/" + card)).contains("/h/" + card + "/benefits");
        assertThat(page(null, "/h/" + card + "/benefits"))
                .startsWith("200")
                .contains("&lt;script", "312.50 元", "没收到")
                .doesNotContain("<script>alert", head);
        var id = arrivals.of(card).getFirst().id();
        var answer = "/h/" + card + "/benefits/" + id + "/answer";
        assertThat(http.post()
                        .uri(answer)
                        .param("said", "ARRIVED")
                        .header("Accept", "application/json")
                        .with(user("b-office"))
                        .with(csrf()))
                .hasStatus(403)
                .bodyText()
                .contains("benefit-for-households");
        assertThat(post(null, answer, "said", "NOT_ARRIVED")).isEqualTo(302);
        assertThat(page(null, "/h/" + card + "/benefits")).contains("请人查一查");
        assertThat(post(null, "/h/" + card + "/benefits/" + id + "/case")).isEqualTo(302);
        assertThat(page(null, "/h/" + card + "/cases")).contains("没有收到，请查一查").doesNotContain("<script>alert");
        assertThat(page("b-office", "/benefits/template.xlsx")).startsWith("200");
    }

    @Test
    void guessingCodesIsSlow() {
        assertThat(page(null, "/h/" + "0".repeat(20) + "/benefits")).startsWith("404");
        for (var method : FamilyBenefitPages.class.getDeclaredMethods()) {
            if (method.getName().matches("mine|answer|ask")) {
                assertThat(method.getAnnotation(AtMost.class))
                        .as(method.getName())
                        .isNotNull();
            }
        }
    }
}
