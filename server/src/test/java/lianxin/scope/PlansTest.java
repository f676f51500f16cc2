package lianxin.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** A question about one thing keeps its plan; one about a ground never does. Told by PostgreSQL’s own list of what is prepared on this connection. */
@SpringBootTest
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PlansTest {

    final JdbcClient sql;

    PlansTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void aQuestionByKeyKeepsItsPlan() {
        var asked = "select head from registry.household where id = :id /* by key */";
        for (var n = 0; n < 20; n++) {
            sql.sql(asked).param("id", UUID.randomUUID()).query(String.class).optional();
        }
        assertThat(prepared("%/* by key */"))
                .singleElement()
                .satisfies(plan -> assertThat((Long) plan.get("generic_plans")).isPositive());
    }

    @Test
    void aQuestionAboutAGroundIsPlannedForIt() {
        for (var rule : List.of("place >= :lo and place < :hi", "p.place < :hi and p.place >= :lo")) {
            for (var n = 0; n < 20; n++) {
                sql.sql("select count(*) from registry.household p where " + rule + " /* by ground */")
                        .param("lo", 1L)
                        .param("hi", 2L)
                        .query(Long.class)
                        .single();
            }
        }
        assertThat(prepared("%/* by ground */")).isEmpty();
    }

    private List<Map<String, Object>> prepared(String like) {
        return sql.sql("select statement, generic_plans from pg_prepared_statements where statement like :like")
                .param("like", like)
                .query()
                .listOfRows();
    }
}
