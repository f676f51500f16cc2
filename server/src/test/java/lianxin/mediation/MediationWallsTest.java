package lianxin.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.access.Role;
import lianxin.region.DivisionCode;
import lianxin.scope.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Every way in to somebody's dispute, tried. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class MediationWallsTest {

    static final List<String> TABLES = List.of("matter", "party", "mediator", "step", "writing");

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Mandates mandates;

    @Autowired
    Mediations mediations;

    @Autowired
    Standing standing;

    @Autowired
    MockMvcTester http;

    MediationCast cast;
    UUID matter;

    @BeforeEach
    void aDispute() {
        cast = MediationCast.on(sql, accounts, mediations);
        matter = cast.mediating("NEIGHBOUR");
        cast.take(matter, cast.step(Deed.SESSION).saying(MediationCast.SAID));
        reader("");
    }

    void reader(String who) {
        sql.sql("select set_config('mediation.reader', :who, true)")
                .param("who", who)
                .query(String.class)
                .single();
    }

    long rows() {
        return TABLES.stream()
                .mapToLong(table -> sql.sql("select count(*) from mediation." + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    @Test
    void theDatabaseShowsNothingToAnybodyWhoDidNotPassTheRoomsOwnDoor() {
        assertThat(rows()).as("the house itself, without the door").isZero();
        reader("house");
        assertThat(rows()).isGreaterThan(10);
        reader("");
        for (var caller : cast.people().values()) {
            standing.as(caller.scope(), () -> {
                assertThat(rows()).as("%s, past the service", caller.name()).isZero();
                return null;
            });
        }
    }

    @Test
    void theDatabaseKnowsTheDeskAndTheMediatorAndNobodyElse() {
        var strangers = List.of("neighbour", "township", "secretary", "office");
        for (var name : strangers) {
            assertThat(seenBy(cast.as(name))).as(name).isZero();
        }
        assertThat(seenBy(cast.village())).isGreaterThan(10);
        cast.take(matter, cast.step(Deed.MEDIATOR_CHOSEN).called(cast.login("secretary")));
        assertThat(seenBy(cast.as("secretary"))).as("chosen as mediator").isGreaterThan(10);
        var left = cast.story(matter).mediators().stream()
                .filter(m -> m.account() != null)
                .findFirst()
                .orElseThrow();
        cast.take(matter, cast.step(Deed.MEDIATOR_LEFT).by(left.id()));
        assertThat(seenBy(cast.as("secretary"))).as("who left reads no more").isZero();
    }

    long seenBy(Caller caller) {
        return standing.as(caller.scope(), () -> {
            reader(caller.id().toString());
            var seen = rows();
            reader("");
            return seen;
        });
    }

    /** Unit scope, another village's desk, an emergency, a deputy of the wrong desk, a whole county: the same wall. */
    @Test
    void noOtherStandingOpensIt() {
        var wide = cast.open("wide", Role.VILLAGE_COMMITTEE, cast.county().code(1) / 1_000 * 1_000);
        assertThat(seenBy(wide))
                .as("a village role over a whole township is no desk")
                .isZero();
        var county = cast.open("county", Role.TOWNSHIP, cast.county().county());
        assertThat(seenBy(county)).as("a township role over a county").isZero();
        var unit = cast.open("unit", Role.UNIT, cast.county().code(1));
        assertThat(seenBy(unit)).isZero();
        mandates.takeInEmergency(new DivisionCode(cast.county().code(1)), "洪水，村里联系不上", cast.as("township"));
        var emergency = new Caller(
                cast.as("township").id(),
                "township",
                Role.TOWNSHIP,
                new DivisionCode(cast.county().code(1)).ground(),
                null,
                null);
        assertThat(seenBy(emergency)).as("an emergency opens no file").isZero();
        assertThatThrownBy(() -> mediations.read(matter, emergency)).hasMessageContaining("no-such-matter");
        var keeper = cast.clue("LAND");
        assertThatThrownBy(() -> mediations.read(keeper, cast.as("neighbour"))).hasMessageContaining("no-such-matter");
    }

    @Test
    void theTownshipReadsOnlyWhatIsItsOwnDesks() {
        var between = mediations.clue(
                new NoteClue(
                        lianxin.platform.Ids.next(),
                        cast.county().code(1) / 1_000 * 1_000,
                        "LAND",
                        Matter.Origin.SCREENED,
                        MediationCast.TODAY,
                        "两村争水"),
                cast.as("township"));
        assertThat(mediations.list(false, cast.as("township")))
                .extracting(listed -> listed.matter().id())
                .containsExactly(between);
        assertThatThrownBy(() -> mediations.read(between, cast.village())).hasMessageContaining("no-such-matter");
    }

    /** Every address of the room, every role, by hand. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleAtEveryAddress(Role role) {
        var name = "any-" + role.name().toLowerCase();
        var place = role == Role.VILLAGE_COMMITTEE
                ? cast.county().code(2)
                : cast.county().county();
        cast.open(name, role, place);
        for (var path : List.of(
                "/mediations",
                "/mediations?closed=true",
                "/mediations/" + matter,
                "/mediations/" + matter + "/papers/record.pdf",
                "/search?q=外来的赵某")) {
            var answer = http.get()
                    .uri(path)
                    .header("Accept", "text/html")
                    .with(user(cast.login(name)))
                    .exchange();
            var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(body)
                    .as("%s at %s", role, path)
                    .doesNotContain(MediationCast.SAID, "外来的赵某</td>", "孙老", "/mediations/" + matter + "/steps");
            if (path.contains(matter.toString())) {
                assertThat(answer.getResponse().getStatus())
                        .as("%s at %s", role, path)
                        .isIn(403, 404);
            }
        }
        for (var path : List.of("/steps", "/preview", "/back")) {
            var status = http.post()
                    .uri("/mediations/" + matter + path)
                    .with(user(cast.login(name)))
                    .with(csrf())
                    .param("id", UUID.randomUUID().toString())
                    .param("step", UUID.randomUUID().toString())
                    .param("deed", "FAILED")
                    .param("day", MediationCast.TODAY.toString())
                    .exchange()
                    .getResponse()
                    .getStatus();
            assertThat(status).as("%s at %s", role, path).isIn(403, 404);
        }
        assertThat(cast.state(matter)).isEqualTo(State.MEDIATING);
    }

    @Test
    void everyWordLiesUnderLock() {
        reader("house");
        for (var table : TABLES) {
            var all = sql.sql("select coalesce(string_agg(t::text, ' '), '') from mediation." + table + " t")
                    .query(String.class)
                    .single();
            assertThat(all).as(table).doesNotContain(MediationCast.SAID, "外来的赵某", "孙老");
        }
    }

    @Test
    void noWordIsInTheRecordOrInAnyNews() {
        var leaves = sql.sql("select coalesce(string_agg(l::text, ' '), '') from record.leaf l")
                .query(String.class)
                .single();
        assertThat(leaves).doesNotContain(MediationCast.SAID, "外来的赵某", "孙老");
        var waiting = sql.sql("select coalesce(string_agg(e::text, ' '), '') from event_publication e")
                .query(String.class)
                .single();
        assertThat(waiting).doesNotContain(MediationCast.SAID, "外来的赵某");
        for (var news : List.of(MediationStep.class, MediationEnded.class)) {
            assertThat(Arrays.stream(news.getRecordComponents()).map(RecordComponent::getType))
                    .as("%s carries no text", news.getSimpleName())
                    .doesNotContain(String.class);
        }
    }

    /** A household that asks who looked at it does not tell its neighbours, through the desk that answers, that it is at odds with somebody. */
    @Test
    void theRecordDoesNotSayWhoIsAtOdds() {
        var home = cast.story(matter).parties().getFirst().household();
        assertThat(sql.sql("""
                select l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :s and l.what like 'MEDIATION%'
                """).param("s", home).query(String.class).list()).isEmpty();
    }

    /** Only rooms that may hear that it ended; assessors, overview and the rest have no way to it. */
    @Test
    void noRoomThatJudgesKnowsIt() throws IOException {
        try (var rooms = Files.list(Path.of("src/main/java/lianxin"))) {
            var know = rooms.map(room -> room.resolve("package-info.java"))
                    .filter(Files::exists)
                    .filter(MediationWallsTest::namesIt)
                    .map(plate -> plate.getParent().getFileName().toString());
            assertThat(Set.of("cases", "demo")).containsAll(know.toList());
        }
    }

    private static boolean namesIt(Path plate) {
        try {
            return Files.readString(plate).contains("\"mediation\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
