package lianxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.cases.Case;
import lianxin.cases.Cases;
import lianxin.cases.Handling;
import lianxin.cases.Inlet;
import lianxin.cases.Outcome;
import lianxin.cases.Stage;
import lianxin.cases.Voice;
import lianxin.egress.Signature;
import lianxin.pairing.Cast;
import lianxin.particulars.Kind;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A household is asked by a real provider on this machine, answers, and nobody answers in its place. Commits for good. */
@SpringBootTest(properties = "db-scheduler.polling-interval=24h")
@AutoConfigureMockMvc
class GatewayTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final String SECRET = Signature.secret();
    static final List<Call> CALLS = Collections.synchronizedList(new ArrayList<>());
    static final HttpServer PROVIDER = provider();

    static volatile int status = 202;
    static int phones = 1000;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Agreements agreements;

    @Autowired
    Failures failures;

    @Autowired
    Particulars particulars;

    @Autowired
    Cases cases;

    @Autowired
    Handling handling;

    @Autowired
    Inlet inlet;

    @Autowired
    Provider provider;

    @Autowired
    AskStore store;

    @Autowired
    MessageSource messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher house;

    @Autowired
    Standing standing;

    volatile Instant now;
    Sender sender;
    Cast cast;
    UUID home;
    String phone;

    record Call(String id, String at, String signature, String body) {

        String says(String part) {
            return JsonPath.read(body, "$." + part);
        }
    }

    static HttpServer provider() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", GatewayTest::take);
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        CALLS.add(new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @DynamicPropertySource
    static void itsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("gateway", properties);
        properties.add(
                "lianxin.gateway.url",
                () -> "http://127.0.0.1:" + PROVIDER.getAddress().getPort() + "/ask");
        properties.add("lianxin.gateway.secret", () -> SECRET);
        properties.add("lianxin.egress.inside", () -> "127.0.0.1/32");
    }

    @AfterAll
    static void away() {
        PROVIDER.stop(0);
    }

    @BeforeEach
    void people() {
        sql.sql("delete from gateway.ask").update();
        CALLS.clear();
        status = 202;
        now = TODAY.plusDays(1).atTime(10, 0).atZone(CountyTime.ZONE).toInstant();
        sender = sender(clock());
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        phone = "1380537" + phones++;
        particulars.put(home, Kind.PHONE, phone, TODAY, cast.office());
    }

    Sender sender(Clock clock) {
        return new Sender(provider, store, inlet, particulars, messages, transaction, house, standing, clock);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
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
    }

    void agrees() {
        agreements.agree(home, TODAY, cast.office());
    }

    Case replied() {
        var one = cases.open(home, lianxin.cases.Kind.SERVICE, "HEALTH", "=1+1<script>欧阳金凤腿疼</script>", cast.office());
        return handling.reply(one.id(), one.version(), Outcome.SOLVED, "<b>已联系医院</b>", null, cast.office());
    }

    Case again(Case one) {
        return standing.house(() -> inlet.byId(List.of(one.id())).getFirst());
    }

    /** Replied to, asked, and how the question is called. */
    String asked() {
        agrees();
        replied();
        assertThat(sender.round()).isEqualTo(1);
        return CALLS.getLast().says("reference");
    }

    String state() {
        return sql.sql("select state from gateway.ask where household = :home order by made_at desc limit 1")
                .param("home", home)
                .query(String.class)
                .single();
    }

    static String body(String reference, String from, String text) {
        return "{\"reference\": \"%s\", \"from\": \"%s\", \"text\": \"%s\"}".formatted(reference, from, text);
    }

    MockHttpServletResponse brings(String body) {
        return brings(UUID.randomUUID(), Instant.now(), SECRET, body);
    }

    MockHttpServletResponse brings(UUID id, Instant at, String secret, String body) {
        var request = http.post()
                .uri("/gateway/answers")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept", "application/json")
                .content(body);
        for (var header : Signature.headers(secret, id, at, body).entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        return request.exchange().getResponse();
    }

    void refused(String code, int expected, MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(code).isEqualTo(expected);
        assertThat(answer.getContentAsString()).contains("/problems/" + code);
    }

    @Test
    void aHouseholdThatAgreedIsAskedAndItsWordCounts() {
        agrees();
        var one = replied();
        assertThat(sender.round()).isEqualTo(1);
        var call = CALLS.getFirst();
        assertThat(call.signature())
                .isEqualTo("v1," + Signature.mac(SECRET, call.id() + "." + call.at() + "." + call.body()));
        assertThat(call.says("to")).isEqualTo(phone);
        assertThat(call.says("way")).isEqualTo("message");
        assertThat(call.says("text")).contains(one.number(), "1", "2", "0");
        assertThat(call.body())
                .as("the number and nothing else")
                .doesNotContain(
                        "欧阳",
                        "腿",
                        "script",
                        "医院",
                        "HEALTH",
                        "卫生",
                        home.toString(),
                        one.id().toString());
        assertThat(brings(body(call.says("reference"), phone, "１。")).getStatus())
                .isEqualTo(204);
        assertThat(again(one).stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(sql.sql(
                                "select way || ' ' || said || ' ' || words || (by_whom = :nobody) from cases.answer where issue = :id")
                        .param("nobody", Caller.NOBODY)
                        .param("id", one.id())
                        .query(String.class)
                        .single())
                .isEqualTo("MESSAGE CONFIRMED true");
        assertThat(state()).isEqualTo("ANSWERED");
        assertThat(sender.round()).as("once").isZero();
    }

    @Test
    void noIsDoneAgainAndTheOldQuestionIsNoAnswerToTheNewReply() throws Exception {
        var reference = asked();
        assertThat(brings(body(reference, "+86 " + phone, " 2 ")).getStatus()).isEqualTo(204);
        var one =
                standing.house(() -> inlet.byId(List.of(sql.sql("select issue from gateway.ask where household = :home")
                                .param("home", home)
                                .query(UUID.class)
                                .single()))
                        .getFirst());
        assertThat(one.stage()).isEqualTo(Stage.REDO);
        assertThat(one.redone()).isEqualTo(1);
        refused("gateway-not-asked", 404, brings(body(reference, phone, "1")));
        one = handling.accept(one.id(), one.version(), cast.office());
        handling.reply(one.id(), one.version(), Outcome.PARTLY, "又联系了", null, cast.office());
        refused("gateway-not-asked", 404, brings(body(reference, phone, "1")));
        assertThat(sender.round()).isEqualTo(1);
        assertThat(brings(body(CALLS.getLast().says("reference"), phone, "1")).getStatus())
                .isEqualTo(204);
        assertThat(again(one).voice()).isEqualTo(Voice.CONFIRMED);
    }

    @Test
    void withoutConsentNobodyIsAsked() throws Exception {
        replied();
        assertThat(sender.round()).isZero();
        var reference = asked();
        assertThat(brings(body(reference, phone, "0")).getStatus()).isEqualTo(204);
        replied();
        assertThat(sender.round()).as("it said: no more").isZero();
        assertThat(CALLS).hasSize(1);
        assertThat(sql.sql(
                                "select count(*) from record.leaf where what = 'CONSENT_TO_MESSAGES_ENDED' and by_whom = :nobody")
                        .param("nobody", Caller.NOBODY)
                        .query(Integer.class)
                        .single())
                .isPositive();
        agrees();
        replied();
        agreements.end(home, cast.office());
        assertThat(sender.round()).isZero();
        assertThat(state()).isEqualTo("DROPPED");
        assertThatThrownBy(() -> agreements.agree(home, TODAY.plusDays(1), cast.office()))
                .hasMessageContaining("message-consent-day");
    }

    @Test
    void onlyATelephoneOfItsOwnThatMayBeUsed() {
        agrees();
        replied();
        var neighbour = cast.household(1);
        particulars.put(neighbour, Kind.PHONE, phone, TODAY, cast.office());
        assertThat(sender.round()).as("another household has the same number").isZero();
        assertThat(state()).isEqualTo("DROPPED");
        particulars.remove(neighbour, Kind.PHONE, cast.office());
        replied();
        particulars.lock(home, cast.office());
        assertThat(sender.round()).as("kept and not used").isZero();
        particulars.unlock(home, cast.office());
        replied();
        particulars.remove(home, Kind.PHONE, cast.office());
        assertThat(sender.round()).isZero();
        assertThat(CALLS).isEmpty();
        particulars.put(home, Kind.PHONE, "0537-221" + phones++, TODAY, cast.office());
        replied();
        assertThat(sender.round()).isEqualTo(1);
        assertThat(CALLS.getFirst().says("way")).isEqualTo("voice");
    }

    @Test
    void whoHasSaidSoAlreadyIsNotAsked() {
        agrees();
        var one = replied();
        transaction.executeWithoutResult(_ -> standing.houseDoes(() -> inlet.byMessage(again(one), Voice.CONFIRMED)));
        assertThat(sender.round()).isZero();
        assertThat(state()).isEqualTo("DROPPED");
    }

    @Test
    void notAtNightAndNotTooOften() {
        agrees();
        replied();
        now = TODAY.plusDays(1).atTime(20, 0).atZone(CountyTime.ZONE).toInstant();
        assertThat(sender.round()).isZero();
        now = now.plus(Duration.ofHours(13));
        assertThat(sender.round()).isEqualTo(1);
        replied();
        replied();
        assertThat(sender.round()).as("twice in seven days").isEqualTo(1);
        now = now.plus(Duration.ofDays(6));
        assertThat(sender.round()).isZero();
        now = now.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(1));
        assertThat(sender.round()).isEqualTo(1);
        assertThat(CALLS).hasSize(3);
    }

    @Test
    void whatTheProviderDoesNotTakeIsTriedAgainUntilItIsTooLate() {
        agrees();
        replied();
        status = 503;
        assertThat(sender.round()).isZero();
        assertThat(sender.round()).isZero();
        assertThat(CALLS).as("not before its time").hasSize(1);
        now = now.plusSeconds(61);
        status = 302;
        assertThat(sender.round()).as("and no other address is followed").isZero();
        assertThat(CALLS).hasSize(2);
        now = now.plusSeconds(121);
        status = 202;
        assertThat(sender.round()).isEqualTo(1);
        assertThat(CALLS).extracting(Call::id).containsOnly(CALLS.getFirst().id());
        replied();
        status = 400;
        assertThat(sender.round()).isZero();
        assertThat(state()).isEqualTo("FAILED");
        now = now.plus(Duration.ofDays(8));
        replied();
        status = 503;
        sender.round();
        assertThat(state()).as("three days after it was made").isEqualTo("FAILED");
    }

    @Test
    void whatWasNotDeliveredIsSeenTriedAgainOrLeft() {
        accounts.open("gw-office", "x", "活动办", Role.OFFICE, cast.ground(), null, null);
        assertThat(page("gw-office", "/gateway/failed")).startsWith("200").contains("没有送不出去的");
        agrees();
        var one = replied();
        status = 503;
        sender.round();
        assertThat(page("gw-office", "/gateway/failed"))
                .as("waits, and is tried again by itself")
                .contains("1 件没有送到", one.number(), "服务商没有接通", "再试")
                .doesNotContain(phone, "腿疼");
        status = 404;
        now = now.plusSeconds(61);
        sender.round();
        assertThat(state()).isEqualTo("FAILED");
        assertThat(page("gw-office", "/gateway/failed")).contains("不收这一条（404）", "已不再试");
        var id = failures.on(cast.office()).getFirst().id();
        assertThat(failures.on(cast.office()).getFirst().tries()).isEqualTo(2);
        assertThatThrownBy(() -> failures.again(id, Cast.on(sql).office())).hasMessageContaining("not-here");
        assertThatThrownBy(() -> failures.on(cast.as(Role.TOWNSHIP, null, null)))
                .hasMessageContaining("not-yours");
        failures.again(id, cast.office());
        status = 202;
        assertThat(sender.round()).isEqualTo(1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(failures.on(cast.office())).isEmpty();
        assertThatThrownBy(() -> failures.leave(id, cast.office())).hasMessageContaining("no-such-question");
        assertThat(CALLS)
                .extracting(Call::id)
                .as("the same question")
                .containsOnly(CALLS.getFirst().id());
        assertThat(brings(body(CALLS.getLast().says("reference"), phone, "1")).getStatus())
                .isEqualTo(204);
    }

    @Test
    void whatIsTriedAgainKeepsToQuietHoursAndConsentAndWhatIsLeftIsNotAsked() {
        agrees();
        replied();
        status = 404;
        sender.round();
        var id = failures.on(cast.office()).getFirst().id();
        now = TODAY.plusDays(1).atTime(21, 0).atZone(CountyTime.ZONE).toInstant();
        failures.again(id, cast.office());
        status = 202;
        assertThat(sender.round()).as("not at night").isZero();
        status = 404;
        now = now.plus(Duration.ofHours(12));
        sender.round();
        agreements.end(home, cast.office());
        assertThatThrownBy(() -> failures.again(id, cast.office())).hasMessageContaining("question-not-failed");
        failures.leave(id, cast.office());
        assertThat(state()).isEqualTo("DROPPED");
        assertThat(failures.on(cast.office())).isEmpty();
        assertThat(sql.sql("select count(*) from record.leaf where what in ('QUESTION_TRIED_AGAIN', 'QUESTION_LEFT')")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
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

    /** The house dies when the provider has it: the answer counts, and unanswered it is asked again under the same name. */
    @Test
    void aKillInBetweenLosesNothing() {
        agrees();
        var one = replied();
        var dying = sender(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (!CALLS.isEmpty()) {
                    throw new IllegalStateException("killed");
                }
                return now;
            }
        });
        assertThatThrownBy(dying::round).hasMessage("killed");
        assertThat(state()).isEqualTo("WAITING");
        assertThat(sender.round()).as("somebody may still have it").isZero();
        now = now.plus(Duration.ofMinutes(11));
        assertThat(sender.round()).isEqualTo(1);
        assertThat(CALLS)
                .hasSize(2)
                .extracting(Call::id)
                .containsOnly(CALLS.getFirst().id());
        assertThat(brings(body(CALLS.getFirst().says("reference"), phone, "1")).getStatus())
                .isEqualTo(204);
        assertThat(again(one).voice()).isEqualTo(Voice.CONFIRMED);
    }

    @Test
    void whatIsForgedOldOrBroughtTwiceDoesNotCount() throws Exception {
        var reference = asked();
        var yes = body(reference, phone, "1");
        refused("gateway-signature", 403, brings(UUID.randomUUID(), Instant.now(), Signature.secret(), yes));
        refused(
                "gateway-signature",
                403,
                brings(UUID.randomUUID(), Instant.now().minusSeconds(400), SECRET, yes));
        refused(
                "gateway-signature",
                403,
                brings(UUID.randomUUID(), Instant.now().plusSeconds(400), SECRET, yes));
        refused(
                "gateway-signature",
                403,
                http.post()
                        .uri("/gateway/answers")
                        .header("Accept", "application/json")
                        .content(yes)
                        .exchange()
                        .getResponse());
        accounts.open("gateway-handler" + cast.county(), "x", "h", Role.HANDLER, cast.ground(), cast.bureau(), null);
        refused(
                "gateway-signature",
                403,
                http.post()
                        .uri("/gateway/answers")
                        .with(user("gateway-handler" + cast.county()))
                        .with(csrf())
                        .header("Accept", "application/json")
                        .content(yes)
                        .exchange()
                        .getResponse());
        assertThat(state()).isEqualTo("SENT");
        var id = UUID.randomUUID();
        assertThat(brings(id, Instant.now(), SECRET, body(reference, phone, "0"))
                        .getStatus())
                .isEqualTo(204);
        refused("gateway-replayed", 409, brings(id, Instant.now(), SECRET, yes));
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void aTelephoneAloneSaysNothingNorDoesSomebodyElsesReference() throws Exception {
        var reference = asked();
        var number = CALLS.getLast().says("text").replaceAll(".*?(\\d{4}-[0-9A-Z]{6}).*", "$1");
        var ours = home;
        var our = phone;
        home = cast.household(1);
        phone = "1390537" + phones++;
        particulars.put(home, Kind.PHONE, phone, TODAY, cast.office());
        var theirs = asked();
        refused("gateway-not-asked", 404, brings(body(reference, phone, "1")));
        refused("gateway-not-asked", 404, brings(body(theirs, our, "1")));
        refused("gateway-not-asked", 404, brings(body("", our, "1")));
        refused("gateway-not-asked", 404, brings(body("", phone, number + " 1")));
        refused("gateway-not-asked", 404, brings(body("", our, "2601-000000 1")));
        refused("gateway-not-asked", 404, brings(body("x".repeat(40), our, "1")));
        refused("gateway-not-asked", 404, brings(body(reference, "", "1")));
        refused("gateway-not-asked", 404, brings(body(reference, "=1+1", "1")));
        home = ours;
        assertThat(state()).isEqualTo("SENT");
        assertThat(brings(body("", our, number + " 1")).getStatus())
                .as("its own number from its own telephone")
                .isEqualTo(204);
        assertThat(state()).isEqualTo("ANSWERED");
    }

    @Test
    void oneKeyIsTakenAndNothingElse() throws Exception {
        var reference = asked();
        for (var text : List.of(
                "", "3", "12", "1 2", "<script>1</script>", "=1", "@1", "解决了1", "'; drop table gateway.ask; --")) {
            refused("gateway-unclear", 422, brings(body(reference, phone, text)));
        }
        refused("gateway-unreadable", 400, brings("[]"));
        refused("gateway-unreadable", 400, brings("not json"));
        refused("gateway-unreadable", 400, brings("{\"text\": {\"a\": 1}}"));
        refused("gateway-unreadable", 400, brings(body(reference, phone, "1".repeat(5_000))));
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void tenThousandFromOneAddressEndInWaiting() {
        var statuses = new TreeSet<Integer>();
        var waits = 0;
        for (var i = 0; i < 10_000; i++) {
            var answer = http.post()
                    .uri("/gateway/answers")
                    .content("{}")
                    .with(request -> {
                        request.setRemoteAddr("198.51.100.99");
                        return request;
                    })
                    .exchange()
                    .getResponse()
                    .getStatus();
            statuses.add(answer);
            waits += answer == 429 ? 1 : 0;
        }
        assertThat(statuses).containsExactly(403, 429);
        assertThat(waits).isGreaterThan(5_000);
    }

    @Test
    void onlyThoseWhoKeepTheRosterWriteConsentDown() {
        accounts.open("gateway-office" + cast.county(), "x", "o", Role.OFFICE, cast.ground(), null, null);
        accounts.open("gateway-cadre" + cast.county(), "x", "c", Role.CADRE, cast.ground(), null, cast.cadre());
        var path = "/households/" + home + "/messages";
        assertThat(http.get().uri(path).with(user("gateway-cadre" + cast.county())))
                .hasStatus(403);
        assertThat(http.post()
                        .uri(path)
                        .param("agreed", TODAY.toString())
                        .with(user("gateway-office" + cast.county()))
                        .with(csrf()))
                .hasStatus(302);
        var page = http.get()
                .uri(path)
                .with(user("gateway-office" + cast.county()))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh")
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("已接通", "撤回同意").doesNotContain(phone);
        assertThat(http.get()
                        .uri("/cases/figures")
                        .with(user("gateway-office" + cast.county()))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh"))
                .bodyText()
                .contains("短信或语音");
        assertThat(http.post()
                        .uri(path + "/end")
                        .with(user("gateway-office" + cast.county()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(standing.house(() -> store.consent(home))).isEmpty();
    }
}
