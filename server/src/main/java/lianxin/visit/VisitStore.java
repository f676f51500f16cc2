package lianxin.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitStore {

    private static final String SELECT = """
            select v.id, v.household, v.place, v.cadre, v.by_whom, v.contact, v.way, v.met, v.finding, v.topics, v.words, v.need_topic, v.need_words,
                   v.occasion, v.corrects, v.seen_at, v.told_at, v.recorded_at,
                   exists (select from visit.visit c where c.corrects = v.id) as corrected
              from visit.visit v
            """;

    private final JdbcClient sql;

    VisitStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Writes all down in one go; says which are new. */
    Set<UUID> add(List<Visit> visits) {
        return new HashSet<>(sql.sql("""
                insert into visit.visit (id, household, place, cadre, by_whom, contact, way, met, finding, topics, words, need_topic, need_words,
                                         occasion, corrects, seen_at, told_at, recorded_at)
                select id, household, place, cadre, by_whom, contact, way, met, finding, string_to_array(topics, ','), words, need_topic, need_words,
                       occasion, corrects, seen_at, told_at, recorded_at
                  from unnest(:id::uuid[], :household::uuid[], :place::bigint[], :cadre::uuid[], :by::uuid[], :contact::boolean[], :way::text[], :met::text[],
                              :finding::text[], :topics::text[], :words::text[], :needTopic::text[], :needWords::text[], :occasion::uuid[],
                              :corrects::uuid[], :seen::timestamptz[], :told::timestamptz[], :recorded::timestamptz[])
                    as v (id, household, place, cadre, by_whom, contact, way, met, finding, topics, words, need_topic, need_words,
                          occasion, corrects, seen_at, told_at, recorded_at)
                 order by id
                on conflict (id) do nothing
                returning id
                """)
                .param("id", of(visits, Visit::id, UUID[]::new))
                .param("household", of(visits, Visit::household, UUID[]::new))
                .param("place", of(visits, Visit::place, Long[]::new))
                .param("cadre", of(visits, Visit::cadre, UUID[]::new))
                .param("by", of(visits, Visit::by, UUID[]::new))
                .param("contact", of(visits, Visit::contact, Boolean[]::new))
                .param("way", of(visits, v -> v.way().name(), String[]::new))
                .param("met", of(visits, v -> v.met().name(), String[]::new))
                .param("finding", of(visits, v -> v.finding().name(), String[]::new))
                .param("topics", of(visits, v -> String.join(",", v.topics()), String[]::new))
                .param("words", of(visits, Visit::words, String[]::new))
                .param("needTopic", of(visits, Visit::needTopic, String[]::new))
                .param("needWords", of(visits, Visit::needWords, String[]::new))
                .param("occasion", of(visits, Visit::occasion, UUID[]::new))
                .param("corrects", of(visits, Visit::corrects, UUID[]::new))
                .param("seen", of(visits, v -> v.seenAt().toString(), String[]::new))
                .param("told", of(visits, v -> v.toldAt().toString(), String[]::new))
                .param("recorded", of(visits, v -> v.recordedAt().toString(), String[]::new))
                .query(UUID.class)
                .list());
    }

    List<Visit> byId(Collection<UUID> ids) {
        return sql.sql(SELECT + " where v.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(VisitStore::row)
                .list();
    }

    /** Visits to these households since {@code since}, the latest of each first. */
    List<Visit> of(Collection<UUID> households, Instant since) {
        return sql.sql(SELECT + """
                 where v.household = any(:households) and v.seen_at >= :since
                 order by v.household, v.seen_at desc, v.id desc
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("since", utc(since))
                .query(VisitStore::row)
                .list();
    }

    /** When each of these households was last met, in the county’s days; those never met are missing. */
    Map<UUID, LocalDate> lastMet(Collection<UUID> households) {
        var days = new HashMap<UUID, LocalDate>();
        sql.sql("""
                select h.id, (v.seen_at at time zone 'Asia/Shanghai')::date
                  from unnest(:households::uuid[]) as h (id)
                 cross join lateral (select w.seen_at
                                       from visit.visit w
                                      where w.household = h.id and w.finding in ('WELL', 'NEED')
                                        and not exists (select from visit.visit c where c.corrects = w.id)
                                      order by w.seen_at desc
                                      limit 1) v
                """).param("households", households.toArray(UUID[]::new)).query((ResultSet row) -> {
            days.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
        });
        return days;
    }

    /** How many needs were heard there since {@code since}. */
    int needs(Collection<UUID> households, Instant since) {
        return sql.sql("""
                select count(*)
                  from visit.visit v
                 where v.household = any(:households) and v.finding = 'NEED' and v.seen_at >= :since
                   and not exists (select from visit.visit c where c.corrects = v.id)
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** What was heard on a ground in a stretch of days: a row per village. */
    List<Depth> depths(Ground ground, Instant from, Instant to) {
        return sql.sql("""
                with said as (
                    select v.place, v.household, v.finding
                      from visit.visit v
                     where v.place >= :lo and v.place < :hi and v.seen_at >= :from and v.seen_at < :to
                       and not exists (select from visit.visit c where c.corrects = v.id)
                ), promised as (
                    select p.place, p.household, p.done_on
                      from visit.promise p
                     where p.place >= :lo and p.place < :hi and p.at >= :from and p.at < :to
                )
                select place, count(*) filter (where finding is not null)                                  as visits,
                       count(distinct household) filter (where finding in ('WELL', 'NEED'))                 as met,
                       count(distinct household) filter (where finding = 'NEED')                            as needing,
                       count(*) filter (where finding = 'NEED')                                             as needs,
                       count(distinct household) filter (where finding is null)                             as promised,
                       count(distinct household) filter (where finding is null and done_on is not null)     as done
                  from (select place, household, finding, null::date as done_on from said
                        union all
                        select place, household, null, done_on from promised) as both_kinds
                 group by place
                 order by place
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("from", utc(from))
                .param("to", utc(to))
                .query(Depth.class)
                .list();
    }

    private static <T extends @Nullable Object> T[] of(
            List<Visit> visits, Function<Visit, T> part, java.util.function.IntFunction<T[]> array) {
        return visits.stream().map(part).toArray(array);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Visit row(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                row.getObject("household", UUID.class),
                row.getLong("place"),
                row.getObject("cadre", UUID.class),
                row.getObject("by_whom", UUID.class),
                row.getBoolean("contact"),
                Way.valueOf(row.getString("way")),
                Met.valueOf(row.getString("met")),
                Finding.valueOf(row.getString("finding")),
                Arrays.stream((Object[]) row.getArray("topics").getArray())
                        .map(String.class::cast)
                        .toList(),
                row.getString("words"),
                row.getString("need_topic"),
                row.getString("need_words"),
                row.getObject("occasion", UUID.class),
                row.getObject("corrects", UUID.class),
                at(row, "seen_at"),
                at(row, "told_at"),
                at(row, "recorded_at"),
                row.getBoolean("corrected"));
    }
}
