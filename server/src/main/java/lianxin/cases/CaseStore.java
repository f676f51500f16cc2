package lianxin.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseStore {

    static final String SELECT = """
            select i.id, i.number, i.kind, i.category, i.place, i.household, i.visit, i.channel, i.words, i.heard_by, i.heard_at, i.opened_at, i.stage,
                   i.stage_since, i.level, i.unit, i.due_on, i.yellow_on, i.red_on, i.paused_on, i.extended, i.returned, i.redone, i.outcome, i.reply,
                   i.review_on, i.replied_at, i.voice, i.told_at, i.watch, i.merged_into, i.version
              from cases.issue i
            """;

    private final JdbcClient sql;

    CaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Writes a new case down unless its id, its visit or its number has one; says whether it was written. */
    boolean add(Case fresh, @Nullable LocalDate escalateOn) {
        return sql.sql("""
                        insert into cases.issue (id, number, kind, category, place, household, visit, channel, words, heard_by, heard_at, opened_at, stage,
                                                 stage_since, level, unit, due_on, yellow_on, red_on, escalate_on)
                        values (:id, :number, :kind, :category, :place, :household, :visit, :channel, :words, :by, :heard, :opened, :stage,
                                :opened, :level, :unit, :due, :yellow, :red, :escalate)
                        on conflict do nothing
                        """)
                        .param("id", fresh.id())
                        .param("number", fresh.number())
                        .param("kind", fresh.kind().name())
                        .param("category", fresh.category())
                        .param("place", fresh.place())
                        .param("household", fresh.household())
                        .param("visit", fresh.visit())
                        .param("channel", fresh.channel().name())
                        .param("words", fresh.words())
                        .param("by", fresh.heardBy())
                        .param("heard", utc(fresh.heardAt()))
                        .param("opened", utc(fresh.openedAt()))
                        .param("stage", fresh.stage().name())
                        .param("level", fresh.desk().level().name())
                        .param("unit", fresh.desk().unit())
                        .param("due", fresh.due() == null ? null : fresh.due().on())
                        .param(
                                "yellow",
                                fresh.due() == null ? null : fresh.due().yellow())
                        .param("red", fresh.due() == null ? null : fresh.due().red())
                        .param("escalate", escalateOn)
                        .update()
                > 0;
    }

    /** Whether what was heard is kept already. */
    boolean knows(Heard heard) {
        return sql.sql("select exists (select from cases.issue where id = :id or visit = :visit)")
                .param("id", heard.id())
                .param("visit", heard.visit())
                .query(Boolean.class)
                .single();
    }

    /** The new state of a case, if it is still in the one that was seen; says whether it was. */
    boolean save(Case next) {
        var due = next.due();
        var reply = next.reply();
        return sql.sql("""
                        update cases.issue
                           set kind = :kind, category = :category, stage = :stage, stage_since = :since, level = :level, unit = :unit, due_on = :due,
                               yellow_on = :yellow, red_on = :red, paused_on = :paused, extended = :extended, returned = :returned, redone = :redone,
                               outcome = :outcome, reply = :reply, review_on = :review, replied_at = :replied, voice = :voice,
                               answered_at = case when :voice::text is distinct from voice then :since else answered_at end, told_at = :told, watch = :watch,
                               escalate_on = :escalate, merged_into = :merged, version = :version
                         where id = :id and version = :version - 1
                        """)
                        .param("kind", next.kind().name())
                        .param("category", next.category())
                        .param("stage", next.stage().name())
                        .param("since", utc(next.stageSince()))
                        .param("level", next.desk().level().name())
                        .param("unit", next.desk().unit())
                        .param("due", due == null ? null : due.on())
                        .param("yellow", due == null ? null : due.yellow())
                        .param("red", due == null ? null : due.red())
                        .param("paused", next.pausedOn())
                        .param("extended", next.extended())
                        .param("returned", next.returned())
                        .param("redone", next.redone())
                        .param("outcome", reply == null ? null : reply.outcome().name())
                        .param("reply", reply == null ? "" : reply.words())
                        .param("review", reply == null ? null : reply.reviewOn())
                        .param("replied", reply == null ? null : utc(reply.at()))
                        .param(
                                "voice",
                                next.voice() == null ? null : next.voice().name())
                        .param("told", next.toldAt() == null ? null : utc(next.toldAt()))
                        .param(
                                "watch",
                                next.watch() == null ? null : next.watch().name())
                        .param(
                                "escalate",
                                due == null
                                                || next.pausedOn() != null
                                                || !next.stage().work()
                                        ? null
                                        : due.red())
                        .param("merged", next.mergedInto())
                        .param("id", next.id())
                        .param("version", next.version())
                        .update()
                == 1;
    }

    /** What was said is said no more here. */
    void strikeWords(UUID id) {
        sql.sql("update cases.issue set words = '—' where id = :id")
                .param("id", id)
                .update();
    }

    Optional<Case> byId(UUID id) {
        return sql.sql(SELECT + " where i.id = :id")
                .param("id", id)
                .query(CaseStore::row)
                .optional();
    }

    List<Case> byId(Collection<UUID> ids) {
        return sql.sql(SELECT + " where i.id = any(:ids) order by i.heard_at desc, i.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(CaseStore::row)
                .list();
    }

    Optional<Case> byNumber(String number) {
        return sql.sql(SELECT + " where i.number = :number")
                .param("number", number)
                .query(CaseStore::row)
                .optional();
    }

    List<Case> byNumber(Collection<String> numbers) {
        return sql.sql(SELECT + " where i.number = any(:numbers) order by i.heard_at desc, i.id")
                .param("numbers", numbers.toArray(String[]::new))
                .query(CaseStore::row)
                .list();
    }

    /** Cases heard on a ground in a stretch of time, the latest first. */
    List<Case> heard(
            Ground ground,
            @Nullable String category,
            @Nullable Boolean open,
            Instant from,
            Instant to,
            int size,
            int page) {
        return sql.sql(SELECT + """
                 where i.place >= :lo and i.place < :hi and i.heard_at >= :from and i.heard_at <= :to
                   and (:category::text is null or i.category = :category)
                   and (:open::boolean is null or :open = (i.stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')))
                 order by i.heard_at desc, i.id
                 limit :size offset :skip
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("from", utc(from))
                .param("to", utc(to))
                .param("category", category)
                .param("open", open)
                .param("size", size)
                .param("skip", (long) size * (page - 1))
                .query(CaseStore::row)
                .list();
    }

    /** What was heard of these households, and what was merged into another of theirs, the latest first. */
    List<Case> of(Collection<UUID> households, int limit) {
        return sql.sql(SELECT + """
                 where i.household = any(:households)
                 order by i.heard_at desc, i.id
                 limit :limit
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** What was heard of these households since then, and what of them is not over yet, the latest first. */
    List<Case> lately(Collection<UUID> households, Instant since) {
        return sql.sql(SELECT + """
                 where i.household = any(:households)
                   and (i.heard_at >= :since or i.stage not in ('CONFIRMED', 'CLOSED', 'MERGED', 'HANDED_OVER', 'WITHDRAWN'))
                 order by i.heard_at desc, i.id
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("since", utc(since))
                .query(CaseStore::row)
                .list();
    }

    /** The households of these cases and of those merged into them. */
    List<UUID> concerned(Collection<UUID> ids) {
        return sql.sql("""
                select household from cases.issue where id = any(:ids) and household is not null
                union
                select household from cases.issue where merged_into = any(:ids) and household is not null
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** What lies on the desks of these levels, of the cases on {@code ground}, the most urgent first. */
    List<Case> onDesk(Collection<Level> levels, Ground ground, int limit) {
        return sql.sql(SELECT + """
                 where i.level = any(:levels) and i.unit is null and i.place >= :lo and i.place < :hi
                   and i.stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
                 order by i.due_on nulls last, i.id
                 limit :limit
                """)
                .param("levels", levels.stream().map(Enum::name).toArray(String[]::new))
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** What lies on a unit’s desk, the most urgent first. */
    List<Case> onDesk(UUID unit, int limit) {
        return sql.sql(SELECT + """
                 where i.unit = :unit and i.stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
                 order by i.due_on nulls last, i.id
                 limit :limit
                """)
                .param("unit", unit)
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** Cases on a ground in one of these stages, the latest first. */
    List<Case> inStages(Ground ground, Collection<Stage> stages, int limit) {
        return sql.sql(SELECT + """
                 where i.place >= :lo and i.place < :hi and i.stage = any(:stages)
                 order by i.heard_at desc, i.id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("stages", stages.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** Cases over their time on a ground, the longest first. */
    List<Case> late(Ground ground, LocalDate today, int limit) {
        return sql.sql(SELECT + """
                 where i.place >= :lo and i.place < :hi and i.red_on <= :today and i.paused_on is null
                   and i.stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
                 order by i.due_on, i.id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("today", today)
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** Cases in whose words these stand, at least two characters, the latest first. */
    List<Case> withWords(String words, int limit) {
        return sql.sql(SELECT + """
                 where i.id in (select cases.with_words(:words, :limit)) and position(lower(:words) in lower(i.words)) > 0
                 order by i.heard_at desc, i.id
                """)
                .param("words", words)
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** Open cases of the same village that may be the same one: of the same category, or with two pairs of characters in common; the likest first. */
    List<Case> alike(Case one, Instant since, int limit) {
        return sql.sql(SELECT + """
                  join cases.wording w on w.issue = i.id
                  join lateral (select count(*) as common from unnest(w.pairs) p where p = any (:pairs::text[])) c on true
                 where i.place = :place and i.id <> :id and i.heard_at >= :since and i.stage not in ('MERGED', 'WITHDRAWN', 'HANDED_OVER', 'CLOSED')
                   and (i.category = :category or c.common >= 2)
                 order by c.common desc, i.heard_at desc, i.id
                 limit :limit
                """)
                .param("pairs", pairs(one.words()))
                .param("place", one.place())
                .param("id", one.id())
                .param("since", utc(since))
                .param("category", one.category())
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    private String[] pairs(String words) {
        return sql.sql("select unnest(cases.pairs(:words))")
                .param("words", words)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** How many cases a household has said itself that are not yet replied to. */
    int openOf(UUID household) {
        return sql.sql("""
                select count(*)
                  from cases.issue
                 where household = :household and channel = 'CARD' and stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')
                """).param("household", household).query(Integer.class).single();
    }

    void addReporter(Case into, Case origin) {
        sql.sql("""
                insert into cases.reporter (issue, place, household, origin, at)
                values (:issue, :place, :household, :origin, :at)
                on conflict do nothing
                """)
                .param("issue", into.id())
                .param("place", into.place())
                .param("household", origin.household())
                .param("origin", origin.id())
                .param("at", utc(origin.heardAt()))
                .update();
    }

    void dropReporter(UUID into, UUID origin) {
        sql.sql("delete from cases.reporter where issue = :issue and origin = :origin")
                .param("issue", into)
                .param("origin", origin)
                .update();
    }

    /** Cases that were merged into this one. */
    List<Case> mergedInto(UUID id) {
        return sql.sql(SELECT + " where i.merged_into = :id order by i.heard_at, i.id")
                .param("id", id)
                .query(CaseStore::row)
                .list();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Case row(ResultSet row, int number) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var outcome = row.getString("outcome");
        var voice = row.getString("voice");
        var watch = row.getString("watch");
        return new Case(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getLong("place"),
                row.getObject("household", UUID.class),
                row.getObject("visit", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("words"),
                row.getObject("heard_by", UUID.class),
                at(row, "heard_at"),
                at(row, "opened_at"),
                Stage.valueOf(row.getString("stage")),
                at(row, "stage_since"),
                new Desk(Level.valueOf(row.getString("level")), row.getObject("unit", UUID.class)),
                due == null
                        ? null
                        : new Due(
                                due,
                                row.getObject("yellow_on", LocalDate.class),
                                row.getObject("red_on", LocalDate.class)),
                row.getObject("paused_on", LocalDate.class),
                row.getBoolean("extended"),
                row.getInt("returned"),
                row.getInt("redone"),
                outcome == null
                        ? null
                        : new Case.Reply(
                                Outcome.valueOf(outcome),
                                row.getString("reply"),
                                row.getObject("review_on", LocalDate.class),
                                at(row, "replied_at")),
                voice == null ? null : Voice.valueOf(voice),
                maybe(row, "told_at"),
                watch == null ? null : Level.valueOf(watch),
                row.getObject("merged_into", UUID.class),
                row.getInt("version"));
    }
}
