package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of a township’s cases, from the indexes over what is open, asked about and disputed: what has ended is never touched. */
@Repository
class BoardStore {

    static final String COUNTS = """
            select place, stage, count(*) as cases, count(*) filter (where red_on <= :today and paused_on is null) as late
              from cases.issue
             where place >= :lo and place < :hi and stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
             group by place, stage
            union all
            select place, stage, count(*), 0
              from cases.issue
             where place >= :lo and place < :hi and stage in ('REPLIED', 'CALL_BACK', 'UNANSWERED')
             group by place, stage
            union all
            select place, stage, count(*), 0
              from cases.issue
             where place >= :lo and place < :hi and stage = 'DISPUTED'
             group by place, stage
            """;

    static final String FIRST = """
            with open as materialized (
                select id, stage, coalesce(due_on, 'infinity') as day, red_on <= :today and paused_on is null as late
                  from cases.issue
                 where place >= :lo and place < :hi and stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
            ), lain as (
                select id, day, case stage when 'ASSIGNED' then 'TAKE' when 'URGED' then 'DISPUTED' when 'HANDLING' then 'WORK' when 'REDO' then 'WORK' else 'SORT' end as column_name
                  from open
                union all
                select id, day, 'LATE' from open where late
                union all
                select id, coalesce(due_on, stage_since::date), case stage when 'UNANSWERED' then 'SILENT' else 'ASKED' end
                  from cases.issue
                 where place >= :lo and place < :hi and stage in ('REPLIED', 'CALL_BACK', 'UNANSWERED')
                union all
                select id, stage_since::date, 'DISPUTED'
                  from cases.issue
                 where place >= :lo and place < :hi and stage = 'DISPUTED'
            )
            select column_name, id
              from (select column_name, id, row_number() over (partition by column_name order by day, id) as n from lain) ranked
             where n <= :each
             order by column_name, n
            """;

    private final JdbcClient sql;

    BoardStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How many cases there are by village and stage, and how many of them are late. Reads each case of the ground that is open, asked about or disputed once: of a city’s
     * two million, with two hundred thousand open, some 1,300 open ones in a township.
     */
    List<Count> counts(Ground ground, LocalDate today) {
        return sql.sql(COUNTS)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("today", today)
                .query(Count.class)
                .list();
    }

    /**
     * The most urgent of each column, at most {@code each}: by the day that is due, or where nothing is due by how long it has been so. Reads what {@link #counts} reads
     * once more, and sorts nothing but days and identities.
     */
    List<First> first(Ground ground, LocalDate today, int each) {
        return sql.sql(FIRST)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("today", today)
                .param("each", each)
                .query(First.class)
                .list();
    }

    /** So many cases of a village stand so. */
    record Count(long place, Stage stage, int cases, int late) {}

    /** A case that comes among the first of its column. */
    record First(String columnName, UUID id) {}
}
