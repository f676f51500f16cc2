package lianxin.visit;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OccasionStore {

    private static final String SELECT = """
            select o.id, o.household, o.place, o.kind, o.happened_on, o.due_on, o.review_on, o.basis, o.closed_on,
                   exists (select from visit.visit v
                            where v.occasion = o.id and v.finding in ('WELL', 'NEED')
                              and not exists (select from visit.visit c where c.corrects = v.id)) as answered
              from visit.occasion o
            """;

    private final JdbcClient sql;

    OccasionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Occasion occasion, UUID by, Instant at) {
        sql.sql("""
                insert into visit.occasion (id, household, place, kind, happened_on, due_on, review_on, basis, by_whom, at)
                values (:id, :household, :place, :kind, :happened, :due, :review, :basis, :by, :at)
                """)
                .param("id", occasion.id())
                .param("household", occasion.household())
                .param("place", occasion.place())
                .param("kind", occasion.kind())
                .param("happened", occasion.happenedOn())
                .param("due", occasion.dueOn())
                .param("review", occasion.reviewOn())
                .param("basis", occasion.basis())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Occasion> byId(UUID id) {
        return sql.sql(SELECT + " where o.id = :id")
                .param("id", id)
                .query(Occasion.class)
                .optional();
    }

    /** Whose each of these is. */
    Map<UUID, UUID> households(Collection<UUID> ids) {
        var whose = new HashMap<UUID, UUID>();
        sql.sql("select id, household from visit.occasion where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    whose.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return whose;
    }

    /** Of these households, what happened since {@code since}, the latest first. */
    List<Occasion> of(Collection<UUID> households, LocalDate since) {
        return sql.sql(SELECT + """
                 where o.household = any(:households) and o.happened_on >= :since
                 order by o.household, o.happened_on desc, o.id desc
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("since", since)
                .query(Occasion.class)
                .list();
    }

    boolean close(UUID id, LocalDate day) {
        return sql.sql("update visit.occasion set closed_on = :day where id = :id and closed_on is null")
                        .param("id", id)
                        .param("day", day)
                        .update()
                == 1;
    }
}
