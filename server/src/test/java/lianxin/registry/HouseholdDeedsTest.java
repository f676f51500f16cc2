package lianxin.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Each deed: done, refused, sent twice, and by somebody who may not. */
@SpringBootTest
@Transactional
@RecordApplicationEvents
public class HouseholdDeedsTest {

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    Households households;

    @Autowired
    JdbcClient sql;

    @Autowired
    CountyTime time;

    @Autowired
    ApplicationEvents events;

    RegistryCast cast;
    DivisionCode zhang;
    DivisionCode li;
    LocalDate then = LocalDate.of(2026, 1, 10);
    LocalDate later = LocalDate.of(2026, 3, 1);

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_001_000_000L).settled();
        zhang = cast.village(100, 1);
        li = cast.village(100, 2);
    }

    @Test
    void registering() {
        var id = wang();
        var wang = households.require(id);
        assertThat(wang)
                .extracting(Household::head, Household::size, Household::place, Household::needs, Household::version)
                .containsExactly("王建国", 5, zhang.value(), List.of("LOW_INCOME"), 1);
        assertThat(told().changes()).containsExactly(new Change(id, What.CAME, zhang.value(), null));
        refused("key-taken", () -> deeds.register("W1", li, facts("李四", 1), then, cast.office()));
        refused(
                "not-a-village",
                () -> deeds.register(
                        "W2", new DivisionCode(zhang.value() / 1000 * 1000), facts("李四", 1), then, cast.office()));
        refused("not-here", () -> deeds.register("W3", zhang, facts("李四", 1), then, cast.stranger()));
        refused("not-yours", () -> deeds.register("W3", zhang, facts("李四", 1), then, cast.liaison(id)));
        refused(
                "day-to-come",
                () -> deeds.register("W3", zhang, facts("李四", 1), time.today().plusDays(1), cast.office()));
        refused("name-missing", () -> deeds.register("W3", zhang, facts(" ", 1), then, cast.office()));
        refused("size-unlikely", () -> deeds.register("W3", zhang, facts("李四", 61), then, cast.office()));
        refused("not-a-key", () -> deeds.register(" ", zhang, facts("李四", 1), then, cast.office()));
        refused("no-such-need", () -> deeds.register("W3", zhang, needing("RICH"), then, cast.office()));
        refused(
                "review-past",
                () -> deeds.register(
                        "W3",
                        zhang,
                        new HouseholdFacts("李四", 1, 1, List.of(new Need("VETERAN", then))),
                        then,
                        cast.office()));
    }

    @Test
    void correctingKeepsWhatWas() {
        var id = wang();
        deeds.correct(id, 1, new HouseholdFacts("王建军", 3, 4, List.of()), later, cast.township(100));
        assertThat(households.require(id))
                .extracting(Household::head, Household::group, Household::size, Household::needs, Household::version)
                .containsExactly("王建军", 3, 4, List.of(), 2);
        assertThat(households.asOf(id, later.minusDays(1)))
                .get()
                .extracting(Household::head, Household::size)
                .containsExactly("王建国", 5);
        assertThat(households.asOf(id, later)).get().extracting(Household::head).isEqualTo("王建军");
        assertThat(households.asOf(id, then.minusDays(1))).isEmpty();
        refused("changed-meanwhile", () -> deeds.correct(id, 1, facts("王建军", 4), later, cast.office()));
        refused("day-too-early", () -> deeds.correct(id, 2, facts("王建军", 4), later.minusDays(1), cast.office()));
        refused("not-here", () -> deeds.correct(id, 2, facts("王建军", 4), later, cast.township(101)));
        refused("no-such-household", () -> deeds.correct(UUID.randomUUID(), 1, facts("王建军", 4), later, cast.office()));
    }

    @Test
    void correctingTwiceOnOneDayKeepsOnePast() {
        var id = wang();
        deeds.correct(id, 1, facts("王建军", 4), later, cast.office());
        deeds.correct(id, 2, facts("王建民", 4), later, cast.office());
        assertThat(households.asOf(id, later.minusDays(1)))
                .get()
                .extracting(Household::head)
                .isEqualTo("王建国");
        assertThat(households.asOf(id, later)).get().extracting(Household::head).isEqualTo("王建民");
    }

    @Test
    void splitting() {
        var id = wang();
        var parts = new LinkedHashMap<String, HouseholdFacts>();
        parts.put("W1-1", facts("王小明", 2));
        parts.put("W1-2", needing("VETERAN"));
        var ids = deeds.split(id, 1, parts, later, cast.office());
        assertThat(households.require(id))
                .extracting(Household::size, Household::version)
                .containsExactly(2, 2);
        assertThat(households.require(ids.get(0)))
                .extracting(Household::head, Household::size, Household::since)
                .containsExactly("王小明", 2, later);
        assertThat(households.require(ids.get(1)).needs()).containsExactly("VETERAN");
        assertThat(told().changes())
                .containsExactly(
                        new Change(ids.get(0), What.SPLIT_OFF, zhang.value(), id),
                        new Change(ids.get(1), What.SPLIT_OFF, zhang.value(), id));
        refused("changed-meanwhile", () -> deeds.split(id, 1, parts, later, cast.office()));
        refused("split-leaves-nobody", () -> deeds.split(id, 2, new LinkedHashMap<>(), later, cast.office()));
        var all = new LinkedHashMap<String, HouseholdFacts>();
        all.put("W1-3", facts("王小红", 2));
        refused("split-leaves-nobody", () -> deeds.split(id, 2, all, later, cast.office()));
    }

    @Test
    void merging() {
        var id = wang();
        var other = deeds.register("L1", zhang, facts("李秀英", 1), then, cast.office());
        deeds.merge(id, 1, other, later, cast.office());
        assertThat(households.require(other))
                .extracting(Household::size, Household::needs, Household::version)
                .containsExactly(6, List.of("LOW_INCOME"), 2);
        assertThat(households.require(id))
                .extracting(Household::until, Household::ended, Household::needs)
                .containsExactly(later, "MERGED", List.of());
        assertThat(told().changes()).containsExactly(new Change(id, What.MERGED, zhang.value(), other));
        assertThat(households.count(cast.office().ground(), later)).isEqualTo(1);
        assertThat(households.count(cast.office().ground(), later.minusDays(1))).isEqualTo(2);
        refused("changed-meanwhile", () -> deeds.merge(id, 1, other, later, cast.office()));
        refused("household-ended", () -> deeds.merge(id, 2, other, later, cast.office()));
        refused("merge-apart", () -> deeds.merge(other, 2, other, later, cast.office()));
        var far = deeds.register("F1", li, facts("赵六", 1), then, cast.office());
        refused("merge-apart", () -> deeds.merge(other, 2, far, later, cast.office()));
        refused("no-such-household", () -> deeds.merge(other, 2, UUID.randomUUID(), later, cast.office()));
    }

    @Test
    void moving() {
        var id = wang();
        deeds.move(id, 1, li, 2, later, cast.township(100));
        assertThat(households.require(id))
                .extracting(Household::place, Household::group, Household::version)
                .containsExactly(li.value(), 2, 2);
        assertThat(households.asOf(id, later.minusDays(1)))
                .get()
                .extracting(Household::place)
                .isEqualTo(zhang.value());
        assertThat(told())
                .extracting(HouseholdsChanged::villages, HouseholdsChanged::changes)
                .containsExactly(
                        List.of(zhang.value(), li.value()), List.of(new Change(id, What.MOVED, li.value(), null)));
        refused("already-there", () -> deeds.move(id, 2, li, 2, later, cast.office()));
        refused("not-here", () -> deeds.move(id, 2, cast.village(101, 1), 2, later, cast.township(100)));
        assertThat(households.perVillage(cast.office().ground(), later)).containsOnlyKeys(li.value());
    }

    @Test
    void ending() {
        var id = wang();
        refused("day-too-early", () -> deeds.dissolve(id, 1, then, cast.office()));
        deeds.moveAway(id, 1, later, cast.office());
        assertThat(households.require(id))
                .extracting(Household::until, Household::ended)
                .containsExactly(later, "MOVED_AWAY");
        assertThat(households.forChange(id, cast.office()).needs()).isEmpty();
        assertThat(told().changes()).containsExactly(new Change(id, What.MOVED_AWAY, zhang.value(), null));
        refused("changed-meanwhile", () -> deeds.moveAway(id, 1, later, cast.office()));
        refused("household-ended", () -> deeds.dissolve(id, 2, later, cast.office()));
    }

    @Test
    void everyDeedIsOnTheTrail() {
        var id = wang();
        deeds.dissolve(id, 1, later, cast.office());
        assertThat(sql.sql(
                                "select count(*) from record.leaf l join record.subject s on s.token = l.tokens where s.subject = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void foundByNameGivenNameInitialsAndKey() {
        wang();
        deeds.register("S9", zhang, facts("单桂芳", 1), then, cast.office());
        deeds.register("Y9", li, facts("尉迟敏", 1), then, cast.office());
        var ground = cast.office().ground();
        for (var words : List.of("王", "王建国", "建国", "wjg", "WJ", "W1")) {
            assertThat(households.search(words, ground, 9))
                    .as(words)
                    .extracting(Household::head)
                    .containsExactly("王建国");
        }
        assertThat(households.search("sgf", ground, 9))
                .extracting(Household::head)
                .containsExactly("单桂芳");
        assertThat(households.search("敏", ground, 9))
                .extracting(Household::head)
                .containsExactly("尉迟敏");
        assertThat(households.search("ycm", ground, 9)).hasSize(1);
        assertThat(households.search("王", cast.stranger().ground(), 9)).isEmpty();
        assertThat(households.search("%", ground, 9)).isEmpty();
        assertThat(households.search("  ", ground, 9)).isEmpty();
    }

    @Test
    void whoeverSeesHouseholdsThroughTheirContactDoesNotListThem() {
        Caller liaison = cast.liaison(UUID.randomUUID());
        refused(
                "households-by-contact",
                () -> households.page(liaison.ground(), then, null, 0, new UUID(0, 0), 9, liaison));
        wang();
        assertThat(households.page(cast.office().ground(), then, "LOW_INCOME", 0, new UUID(0, 0), 9, cast.office()))
                .hasSize(1);
        assertThat(households.page(cast.office().ground(), then, "VETERAN", 0, new UUID(0, 0), 9, cast.office()))
                .isEmpty();
        assertThat(households.page(cast.office().ground(), then, null, 0, new UUID(0, 0), 9, cast.stranger()))
                .isEmpty();
    }

    private UUID wang() {
        return deeds.register(
                "W1",
                zhang,
                new HouseholdFacts(
                        "王建国", 1, 5, List.of(new Need("LOW_INCOME", time.today().plusYears(1)))),
                then,
                cast.office());
    }

    private HouseholdFacts facts(String head, int size) {
        return new HouseholdFacts(head, 1, size, List.of());
    }

    private HouseholdFacts needing(String category) {
        return new HouseholdFacts(
                "王小丽", 1, 1, List.of(new Need(category, time.today().plusYears(1))));
    }

    private HouseholdsChanged told() {
        return events.stream(HouseholdsChanged.class).toList().getLast();
    }

    public static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind().code()).isEqualTo(code));
    }
}
