package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases by a filter, and filters that are kept. */
@Repository
class FilterStore {

    static final String FITS = """
             where i.place >= :lo and i.place < :hi
               and (:kind::text is null or i.kind = :kind)
               and (:category::text is null or i.category = :category)
               and (:stages::text[] is null or i.stage = any(:stages))
               and (:unit::uuid is null or i.unit = :unit)
               and (:level::text is null or i.level = :level and i.unit is null)
               and (not :late or i.red_on <= :today and i.paused_on is null)
               and (:from::timestamptz is null or i.heard_at >= :from)
               and (:to::timestamptz is null or i.heard_at < :to)
            """;
    static final String URGENT = " order by i.due_on nulls last, i.id limit :limit";
    static final String LATEST = " order by i.heard_at desc, i.id limit :limit";

    private final JdbcClient sql;

    FilterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What fits: where some desk must do something, the most urgent first, else the latest. One question, planned anew for what it asks (one about a ground keeps no
     * plan), so that what is null costs nothing. It stops after {@code limit}: with a place it reads what was heard there; with a kind or a category the latest of it; of
     * what is open, or late, the open ones of the ground.
     *
     * @param own the department that asks, which sees its own desk; null for everybody else
     */
    List<Case> find(Filter filter, Ground ground, @Nullable UUID own, LocalDate today, int limit) {
        var desk = filter.desk();
        var unit = own != null ? own : desk == null ? null : desk.unit();
        var urgent = filter.late() || filter.turn() != null && filter.turn().due();
        return sql.sql(CaseStore.SELECT + FITS + (urgent ? URGENT : LATEST))
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("category", filter.category())
                .param("stages", stages(filter))
                .param("unit", unit)
                .param(
                        "level",
                        own != null || desk == null || desk.unit() != null
                                ? null
                                : desk.level().name())
                .param("late", filter.late())
                .param("today", today)
                .param("from", midnight(filter.from()))
                .param("to", filter.to() == null ? null : midnight(filter.to().plusDays(1)))
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** What is late is some desk’s. Null for all stages. */
    private static String @Nullable [] stages(Filter filter) {
        Collection<Stage> wanted = filter.turn() != null ? filter.turn().stages() : Stage.WORK;
        return filter.turn() == null && !filter.late()
                ? null
                : wanted.stream()
                        .filter(stage -> !filter.late() || stage.work())
                        .map(Enum::name)
                        .toArray(String[]::new);
    }

    private static @Nullable Object midnight(@Nullable LocalDate day) {
        return day == null
                ? null
                : CaseStore.utc(day.atStartOfDay(CountyTime.ZONE).toInstant());
    }

    List<Filters.Kept> kept(UUID account) {
        return sql.sql("select id, label, asks from cases.filter where account = :account order by position")
                .param("account", account)
                .query(Filters.Kept.class)
                .list();
    }

    /** In the first place that is free. */
    void keep(UUID id, UUID account, String label, String asks, Instant at) {
        sql.sql("""
                insert into cases.filter (id, account, position, label, asks, since)
                select :id, :account, coalesce(min(p), 0), :label, :asks, :at
                  from generate_series(1, 20) p
                 where not exists (select from cases.filter f where f.account = :account and f.position = p)
                """)
                .param("id", id)
                .param("account", account)
                .param("label", label)
                .param("asks", asks)
                .param("at", CaseStore.utc(at))
                .update();
    }

    void drop(UUID id) {
        sql.sql("delete from cases.filter where id = :id").param("id", id).update();
    }
}
