package lianxin.open311;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.cases.CaseClock;
import lianxin.cases.Cases;
import lianxin.cases.Inlet;
import lianxin.cases.Kind;
import lianxin.cases.Voice;
import lianxin.egress.Outward;
import lianxin.egress.OutwardToHere;
import lianxin.egress.Signature;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.scope.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs are told: by a real server that fails, is slow, sends elsewhere and answers. Commits for good. */
@SpringBootTest(properties = "db-scheduler.polling-interval=24h")
@AutoConfigureMockMvc
class HooksTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    HookStore store;

    @Autowired
    HookSecrets secrets;

    @Autowired
    Standing standing;

    @Autowired
    Cases cases;

    @Autowired
    Inlet inlet;

    @Autowired
    CaseClock night;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher house;

    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    final Outward outward = OutwardToHere.outward();

    volatile Function<Call, Integer> answers = _ -> 204;
    volatile Instant now = Instant.now();

    HttpServer server;
    String address;
    Cast cast;
    Hooks hooks;
    Courier courier;

    record Call(String id, String at, String signature, String body, int nth) {}

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("hooks", properties);
    }

    @BeforeEach
    void aProgram() throws IOException {
        sql.sql("delete from open311.delivery").update();
        sql.sql("delete from open311.hook").update();
        cast = Cast.on(sql);
        cast.village(1);
        cast.village(2);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
        outward.allow(URI.create(address));
        var clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        hooks = new Hooks(store, secrets, outward, house, clock);
        courier = new Courier(store, secrets, outward, standing, clock);
    }

    @AfterEach
    void away() {
        server.stop(0);
    }

    void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var call = new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                calls.size() + 1);
        calls.add(call);
        var status = answers.apply(call);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", address.replace("told", "elsewhere"));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String subscribe() {
        return transaction.execute(_ -> hooks.subscribe("热线", new DivisionCode(cast.county()), address, cast.office()));
    }

    UUID hook() {
        return hooks.on(cast.office()).getFirst().hook().id();
    }

    Hook one() {
        return hooks.on(cast.office()).getFirst().hook();
    }

    lianxin.cases.Case opened(String words) {
        return transaction.execute(
                _ -> standing.house(() -> inlet.open(Ids.next(), "ROAD", cast.code(1), words, Instant.now())));
    }

    void replied(UUID id) {
        sql.sql(
                        "update cases.issue set stage = 'REPLIED', outcome = 'SOLVED', reply = '<script>修好了', replied_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    void confirmed(UUID id) {
        transaction.executeWithoutResult(_ ->
                standing.houseDoes(() -> inlet.answer(inlet.byId(List.of(id)).getFirst(), Voice.CONFIRMED, "欧阳金凤说好")));
    }

    @Test
    void aCaseIsToldSignedAndWithoutWords() {
        var secret = subscribe();
        var home = cast.household(1);
        var township = new Caller(
                new UUID(7, cast.county()),
                "t",
                Role.TOWNSHIP,
                new DivisionCode(cast.county() + 100_000).ground(),
                null,
                null);
        var one = transaction.execute(_ ->
                standing.house(() -> cases.open(home, Kind.SERVICE, "ROAD", "=1+1<script>欧阳金凤家门口</script>", township)));
        replied(one.id());
        confirmed(one.id());
        assertThat(courier.round()).isEqualTo(2);
        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.signature())
                    .isEqualTo("v1," + Signature.mac(secret, call.id() + "." + call.at() + "." + call.body()));
            assertThat(call.body())
                    .doesNotContain(
                            "欧阳",
                            "<script",
                            "修好了",
                            "=1+1",
                            home.toString(),
                            one.id().toString());
        });
        assertThat(JsonPath.<String>read(calls.getFirst().body(), "$.type")).isEqualTo("request.opened");
        assertThat(JsonPath.<String>read(calls.getFirst().body(), "$.data.extended_attributes.stage"))
                .isEqualTo("NEW");
        var last = calls.getLast().body();
        assertThat(JsonPath.<String>read(last, "$.data.service_request_id")).isEqualTo(one.number());
        assertThat(JsonPath.<String>read(last, "$.data.status")).isEqualTo("closed");
        assertThat(JsonPath.<String>read(last, "$.data.service_code")).isEqualTo("ROAD");
        assertThat(JsonPath.<String>read(last, "$.data.address_id")).isEqualTo(Long.toString(cast.code(1)));
        assertThat(JsonPath.<String>read(last, "$.data.extended_attributes.household_says"))
                .isEqualTo("CONFIRMED");
        assertThat(JsonPath.<Object>read(last, "$.data.description")).isNull();
        assertThat(courier.round()).isZero();
    }

    @Test
    void whatFailsIsTriedAgainLaterAndKeepsItsOrder() {
        subscribe();
        var first = opened("一");
        var second = opened("二");
        answers = call -> call.nth() <= 2 ? 500 : 200;
        assertThat(courier.round()).isZero();
        assertThat(courier.round()).as("not before its time").isZero();
        assertThat(calls).hasSize(1);
        assertThat(one().failures()).isEqualTo(1);
        assertThat(one().nextAt()).isBetween(now.plusSeconds(15), now.plusSeconds(31));
        now = now.plusSeconds(31);
        assertThat(courier.round()).isZero();
        assertThat(one().nextAt()).isAfterOrEqualTo(now.plusSeconds(30));
        now = now.plusSeconds(61);
        assertThat(courier.round()).isEqualTo(2);
        var ids = calls.stream().map(Call::id).toList();
        assertThat(ids.subList(0, 3)).as("one name for one message").containsOnly(ids.getFirst());
        assertThat(calls.get(2).body()).contains(first.number());
        assertThat(calls.get(3).body()).contains(second.number());
        assertThat(one().failures()).isZero();
    }

    @Test
    void aRedirectIsNotFollowedAndSilenceIsNoAnswer() {
        subscribe();
        opened("一");
        answers = _ -> 302;
        assertThat(courier.round()).isZero();
        assertThat(calls).hasSize(1);
        assertThat(one().trouble()).isEqualTo("302");
        var end = new CountDownLatch(1);
        answers = _ -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 200;
        };
        now = now.plusSeconds(31);
        assertThat(courier.round()).as("it is too slow").isZero();
        assertThat(one().trouble()).isEqualTo("NO_ANSWER");
        end.countDown();
        server.stop(0);
        now = now.plusSeconds(61);
        assertThat(courier.round()).as("nobody is there").isZero();
        assertThat(one().failures()).isEqualTo(3);
        assertThat(one().waiting()).isEqualTo(1);
    }

    /** The house dies after the program has taken it and before that is written down: sent again under the same name, nothing lost. */
    @Test
    void aKillInBetweenLosesNothing() {
        subscribe();
        opened("一");
        opened("二");
        var dying = new Courier(store, secrets, outward, standing, new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            /** Nothing is done any more once the program has it. */
            @Override
            public Instant instant() {
                if (!calls.isEmpty()) {
                    throw new Killed();
                }
                return now;
            }
        });
        assertThat(dying.round()).isZero();
        assertThat(calls).hasSize(1);
        assertThat(courier.round()).as("somebody may still have it").isZero();
        now = now.plus(Courier.LEASE).plusSeconds(1);
        assertThat(courier.round()).isEqualTo(2);
        assertThat(calls).extracting(Call::id).hasSize(3);
        assertThat(calls.get(1).id()).isEqualTo(calls.getFirst().id());
        assertThat(sql.sql("select count(*) from open311.delivery where done_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aCaseThatDidNotMoveAfterAllIsNotTold() {
        subscribe();
        transaction.executeWithoutResult(undone -> {
            standing.houseDoes(() -> inlet.open(Ids.next(), "ROAD", cast.code(1), "x", Instant.now()));
            undone.setRollbackOnly();
        });
        assertThat(courier.round()).isZero();
        assertThat(one().waiting()).isZero();
    }

    @Test
    void afterSomeDaysItIsPausedAndThePageSaysSo() {
        subscribe();
        opened("一");
        answers = _ -> 503;
        var began = now;
        while (one().pausedAt() == null && now.isBefore(began.plus(Duration.ofDays(8)))) {
            courier.round();
            now = now.plus(Duration.ofHours(7));
        }
        assertThat(now).isAfterOrEqualTo(began.plus(Duration.ofDays(5)));
        var tried = calls.size();
        assertThat(tried).isBetween(15, 19);
        accounts.open("hooks-office", "x", "o", Role.OFFICE, cast.ground(), null, null);
        assertThat(page("/cases/programs/hooks")).contains("暂停", "503", "没有允许访问这个地址");
        opened("二");
        assertThat(courier.round()).as("nothing is tried").isZero();
        assertThat(calls).hasSize(tried);
        answers = _ -> 200;
        transaction.executeWithoutResult(_ -> hooks.resume(hook(), cast.office()));
        assertThat(courier.round()).as("nothing was lost").isEqualTo(2);
        var delivery = hooks.deliveries(hook(), cast.office()).getLast();
        transaction.executeWithoutResult(_ -> hooks.again(hook(), delivery.id(), cast.office()));
        assertThat(courier.round()).isEqualTo(1);
        assertThat(calls.getLast().id()).isEqualTo("msg_" + delivery.id());
    }

    @Test
    void whoeverSaysThatHeIsGoneIsNotAskedAgain() {
        subscribe();
        opened("一");
        answers = _ -> 410;
        courier.round();
        assertThat(one().pausedAt()).isNotNull();
    }

    @Test
    void onlyWhatIsOnItsGround() {
        subscribe();
        var elsewhere = Cast.on(sql);
        elsewhere.village(1);
        transaction.executeWithoutResult(
                _ -> standing.houseDoes(() -> inlet.open(Ids.next(), "ROAD", elsewhere.code(1), "x", Instant.now())));
        assertThat(courier.round()).isZero();
        transaction.executeWithoutResult(_ -> hooks.end(hook(), cast.office()));
        opened("一");
        assertThat(courier.round()).isZero();
        assertThat(one().waiting()).isZero();
    }

    /** What the night moves in thousands is told as well. */
    @Test
    void whatTimeDoesIsTold() {
        subscribe();
        var silent = opened("一");
        replied(silent.id());
        sql.sql("update cases.issue set due_on = :day where id = :id")
                .param("day", TODAY.minusDays(1))
                .param("id", silent.id())
                .update();
        standing.houseDoes(() -> night.strike(TODAY));
        assertThat(courier.round()).isEqualTo(2);
        assertThat(calls.getLast().body()).contains("UNANSWERED");
    }

    @Test
    void theOldIsForgottenAndWhatWaitsIsNot() {
        subscribe();
        opened("一");
        courier.round();
        opened("二");
        now = now.plus(Duration.ofDays(31));
        assertThat(courier.forget()).isEqualTo(1);
        assertThat(courier.round()).isEqualTo(1);
    }

    @Test
    void onlyTheOfficeAndOnlyWhereTheOperatorAllowsIt() {
        accounts.open("hooks-clerk", "x", "c", Role.TOWNSHIP, cast.ground(), null, null);
        assertThat(http.get().uri("/cases/programs/hooks").with(user("hooks-clerk")))
                .hasStatus(403);
        assertThatThrownBy(() -> hooks.subscribe(
                        "x", new DivisionCode(cast.county()), "http://169.254.169.254/latest", cast.office()))
                .hasMessageContaining("open311-address");
        assertThatThrownBy(() ->
                        hooks.subscribe("x", new DivisionCode(cast.county()), "file:///etc/passwd", cast.office()))
                .hasMessageContaining("open311-address");
        assertThatThrownBy(() -> hooks.subscribe("x", new DivisionCode(cast.county()), "not one", cast.office()))
                .hasMessageContaining("open311-address");
        assertThatThrownBy(() -> hooks.subscribe(" ", new DivisionCode(cast.county()), address, cast.office()))
                .hasMessageContaining("open311-missing");
        assertThatThrownBy(
                        () -> hooks.subscribe("x", new DivisionCode(cast.county() + 1_000_000), address, cast.office()))
                .hasMessageContaining("not-here");
        subscribe();
        var stranger = new Caller(
                new UUID(9, 9), "x", Role.OFFICE, new DivisionCode(cast.county() + 1_000_000).ground(), null, null);
        var hook = hook();
        assertThatThrownBy(() -> hooks.end(hook, stranger)).hasMessageContaining("open311-hook");
        assertThatThrownBy(() -> hooks.deliveries(hook, stranger)).hasMessageContaining("open311-hook");
        assertThatThrownBy(() -> hooks.again(hook, UUID.randomUUID(), cast.office()))
                .hasMessageContaining("open311-hook");
        assertThat(new String(
                        sql.sql("select sealed from open311.hook")
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.ISO_8859_1))
                .as("the secret is under lock")
                .doesNotContain("whsec");
    }

    @Test
    void throughItsPages() {
        accounts.open("hooks-page", "x", "o", Role.OFFICE, cast.ground(), null, null);
        subscribe();
        opened("一");
        courier.round();
        var id = hook();
        var shown = http.get()
                .uri("/cases/programs/hooks?of=" + id)
                .with(user("hooks-page"))
                .header("Accept", "text/html")
                .exchange();
        assertThat(shown).hasStatusOk().bodyText().contains("204", address);
        for (var deed : List.of("resume", "end")) {
            assertThat(http.post()
                            .uri("/cases/programs/hooks/" + id + "/" + deed)
                            .with(user("hooks-page"))
                            .with(csrf()))
                    .hasStatus(302);
        }
        assertThat(one().endedAt()).isNotNull();
        assertThat(http.post()
                        .uri("/cases/programs/hooks/" + id + "/end")
                        .with(user("hooks-page"))
                        .with(csrf())
                        .header("Accept", "application/json"))
                .hasStatus(404);
    }

    String page(String path) {
        return new String(
                http.get()
                        .uri(path)
                        .with(user("hooks-office"))
                        .header("Accept", "text/html")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
