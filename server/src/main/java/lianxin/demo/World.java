package lianxin.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which demonstration this database holds, and how far its making came. Its schema exists in demonstrations only. */
@Repository
@ConditionalOnProperty("lianxin.demo.enabled")
@Transactional
class World {

    /** What was made: of which scale and seed, as of which day, and the last step that was finished. */
    record Made(
            Scale scale, long seed, LocalDate day, @Nullable Step step) {

        boolean has(Step wanted) {
            return step != null && step.compareTo(wanted) >= 0;
        }
    }

    private final JdbcClient sql;

    World(JdbcClient sql) {
        this.sql = sql;
    }

    /** What this database holds; a new entry for {@code scale} and {@code seed} when it holds nothing. */
    Made made(Scale scale, long seed, LocalDate today) {
        sql.sql("insert into demo.world (scale, seed, day) values (:scale, :seed, :today) on conflict do nothing")
                .param("scale", scale.name())
                .param("seed", seed)
                .param("today", today)
                .update();
        return sql.sql("select scale, seed, day, step from demo.world")
                .query(Made.class)
                .single();
    }

    void finished(Step step) {
        sql.sql("update demo.world set step = :step").param("step", step.name()).update();
    }
}
