package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lianxin.OwnDatabase;
import lianxin.calendar.WorkCalendar;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.scope.Scope;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Words are looked for in other ways on a village, a township, a county, a city, a department's desk and among a cadre's households, and in others again when they are frequent; whatever
 * the way, what is found is what reading everything finds. Eighteen thousand cases, so that what is gone through first ends before the ground does; words that are frequent,
 * rare, or were frequent once.
 */
@SpringBootTest(properties = "db-scheduler.polling-interval=24h")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseWordsTest {

    static final int ALL = 18_000;
    static final int WORDS = 40;
    static final double[] SHARES = {0.5, 0.2, 0.05, 0.02, 0.005, 0.001, 0.0002, 0.3};
    static final String[] CASED = {"WaTeR", "PoLyX", "GhIjK"};

    @Autowired
    JdbcClient sql;

    @Autowired
    CaseStore store;

    @Autowired
    Standing standing;

    final Random random = new Random(20_261_127);
    final List<Asking> callers = new ArrayList<>();
    final List<String> said = new ArrayList<>();

    /** Somebody who looks for words, and what he may see, said once more. */
    record Asking(
            String name,
            Scope scope,
            @Nullable UUID unit,
            @Nullable UUID @Nullable [] homes) {}

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("words", properties);
    }

    @BeforeAll
    void cases(@Autowired Pairings pairings, @Autowired WorkCalendar calendar) {
        calendar.loadBundled();
        var cast = Cast.on(sql);
        cast.village(1);
        var homes = new UUID[12];
        for (var n = 0; n < homes.length; n++) {
            homes[n] = cast.household(1);
        }
        var his = new UUID[] {homes[0], homes[1], homes[2]};
        var li = cast.cadre();
        pairings.adopt(
                new Pairings.Adoption(
                        null, LocalDate.of(2026, 1, 5), Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, his))),
                cast.office());
        var other = Ids.next();
        cast.unit(other, cast.county());
        hear(cast, homes, other);
        var county = cast.ground();
        var town = new DivisionCode(cast.county() + 100_000).ground();
        on("village", new Ground(cast.code(1), cast.code(1) + 1));
        on("township", town);
        on("its neighbour", new DivisionCode(cast.county() + 101_000).ground());
        on("county", county);
        on("its neighbour", new DivisionCode(cast.county() + 1_000_000).ground());
        on("city", new DivisionCode(cast.county() / 100_000_000 * 100_000_000).ground());
        on("everywhere", Ground.EVERYWHERE);
        on("a stretch that is no division", new Ground(town.lo() + 500, town.hi() + 500));
        callers.add(new Asking("bureau", new Scope(county, cast.bureau(), null), cast.bureau(), null));
        callers.add(new Asking("bureau in the township", new Scope(town, cast.bureau(), null), cast.bureau(), null));
        callers.add(new Asking("other unit", new Scope(county, other, null), other, null));
        callers.add(new Asking("cadre", new Scope(county, null, li), null, his));
    }

    void on(String name, Ground ground) {
        callers.add(new Asking(name, new Scope(ground, null, null), null, null));
    }

    /** Half of all in the county, half of these in its first township; a fifth on the bureau’s desk. */
    void hear(Cast cast, UUID[] homes, UUID other) {
        var ids = new UUID[ALL];
        var numbers = new String[ALL];
        var places = new Long[ALL];
        var households = new UUID[ALL];
        var words = new String[ALL];
        var units = new UUID[ALL];
        var at = new String[ALL];
        for (var n = 0; n < ALL; n++) {
            ids[n] = Ids.next();
            numbers[n] = "2601-%06d".formatted(n);
            var where = random.nextDouble();
            places[n] = where < 0.25
                    ? Long.valueOf(cast.code(1 + random.nextInt(5)))
                    : where < 0.5
                            ? Long.valueOf(cast.county() + 101_000 + random.nextInt(9) * 1_000 + 201)
                            : where < 0.8
                                    ? cast.county() + 1_000_000 + 100_201 + random.nextInt(5)
                                    : cast.county() + 100_000_000 + 100_201;
            households[n] =
                    places[n] == cast.code(1) && random.nextBoolean() ? homes[random.nextInt(homes.length)] : null;
            var desk = random.nextDouble();
            units[n] = where >= 0.5 ? null : desk < 0.2 ? cast.bureau() : desk < 0.25 ? other : null;
            words[n] = sentence((double) n / ALL);
            at[n] = Instant.ofEpochSecond(1_700_000_000L + n * 60L).toString();
        }
        sql.sql("""
                insert into cases.issue (id, number, kind, category, place, household, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level, unit)
                select n.id, n.number, 'SERVICE', 'ROAD', n.place, n.household, 'CLERK', n.words, n.id, n.at, now(), 'NEW', now(),
                       case when n.unit is null then 'TOWNSHIP' else 'COUNTY' end, n.unit
                  from unnest(:ids::uuid[], :numbers::text[], :places::bigint[], :households::uuid[], :words::text[], :units::uuid[], :at::timestamptz[])
                       as n (id, number, place, household, words, unit, at)
                """)
                .param("ids", ids)
                .param("numbers", numbers)
                .param("places", places)
                .param("households", households)
                .param("words", words)
                .param("units", units)
                .param("at", at)
                .update();
        move(ids, 0, "words = '—'");
        move(ids, 1, "unit = '" + other + "', level = 'COUNTY'");
        move(ids, 2, "unit = null, level = 'TOWNSHIP'");
    }

    /** Some are erased, some go to another desk or to none: one in forty each. */
    void move(UUID[] ids, int from, String how) {
        var some = new ArrayList<UUID>();
        for (var n = from; n < ids.length; n += 40) {
            some.add(ids[n]);
        }
        sql.sql("update cases.issue set version = version + 1, " + how + " where id = any(:some)")
                .param("some", some.toArray(UUID[]::new))
                .update();
    }

    /** At a time between 0 and 1. No two words have a character in common, so that none is found in another. */
    String sentence(double time) {
        var parts = new ArrayList<String>(List.of("那个"));
        for (var n = 0; n < WORDS; n++) {
            var lives = n < 24 || (n < 32 ? time < 0.25 : time > 0.9);
            if (lives && random.nextDouble() < SHARES[n % SHARES.length]) {
                parts.add(word(n));
            }
        }
        for (var cased : CASED) {
            if (random.nextDouble() < 0.01) {
                parts.add(random.nextBoolean() ? cased : cased.toUpperCase());
            }
        }
        java.util.Collections.shuffle(parts, random);
        var sentence = String.join(random.nextInt(5) == 0 ? "" : "，", parts);
        if (random.nextInt(40) == 0) {
            said.add(sentence);
        }
        return sentence;
    }

    static String word(int n) {
        var first = 0x5000 + n * 4;
        return new String(new int[] {first, first + 1, first + 2, first + 3}, 0, 4);
    }

    @Test
    void aWordIsFoundWhereItWasSaidTheLatestFirst() {
        var full = 0;
        var some = 0;
        for (var caller : callers) {
            for (var n = 0; n < WORDS; n++) {
                var from = random.nextInt(3);
                var part = word(n).substring(from, from + 2 + random.nextInt(3 - from));
                var limit = new int[] {1, 7, 100}[random.nextInt(3)];
                var found = sameAsRead(caller, part, limit);
                full += found == limit ? 1 : 0;
                some += found > 0 && found < limit ? 1 : 0;
            }
            for (var cased : CASED) {
                sameAsRead(caller, random.nextBoolean() ? cased.toLowerCase() : cased, 100);
            }
        }
        assertThat(full).as("as many as are shown").isGreaterThan(100);
        assertThat(some).as("fewer").isGreaterThan(50);
    }

    @Test
    void whatWasSaidInOneBreathIsFoundWithItsCommas() {
        for (var caller : callers) {
            for (var n = 0; n < 20; n++) {
                var sentence = said.get(random.nextInt(said.size()));
                if (sentence.length() > 6) {
                    var from = random.nextInt(sentence.length() - 6);
                    sameAsRead(caller, sentence.substring(from, from + 3 + random.nextInt(4)), ALL);
                }
            }
        }
    }

    @Test
    void theWayToFindThemAloneShowsNobodyMoreThanHisOwn() {
        for (var caller : callers) {
            var all = Set.copyOf(read(caller, "", ALL));
            for (var n = 0; n < WORDS; n += 3) {
                var word = word(n);
                assertThat(standing.as(
                                caller.scope(),
                                () -> sql.sql("select cases.with_words(:word, 100)")
                                        .param("word", word)
                                        .query(UUID.class)
                                        .list()))
                        .as("%s looks for %s", caller.name(), word)
                        .isSubsetOf(all);
            }
        }
    }

    int sameAsRead(Asking caller, String words, int limit) {
        var found = standing.as(caller.scope(), () -> store.withWords(words, limit)).stream()
                .map(Case::id)
                .toList();
        assertThat(found)
                .as("%s looks for %s, %d at most", caller.name(), words, limit)
                .isEqualTo(read(caller, words, limit));
        return found.size();
    }

    /** As the house, which sees all: everything is read, and what the caller may not see is left out by name. */
    List<UUID> read(Asking caller, String words, int limit) {
        return sql.sql("""
                        select id from cases.issue
                         where words ilike '%' || :words || '%' and place >= :lo and place < :hi
                           and (:unit::uuid is null or unit = :unit::uuid) and (:homes::uuid[] is null or household = any (:homes::uuid[]))
                         order by heard_at desc
                         limit :limit
                        """)
                .param("words", words)
                .param("lo", caller.scope().ground().lo())
                .param("hi", caller.scope().ground().hi())
                .param("unit", caller.unit())
                .param("homes", caller.homes())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
