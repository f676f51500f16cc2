package lianxin.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever happens between phones and the house, in whatever order: what was written is kept once and answered once, and in the end each phone holds just its round. The same number
 * makes the same things happen again. Commits for good.
 */
@SpringBootTest
@AutoConfigureMockMvc
class PhoneModelTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final int STEPS = 60;
    static final int HOMES = 12;

    @Autowired
    MockMvc http;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Standing standing;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("phonemodel", properties);
    }

    /** How often what the test is about has happened: a run in which it did not has shown nothing. */
    static final Map<String, Integer> MET = new TreeMap<>();

    @AfterAll
    static void itHasMetAll() {
        System.out.println(MET);
        assertThat(MET.keySet()).contains("accepted", "quarantined", "duplicate", "cut");
    }

    /** A phone, and what the person who holds it knows to have written down. */
    static final class Hand {
        final UUID cadre;
        final UUID account;
        final Handset phone;
        final Map<UUID, String> wrote = new LinkedHashMap<>();
        final Map<String, JsonNode> sent = new LinkedHashMap<>();
        final Map<String, String> answered = new HashMap<>();

        Hand(UUID cadre, UUID account, Handset phone) {
            this.cadre = cadre;
            this.account = account;
            this.phone = phone;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothingIsLostAndNothingIsTwice(long seed) throws Exception {
        var world = new World(seed);
        for (var step = 0; step < STEPS; step++) {
            world.happens();
        }
        world.calms();
        for (var hand : world.hands) {
            world.holds(hand);
        }
    }

    /** A village, its households, and who has them. */
    final class World {

        final Random chance;
        final Cast cast = Cast.on(sql);
        final List<UUID> homes = new ArrayList<>();
        final List<Hand> hands = new ArrayList<>();
        final Map<UUID, Hand> whose = new HashMap<>();
        final List<String> story = new ArrayList<>();

        World(long seed) throws Exception {
            chance = new Random(seed);
            cast.village(1);
            for (var i = 0; i < HOMES; i++) {
                homes.add(cast.household(1));
            }
            for (var i = 0; i < 3; i++) {
                hands.add(hand());
                give(hands.get(i), homes.subList(i * HOMES / 3, (i + 1) * HOMES / 3), TODAY.minusDays(30));
            }
        }

        private Hand hand() throws Exception {
            var cadre = cast.cadre();
            var login = "m" + cadre.toString().replace("-", "").substring(20);
            var account = accounts.open(login, "x", "干部" + login, Role.CADRE, cast.ground(), null, cadre);
            return new Hand(cadre, account, new Handset(http, json, login).enrolled());
        }

        private void give(Hand hand, List<UUID> some, LocalDate day) {
            standing.houseDoes(() -> pairings.adopt(
                    new Pairings.Adoption(
                            null,
                            day,
                            Reason.PLAN_ADOPTED,
                            List.of(cast.plan(
                                    1, hand.cadre, some.stream().sorted().toArray(UUID[]::new)))),
                    cast.office()));
            some.forEach(home -> whose.put(home, hand));
        }

        /** One thing of many, to somebody. */
        void happens() throws Exception {
            var hand = hands.get(chance.nextInt(hands.size()));
            var n = hands.indexOf(hand);
            switch (chance.nextInt(12)) {
                case 0, 1, 2, 3 -> {
                    writes(hand);
                    story.add(n + " writes");
                }
                case 4, 5 -> {
                    hand.phone.sync();
                    story.add(n + " syncs");
                }
                case 6 -> {
                    tells(hand, List.copyOf(hand.phone.waiting.values()));
                    story.add(n + " sends, and the answer is lost");
                }
                case 7 -> {
                    var all = new ArrayList<>(hand.sent.values());
                    all.addAll(hand.phone.waiting.values());
                    all.addAll(hand.phone.waiting.values());
                    Collections.shuffle(all, chance);
                    tells(hand, all.subList(0, Math.min(all.size(), 40)));
                    story.add(n + " sends old and new, twice and in no order");
                }
                case 8 -> {
                    hand.phone.fast = Duration.ofMinutes(chance.nextInt(-3_000, 3_000));
                    story.add(n + " has its clock moved by " + hand.phone.fast);
                }
                case 9 -> {
                    var some = new ArrayList<>(homes);
                    Collections.shuffle(some, chance);
                    give(hand, some.subList(0, 1 + chance.nextInt(3)), TODAY);
                    story.add(n + " is given households of others");
                }
                case 10 -> {
                    cut(hand);
                    story.add(n + " syncs while connections are cut");
                }
                default -> {
                    hand.phone.cursor = null;
                    story.add(n + " has lost its place");
                }
            }
        }

        /** At a door of what the phone holds; now and then one it held before. */
        private void writes(Hand hand) {
            var known = new ArrayList<>(
                    hand.phone.homes.isEmpty() || chance.nextInt(5) == 0 ? homes : hand.phone.homes.keySet());
            Collections.sort(known);
            var words = "第" + hand.wrote.size() + "次，" + chance.nextInt(1_000_000);
            var id = hand.phone.visit(known.get(chance.nextInt(known.size())), words);
            hand.wrote.put(id, words);
            hand.sent.put(id.toString(), Objects.requireNonNull(hand.phone.waiting.get(id.toString())));
        }

        /** Sends; of the answer only this test knows, which remembers what each was told. */
        private void tells(Hand hand, List<JsonNode> items) throws Exception {
            hand.phone.send(items).get("receipts").forEach(receipt -> told(hand, receipt));
        }

        private void told(Hand hand, JsonNode receipt) {
            var answer = receipt.get("answer").asString();
            MET.merge(answer, 1, Integer::sum);
            if (!answer.equals("duplicate")) {
                var before = hand.answered.put(receipt.get("id").asString(), answer);
                assertThat(before)
                        .as("answered twice: %s, after %s", receipt, story)
                        .isIn(null, answer);
            }
        }

        private void cut(Hand hand) throws Exception {
            try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                var syncing = other.submit(() -> {
                    hand.phone.sync();
                    return null;
                });
                for (var i = 0; i < 3; i++) {
                    sql.sql("""
                            select count(*) filter (where pg_terminate_backend(pid))
                              from pg_stat_activity
                             where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and state <> 'idle'
                            """).query(Long.class).single();
                }
                syncing.get();
            } catch (ExecutionException broken) {
                MET.merge("cut", 1, Integer::sum);
                assertThat(broken.getCause())
                        .as("after %s", story)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("50");
            }
        }

        /** The signal is back for good and the clocks are right. What an older transaction may still change is not handed out yet, so it is asked for until it is there. */
        void calms() throws Exception {
            for (var hand : hands) {
                hand.phone.fast = Duration.ZERO;
                for (var i = 0; i < 200 && !settled(hand); i++) {
                    hand.phone.sync();
                }
            }
        }

        private boolean settled(Hand hand) {
            return hand.phone.waiting.isEmpty()
                    && hand.phone.last != null
                    && hand.phone.last.hasNonNull("root")
                    && hand.phone.last.get("root").asString().equals(hand.phone.root())
                    && hand.phone.homes.keySet().equals(round(hand));
        }

        private Set<UUID> round(Hand hand) {
            return homes.stream().filter(home -> whose.get(home) == hand).collect(Collectors.toSet());
        }

        void holds(Hand hand) {
            assertThat(hand.phone.waiting).as("after %s", story).isEmpty();
            assertThat(hand.phone.homes.keySet()).as("after %s", story).isEqualTo(round(hand));
            assertThat(hand.phone.last.get("root").asString())
                    .as("after %s", story)
                    .isEqualTo(hand.phone.root());
            assertThat(hand.phone.receipts.keySet())
                    .as("after %s", story)
                    .containsAll(
                            hand.wrote.keySet().stream().map(UUID::toString).toList());
            hand.wrote.forEach((id, words) -> {
                var kept = sql.sql("select answer from phone.receipt where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
                var told = hand.phone.receipts.get(id.toString()).get("answer").asString();
                assertThat(told).as("%s, after %s", id, story).isIn(kept, "duplicate");
                assertThat(hand.answered.getOrDefault(id.toString(), kept))
                        .as("%s, after %s", id, story)
                        .isEqualTo(kept);
                var visits = sql.sql(
                                "select count(*) from visit.visit where id = :id and by_whom = :by and words = :words")
                        .param("id", id)
                        .param("by", hand.account)
                        .param("words", words)
                        .query(Long.class)
                        .single();
                var held = sql.sql("select count(*) from phone.held where id = :id and account = :by")
                        .param("id", id)
                        .param("by", hand.account)
                        .query(Long.class)
                        .single();
                assertThat(List.of(visits, held))
                        .as("%s was %s, after %s", id, kept, story)
                        .isEqualTo(kept.equals("accepted") ? List.of(1L, 0L) : List.of(0L, 1L));
            });
        }
    }
}
