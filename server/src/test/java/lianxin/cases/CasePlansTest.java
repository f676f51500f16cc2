package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import lianxin.OwnDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the board and filters cost, in rows that are read: counted by PostgreSQL among forty thousand cases, nearly all of them ended. */
@SpringBootTest(properties = "db-scheduler.polling-interval=24h")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePlansTest {

    static final int ALL = 40_000;
    /** In the township asked about: two in a hundred of all cases, one in ten of them open. */
    static final int OPEN = 80;

    static final long TOWN = 370_999_101_000L;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("plans", properties);
    }

    @BeforeAll
    void many(@Autowired Environment settings) {
        var owner = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
        owner.sql("""
                insert into cases.issue (id, number, kind, category, place, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level, due_on, yellow_on, red_on)
                select gen_random_uuid(), '2601-' || translate(lpad(to_hex(n), 6, '0'), 'abcdef', 'ABCDEF'), case when n % 400 = 0 then 'EMERGENCY' else 'SERVICE' end,
                       case when n % 500 = 0 then 'WAGES' else 'ROAD' end, 370999101000 + n % 50 * 1000 + 200 + n / 50 % 20, 'CLERK', '路不平', gen_random_uuid(),
                       timestamptz '2024-01-01' + n * interval '1 minute', now(), 'NEW', now(), 'TOWNSHIP', '2026-01-05', '2026-01-04', '2026-01-06'
                  from generate_series(1, :all) n
                """).param("all", ALL).update();
        owner.sql(
                        "update cases.issue set stage = 'WITHDRAWN', version = 2 where extract(epoch from heard_at)::bigint / 60 / 50 % 10 <> 0")
                .update();
        owner.sql("vacuum analyze cases.issue").update();
    }

    @Test
    void theBoardReadsWhatIsOpenInItsTownship() {
        var of = Map.<String, @Nullable Object>of(
                "lo", TOWN, "hi", TOWN + 1_000, "today", java.time.LocalDate.of(2026, 3, 1), "each", 5);
        assertThat(read(BoardStore.COUNTS, of)).isBetween(1L, 2L * OPEN);
        assertThat(read(BoardStore.FIRST, of)).isBetween(1L, 2L * OPEN);
    }

    @Test
    void aFilterStopsAfterWhatIsShown() {
        assertThat(asked(
                        Map.of("lo", TOWN, "hi", TOWN + 1_000, "stages", new String[] {"NEW", "TRIAGED", "RETURNED"}),
                        true))
                .as("open in a township")
                .isBetween(1L, 2L * OPEN);
        assertThat(asked(Map.of("kind", "EMERGENCY"), false)).as("a rare kind").isBetween(1L, 300L);
        assertThat(asked(Map.of("category", "WAGES"), false))
                .as("a rare category")
                .isBetween(1L, 300L);
        assertThat(asked(Map.of(), false)).as("everything").isBetween(1L, 201L);
        assertThat(asked(Map.of("lo", TOWN + 201, "hi", TOWN + 202), false))
                .as("a village")
                .isBetween(1L, 201L);
    }

    long asked(Map<String, Object> some, boolean urgent) {
        var all = new HashMap<String, @Nullable Object>();
        for (var nothing : new String[] {"kind", "category", "stages", "unit", "level", "from", "to"}) {
            all.put(nothing, null);
        }
        all.put("lo", 370_000_000_000L);
        all.put("hi", 371_000_000_000L);
        all.put("late", false);
        all.put("today", java.time.LocalDate.of(2026, 3, 1));
        all.put("limit", 201);
        all.putAll(some);
        return read(CaseStore.SELECT + FilterStore.FITS + (urgent ? FilterStore.URGENT : FilterStore.LATEST), all);
    }

    /** Rows of the table or its indexes that were looked at. */
    long read(String question, Map<String, @Nullable Object> with) {
        var plan = sql.sql("explain (analyze, timing off, format json) " + question)
                .params(with)
                .query(String.class)
                .single();
        return scanned(json.readTree(plan).get(0).get("Plan"));
    }

    private static long scanned(JsonNode node) {
        long rows = 0;
        if (node.has("Relation Name")) {
            rows = Math.round((node.get("Actual Rows").asDouble() + removed(node, "Rows Removed by Filter"))
                    * node.get("Actual Loops").asDouble());
        }
        if (node.has("Plans")) {
            for (var below : node.get("Plans")) {
                rows += scanned(below);
            }
        }
        return rows;
    }

    private static double removed(JsonNode node, String by) {
        return node.has(by) ? node.get(by).asDouble() : 0;
    }
}
