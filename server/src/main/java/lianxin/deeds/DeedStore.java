package lianxin.deeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeedStore {

    private static final String SELECT = """
            select d.id, d.lo, d.hi, d.promiser, d.unit, d.unit_name, d.title, d.words, d.promised_on, d.due_on, d.cost, d.fund, d.promised_by, d.stage,
                   d.stage_since, d.round, d.asked, d.needed, d.yes_percent, d.yes, d.no, d.ask_until, d.use_on, d.version
              from deeds.deed d
            """;

    private final JdbcClient sql;

    DeedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The rule that holds on {@code day}. */
    Pace pace(LocalDate day) {
        return sql.sql("""
                select answer_days, answers_least, answers_percent, yes_percent, use_months, source
                  from deeds.pace
                 where since <= :day
                 order by since desc
                 limit 1
                """).param("day", day).query(Pace.class).single();
    }

    /** Writes a promise down unless its id is taken; says whether it was written. */
    boolean add(
            PromiseDeed wish,
            Promiser promiser,
            @Nullable UUID unit,
            String name,
            LocalDate today,
            UUID by,
            Instant at) {
        var ground = wish.place().ground();
        return sql.sql("""
                        insert into deeds.deed (id, lo, hi, promiser, unit, unit_name, title, words, promised_on, due_on, cost, fund, promised_by, stage,
                                                stage_since, moved_by)
                        values (:id, :lo, :hi, :promiser, :unit, :name, :title, :words, :today, :due, :cost, :fund, :by, 'PROMISED', :at, :by)
                        on conflict (id) do nothing
                        """)
                        .param("id", wish.id())
                        .param("lo", ground.lo())
                        .param("hi", ground.hi())
                        .param("promiser", promiser.name())
                        .param("unit", unit)
                        .param("name", name)
                        .param("title", wish.title())
                        .param("words", wish.words())
                        .param("today", today)
                        .param("due", wish.dueOn())
                        .param("cost", wish.cost())
                        .param("fund", wish.fund())
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    Optional<Deed> byId(UUID id) {
        return sql.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(DeedStore::row)
                .optional();
    }

    /** Deeds whose place touches a ground, the latest first. */
    List<Deed> on(Ground ground, int limit) {
        return sql.sql(SELECT + " where d.lo < :hi and d.hi > :lo order by d.promised_on desc, d.id limit :limit")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(DeedStore::row)
                .list();
    }

    /** How many deeds of a ground stand where, by the last word said of each. */
    Figures figures(Ground ground, LocalDate today) {
        return sql.sql("""
                select count(*) as promised,
                       count(*) filter (where d.stage = 'PROMISED')                                        as open,
                       count(*) filter (where d.stage = 'PROMISED' and d.due_on < :today)                  as late,
                       count(*) filter (where d.stage = 'DONE')                                            as asking,
                       count(*) filter (where d.stage <> 'DROPPED' and done.stage = 'CONFIRMED')           as confirmed,
                       count(*) filter (where d.stage <> 'DROPPED' and done.stage = 'DISPUTED')            as disputed,
                       count(*) filter (where d.stage <> 'DROPPED' and done.stage = 'UNANSWERED')          as unanswered,
                       count(*) filter (where d.stage in ('USE_ASKED', 'PUT_RIGHT'))                       as use_asking,
                       count(*) filter (where d.stage = 'KEPT')                                            as kept,
                       count(*) filter (where d.stage = 'OUT_OF_USE')                                      as out_of_use,
                       count(*) filter (where d.stage = 'USE_UNANSWERED')                                  as use_unanswered,
                       count(*) filter (where d.stage = 'DROPPED')                                         as dropped,
                       coalesce(sum(d.cost) filter (where d.stage <> 'DROPPED'), 0)                        as cost,
                       coalesce(sum(d.cost) filter (where d.stage <> 'DROPPED' and done.stage = 'CONFIRMED'), 0) as cost_confirmed
                  from deeds.deed d
                  left join lateral (select s.stage
                                       from deeds.step s
                                      where s.deed = d.id and s.stage in ('PROMISED', 'DONE', 'CONFIRMED', 'DISPUTED', 'UNANSWERED')
                                      order by s.at desc, s.id desc
                                      limit 1) done on true
                 where d.lo < :hi and d.hi > :lo
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("today", today)
                .query(Figures.class)
                .single();
    }

    /** What the clock must look at: whose asking is over, who was too few and may be enough by now, what is to be asked again. */
    List<UUID> due(LocalDate today) {
        return sql.sql("""
                select id
                  from deeds.deed
                 where ask_until < :today
                    or stage in ('UNANSWERED', 'USE_UNANSWERED') and yes + no >= needed
                    or stage in ('CONFIRMED', 'UNANSWERED') and use_on <= :today
                 order by id
                """).param("today", today).query(UUID.class).list();
    }

    /** The same deed, held until the end of the transaction; empty when somebody else has it. */
    Optional<Deed> held(UUID id) {
        return sql.sql(SELECT + " where d.id = :id for update skip locked")
                .param("id", id)
                .query(DeedStore::row)
                .optional();
    }

    /** A move without a question. Says whether the deed was still as it was seen. */
    boolean move(Deed before, Stage to, UUID by, Instant at) {
        return sql.sql("""
                        update deeds.deed
                           set stage = :stage, stage_since = :at, moved_by = :by, ask_until = null, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("stage", to.name())
                        .param("at", utc(at))
                        .param("by", by)
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** A move with which a new round of asking begins. */
    boolean ask(Deed before, Stage to, int asked, Pace pace, LocalDate until, LocalDate useOn, UUID by, Instant at) {
        return sql.sql("""
                        update deeds.deed
                           set stage = :stage, stage_since = :at, moved_by = :by, round = round + 1, yes = 0, no = 0, asked = :asked, needed = :needed,
                               yes_percent = :percent, ask_until = :until, use_on = :use, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("stage", to.name())
                        .param("at", utc(at))
                        .param("by", by)
                        .param("asked", asked)
                        .param("needed", DeedRules.needed(asked, pace))
                        .param("percent", pace.yesPercent())
                        .param("until", until)
                        .param("use", useOn)
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** Writes down that it stands where it stands now, with the count of answers it came with. */
    void step(UUID id, Deed now, String words, UUID by, Instant at) {
        sql.sql("""
                insert into deeds.step (id, deed, stage, words, asked, yes, no, by_whom, at)
                values (:id, :deed, :stage, :words, :asked, :yes, :no, :by, :at)
                """)
                .param("id", id)
                .param("deed", now.id())
                .param("stage", now.stage().name())
                .param("words", words)
                .param("asked", now.asked())
                .param("yes", now.yes())
                .param("no", now.no())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    List<Step> steps(UUID deed) {
        return sql.sql("select stage, words, asked, yes, no, at from deeds.step where deed = :deed order by at, id")
                .param("deed", deed)
                .query(Step.class)
                .list();
    }

    /** The latest words said of each of these deeds, for those of which something was said. */
    Map<UUID, String> lastWords(Collection<UUID> deeds) {
        return sql
                .sql("""
                select distinct on (deed) deed, words
                  from deeds.step
                 where deed = any(:deeds) and words <> ''
                 order by deed, at desc, id desc
                """)
                .param("deeds", deeds.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("deed", UUID.class), row.getString("words")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps a household’s answer; says whether it is its first of this round. */
    boolean answer(Deed deed, UUID household, long place, boolean yes, Instant at) {
        return sql.sql("""
                        insert into deeds.answer (deed, round, household, place, said, at)
                        values (:deed, :round, :household, :place, :said, :at)
                        on conflict do nothing
                        """)
                        .param("deed", deed.id())
                        .param("round", deed.round())
                        .param("household", household)
                        .param("place", place)
                        .param("said", yes ? "YES" : "NO")
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Of which deeds a household has answered the present question. */
    Set<UUID> answered(UUID household) {
        return new HashSet<>(
                sql.sql("""
                select a.deed
                  from deeds.answer a
                  join deeds.deed d on d.id = a.deed and d.round = a.round
                 where a.household = :household
                """).param("household", household).query(UUID.class).list());
    }

    private static Deed row(ResultSet row, int n) throws SQLException {
        return new Deed(
                row.getObject("id", UUID.class),
                new Ground(row.getLong("lo"), row.getLong("hi")),
                Promiser.valueOf(row.getString("promiser")),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getString("title"),
                row.getString("words"),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("cost", Long.class),
                row.getString("fund"),
                row.getObject("promised_by", UUID.class),
                Stage.valueOf(row.getString("stage")),
                row.getObject("stage_since", OffsetDateTime.class).toInstant(),
                row.getInt("round"),
                row.getInt("asked"),
                row.getInt("needed"),
                row.getInt("yes_percent"),
                row.getInt("yes"),
                row.getInt("no"),
                row.getObject("ask_until", LocalDate.class),
                row.getObject("use_on", LocalDate.class),
                row.getInt("version"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
