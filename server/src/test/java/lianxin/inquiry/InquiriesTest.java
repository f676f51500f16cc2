package lianxin.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import lianxin.cases.Case;
import lianxin.cases.Cases;
import lianxin.cases.Inlet;
import lianxin.cases.Kind;
import lianxin.pairing.Cast;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.scope.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A household finds its case with two things it knows; whoever knows one of them finds nothing, and soon may not even try. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class InquiriesTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Cases cases;

    @Autowired
    Inlet inlet;

    @Autowired
    Particulars particulars;

    @Autowired
    Standing standing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher house;

    Cast cast;
    UUID home;
    Case one;
    int addresses;
    Instant now = Instant.parse("2026-11-26T02:00:00Z");

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return CountyTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        one = cases.open(home, Kind.SERVICE, "ROAD", "门前的路积水", cast.office());
        keep(home, "13805374321");
    }

    void keep(UUID household, String phone) {
        particulars.put(household, lianxin.particulars.Kind.PHONE, phone, TODAY, cast.office());
    }

    /** Asked over the wire, each time from elsewhere, without a cookie and without a token. */
    MockHttpServletResponse asked(String number, String four) {
        var n = addresses++;
        return asked(number, four, "203.%d.%d.7".formatted(n / 250, n % 250));
    }

    MockHttpServletResponse asked(String number, String four, String address) {
        return http.post()
                .uri("/ask")
                .header("Accept", "text/html")
                .param("number", number)
                .param("four", four)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange()
                .getResponse();
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aHouseholdSeesItsCaseWithoutACardAnAccountOrACookie() {
        var other = cases.open(home, Kind.SERVICE, "HEALTH", "老人要住院", cast.office());
        var form =
                http.get().uri("/ask").header("Accept", "text/html").exchange().getResponse();
        assertThat(text(form)).contains("诉求编号", "最后四位").doesNotContain("_csrf");
        var answer = asked(one.number(), "4321");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer))
                .contains("门前的路积水", one.number(), "已收到")
                .doesNotContain(
                        "老人要住院",
                        other.number(),
                        head(),
                        "13805374321",
                        "/answer",
                        one.id().toString());
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(sql.sql("select count(*) from record.leaf where what = 'CaseShown'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    String head() {
        return sql.sql("select head from registry.household where id = :home")
                .param("home", home)
                .query(String.class)
                .single();
    }

    @Test
    void asItIsReadOffALetter() {
        var written =
                one.number().toLowerCase().replace('-', '－').replace('0', '０').replace("1", "l");
        assertThat(asked(" " + written + " ", "４３２１").getStatus()).isEqualTo(200);
    }

    /** Nobody learns which of the two was wrong, whether there is such a case, or whose telephone is kept. */
    @Test
    void whateverDoesNotFitLooksTheSame() {
        var mute = cast.household(1);
        var locked = cast.household(1);
        keep(locked, "13805374321");
        particulars.lock(locked, cast.office());
        var without = cases.open(mute, Kind.SERVICE, "ROAD", "没有电话", cast.office());
        var restricted = cases.open(locked, Kind.SERVICE, "ROAD", "不得使用", cast.office());
        var nobodys = inlet.open(UUID.randomUUID(), "ROAD", cast.code(1), "路灯坏了", Instant.now());
        var first = asked(one.number(), "4320");
        assertThat(first.getStatus()).as("inquiry-no-match").isEqualTo(404);
        assertThat(text(first)).contains("没有对上").doesNotContain(one.number(), "4320");
        for (var answer : List.of(
                asked("2611-ZZZZZZ", "4321"),
                asked(without.number(), "4321"),
                asked(without.number(), "0000"),
                asked(restricted.number(), "4321"),
                asked(nobodys.number(), "4321"),
                asked(one.number(), ""),
                asked("", ""),
                asked("'; drop table cases.issue; --", "%"),
                asked(one.number(), "13805374321"))) {
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(text(answer)).isEqualTo(text(first));
            assertThat(answer.getHeaderNames()).isEqualTo(first.getHeaderNames());
        }
    }

    @Test
    void whoGuessesWaitsAndTheNumberWaitsWhereverHeSits() {
        for (var i = 0; i < GuessRules.FREE; i++) {
            assertThat(asked(one.number(), "000" + i).getStatus()).isEqualTo(404);
        }
        var soon = asked(one.number(), "4321");
        assertThat(soon.getStatus())
                .as("inquiry-too-soon, though it would be right")
                .isEqualTo(429);
        assertThat(soon.getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(text(soon)).contains("请过一会儿再试").doesNotContain("门前的路积水", one.number());
        for (var i = 0; i < GuessRules.FREE; i++) {
            assertThat(asked("2611-ZZZZZZ", "000" + i).getStatus()).isEqualTo(404);
        }
        assertThat(asked("2611-ZZZZZZ", "4321").getStatus())
                .as("a number nobody has waits like any other")
                .isEqualTo(429);
    }

    @Test
    void whoAsksTooOftenFromOnePlaceIsStopped() {
        var status = 404;
        var tries = 0;
        while (status == 404 && tries < 100) {
            status = asked("2611-ZZZZ" + (10 + tries++), "0000", "198.51.100." + tries)
                    .getStatus();
        }
        assertThat(status).as("too-many").isEqualTo(429);
    }

    @Test
    void whoGuessesAtManyNumbersSlowlyWaitsToo() {
        var guesses = new Guesses(sql, clock);
        var made = 0;
        for (var i = 0; i < 300; i++) {
            now = now.plusSeconds(20);
            if (!guesses.begin("2611-ZZZ" + (100 + i), "198.51.102." + i % 250).isPositive()) {
                made++;
            }
        }
        assertThat(made)
                .as("a hundred minutes of it")
                .isBetween(GuessRules.FREE_PER_PREFIX, GuessRules.FREE_PER_PREFIX + 14);
        assertThat(guesses.begin("2611-ZZZ999", "198.51.103.1"))
                .as("his neighbour")
                .isNegative();
    }

    /** Ten thousand endings, each tried once from another address, one every four minutes: a month of it. */
    @Test
    void tenThousandTriesFromTenThousandAddressesAreStoppedByTheNumber() {
        var guesses = new Guesses(sql, clock);
        var inquiries = new Inquiries(guesses, inlet, particulars, standing, transaction, house, clock);
        var made = 0;
        for (var i = 0; i < 10_000; i++) {
            var address = "10.%d.%d.1".formatted(i / 250, i % 250);
            now = now.plus(Duration.ofMinutes(4));
            if (!guesses.begin(one.number(), address).isPositive()) {
                made++;
            }
        }
        assertThat(made).isBetween(60, 150);
        assertThatThrownBy(() -> inquiries.look(one.number(), "4321", "10.99.99.1"))
                .hasMessageContaining("inquiry-too-soon");
        now = now.plus(GuessRules.LONGEST);
        assertThat(inquiries.look(one.number(), "4321", "10.99.99.1").id())
                .as("whose case it is waits, and then sees it")
                .isEqualTo(one.id());
        var again = catchThrowableOfType(Refusal.class, () -> inquiries.look(one.number(), "4321", "10.99.99.1"));
        assertThat(again).as("what others tried stays counted").isNotNull();
    }

    @Test
    void aSlipOfTheFingerCostsNothing() {
        assertThat(asked(one.number(), "4322").getStatus()).isEqualTo(404);
        for (var i = 0; i < 5; i++) {
            assertThat(asked(one.number(), "4321").getStatus()).isEqualTo(200);
        }
    }
}
