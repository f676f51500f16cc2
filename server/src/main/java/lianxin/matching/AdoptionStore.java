package lianxin.matching;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdoptionStore {

    private static final String SELECT =
            "select id, run, lo, hi, day, source, changed, by_whom, at, undone_by, undone_at, undone_why from matching.adoption";

    private final JdbcClient sql;

    AdoptionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Adoption it) {
        sql.sql("""
                insert into matching.adoption (id, run, lo, hi, day, source, changed, by_whom, at)
                values (:id, :run, :lo, :hi, :day, :source, :changed, :by, :at)
                """)
                .param("id", it.id())
                .param("run", it.run())
                .param("lo", it.lo())
                .param("hi", it.hi())
                .param("day", it.day())
                .param("source", it.source())
                .param("changed", it.changed())
                .param("by", it.byWhom())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of a run, those taken back too, the latest first. */
    List<Adoption> of(UUID run) {
        return sql.sql(SELECT + " where run = :run order by at desc, id desc")
                .param("run", run)
                .query(Adoption.class)
                .list();
    }

    Optional<Adoption> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Adoption.class)
                .optional();
    }

    void undone(UUID id, UUID by, Instant at, String why) {
        sql.sql("update matching.adoption set undone_by = :by, undone_at = :at, undone_why = :why where id = :id")
                .param("id", id)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("why", why)
                .update();
    }
}
